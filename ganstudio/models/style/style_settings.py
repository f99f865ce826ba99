"""How one picture is drawn in the style of others: the command line's options and the page's controls. No torch."""

from dataclasses import dataclass

from ganstudio.core.settings import check_settings, setting


@dataclass(frozen=True, kw_only=True)
class StyleSettings:
    """How a picture is stylised: the command line's options and the page's controls."""

    size: int = setting(
        512, "Longer side of the result. A good picture takes about 20 s at 256 px and 2 minutes at 512 px.",
        low=64, high=2048, unit="px", first=True, scale="log",
    )  # fmt: skip
    strength: float = setting(
        0.5, "How much style: 0 leaves the picture as it is, 1 keeps hardly more than its outlines.",
        low=0.0, high=1.0, first=True,
    )  # fmt: skip
    brush: float = setting(
        1.0, "How large the strokes are, compared with those of the style picture at the size of the result.",
        low=0.25, high=4.0, first=True, scale="log",
    )  # fmt: skip
    keep_colours: bool = setting(False, "Take the strokes and leave the colours of the picture.", first=True)
    measure: str = setting(
        "gram", "What a style is: Gram matrices (Gatys), or mean and covariance of features.",
        choices=("gram", "moments"),
    )  # fmt: skip
    steps: int = setting(50, "Steps at each size, from 128 px up.", low=1, high=2000, unit="steps", scale="log")

    def __post_init__(self) -> None:
        check_settings(self)
