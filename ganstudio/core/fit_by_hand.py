"""How a person fits single pictures, where not as all others are: a list of them in JSON, by the pictures' names."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal, get_args

from ganstudio.core.schema import Range, build, parse

Fit = Literal["crop", "smart", "pad", "stretch"]
FITS: tuple[Fit, ...] = get_args(Fit)
Share = Annotated[float, Range(0.0, 1.0)]


@dataclass(frozen=True)
class FitByHand:
    """Of one picture."""

    name: str
    """As it is shown."""
    fit: Fit
    x: Share = 0.5
    y: Share = 0.5
    """Where the part that `crop` keeps lies, of what room it has: 0 at the left or the top, 1 at the other end."""


def build_fits(value: Any) -> tuple[FitByHand, ...]:
    """From JSON; of two for one name the later one counts.

    Raises:
        SchemaError: it is no such list.
    """
    fits: tuple[FitByHand, ...] = build(tuple[FitByHand, ...], value)
    return in_order(fits)


def read_fits(text: str | bytes) -> tuple[FitByHand, ...]:
    """As `build_fits`, from a text.

    Raises:
        SchemaError: as `build_fits`, or the text is no JSON.
    """
    return build_fits(parse(text))


def in_order(fits: Sequence[FitByHand]) -> tuple[FitByHand, ...]:
    """Each name once, the last one of it, sorted by name."""
    return tuple(sorted({fit.name: fit for fit in fits}.values(), key=lambda fit: fit.name))


def fits_to_json(fits: Sequence[FitByHand]) -> list[dict[str, Any]]:
    return [asdict(fit) for fit in fits]
