"""Recipe: the settings of one kind of GAN, and how to build it.

A recipe is a frozen dataclass whose fields are its settings. Its file imports no torch, so that the window can show
every recipe the moment it opens; `build` imports the networks when training starts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeVar

from ganstudio.core.resolution import Resolution, Shape, is_doubled, nearest_doubled, shape_of
from ganstudio.core.settings import SettingError, Value, check_settings, from_mapping, setting, settings_of

if TYPE_CHECKING:
    from ganstudio.core.system import System


Values = TypeVar("Values")
Task = Literal["generate", "translate", "enlarge"]


@dataclass(frozen=True)
class Preset:
    """A named set of values that a note or a paper describes."""

    title: str
    note: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Problem:
    """A combination of settings that cannot work (error) or is known to work badly (warning)."""

    severity: Literal["error", "warning"]
    settings: tuple[str, ...]
    sentence: str


@dataclass(frozen=True)
class ImageSpec:
    """What a recipe is built for: the shape of the images and the names of their classes."""

    channels: int = 3
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """The base of every recipe. A subclass sets the class variables, adds settings and builds a System."""

    name: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]
    """One plain sentence: what it is."""
    when: ClassVar[str]
    """When to use it."""
    paper: ClassVar[str]
    note: ClassVar[str]
    """Which course note describes it."""
    presets: ClassVar[Mapping[str, Preset]] = {}
    resolutions: ClassVar[tuple[int, ...]] = (16, 32, 64, 128, 256)
    """The sizes it offers; see also `resolution_problem`."""
    needs_classes: ClassVar[bool] = False
    """True if it can learn nothing without classes: subfolders become labels by themselves."""
    sides: ClassVar[int] = 1
    """How many folders it learns from: 1, or 2 for translation."""
    sees: ClassVar[bool] = False
    """Whether it compares pictures by a network that was trained to name things, whose weights the person has."""
    learns_alpha: ClassVar[bool] = True
    """Whether it learns transparency as a fourth channel."""
    optional_side: ClassVar[str] = ""
    """What one more folder may hold; '': there is none."""
    task: ClassVar[Task] = "generate"
    """What its network does: draw from noise, turn pictures into those of the other side, or make them larger."""

    resolution: Resolution = setting(
        64, "Width and height of the images it learns, in pixels: 64, or 96x64 where they differ.", low=8, high=1024,
        unit="px", first=True,
    )  # fmt: skip
    batch: int = setting(
        64, "Images per step. More is steadier, fewer is faster per step and needs less memory.",
        low=1, high=4096, unit="images", first=True, scale="log",
    )  # fmt: skip
    ema_kimg: float = setting(
        10.0,
        "The shown generator is a running mean of the trained one; this is its half-life. 0 shows the trained one.",
        title="EMA half-life", low=0.0, high=10000.0, unit="kimg", group="Averaging",
    )  # fmt: skip

    def __post_init__(self) -> None:
        check_settings(self)

    @property
    def prepared_resolution(self) -> Resolution:
        """The size at which pictures are kept; larger than `resolution` where random parts of them are cut out."""
        return self.resolution

    def side_resolution(self, side: int) -> Resolution:
        """The size at which the pictures of folder `side`, from 0, are kept."""
        return self.prepared_resolution

    @classmethod
    def written_task(cls) -> Literal["", "enlarge"]:
        """What the settings of its runs say that it does; '' where the number of folders tells (`RunSettings.does`)."""
        return "enlarge" if cls.task == "enlarge" else ""

    @classmethod
    def resolution_problem(cls, resolution: Resolution) -> str:
        """'' if this recipe can do `resolution`, else the sentence that says which sizes it can do."""
        if resolution in cls.resolutions or (cls.two_sided() and is_doubled(resolution, cls.resolutions)):
            return ""
        sizes = ", ".join(map(str, cls.resolutions))
        if isinstance(resolution, int) or not cls.two_sided():
            return f"{cls.title} works at {sizes} px, not at {resolution} px."
        near = cls.nearest_resolution(*shape_of(resolution))
        return (
            f"{cls.title} doubles its pictures, from a shorter side of 4 to 7 px: it works at {near} px, not at "
            f"{resolution} px."
        )

    @classmethod
    def two_sided(cls) -> bool:
        """Whether width and height may differ."""
        return next(known.two_sided for known in settings_of(cls) if known.name == "resolution")

    @classmethod
    def nearest_resolution(cls, height: int, width: int) -> Resolution:
        """The size most like this one that it can do."""
        return nearest_doubled(Shape(height, width), [size for size in cls.resolutions if not size & (size - 1)])

    @classmethod
    def preset(cls, name: str | None) -> "Recipe":
        """The recipe with a preset's values, or its defaults for None.

        Raises:
            SettingError: there is no preset of that name.
        """
        if not name:
            return cls()
        if name not in cls.presets:
            known = ", ".join(cls.presets) or "none"
            raise SettingError("preset", f"{cls.title} has no preset called {name}. It has: {known}.")
        return from_mapping(cls, cls.presets[name].values, what=cls.title)

    def with_values(self, values: Mapping[str, object]) -> "Recipe":
        """A copy with some settings changed; values are checked as if they came from a file."""
        known = {setting.name: setting for setting in settings_of(type(self))}
        for name in values:
            if name not in known:
                raise SettingError(name, f"{self.title} has no setting called {name}. It has: {', '.join(known)}.")
        checked: dict[str, Any] = {name: known[name].checked(value) for name, value in values.items()}
        return replace(self, **checked)

    def classes_problem(self, classes: int) -> str:
        """'' if it can learn from so many classes, else the sentence that says what to do."""
        if not self.needs_classes or classes >= 2:
            return ""
        there = "only one" if classes == 1 else "none"
        return f"{self.title} learns classes, and there is {there}: put each class into a subfolder of its own."

    def fitted(self, images: int) -> "Recipe":
        """Itself, or with a smaller batch if there are fewer images than one step would take."""
        return self if self.batch <= images else self.with_values({"batch": images})

    def problems(self) -> list[Problem]:
        """What is wrong, or known to work badly, in this combination of settings. Subclasses add to it."""
        sentence = self.resolution_problem(self.resolution)
        return [Problem("error", ("resolution",), sentence)] if sentence else []

    def values_for(self, kind: type[Values]) -> Values:
        """The values that a System uses: a dataclass whose fields are called as the settings that they come from."""
        names = [known.name for known in fields(kind)]  # type: ignore[arg-type]
        return kind(**{name: getattr(self, name) for name in names})

    def build(self, image_spec: ImageSpec) -> "System":
        """The networks and optimisers, freshly initialised from the global random state, on the CPU."""
        raise AssertionError(f"{type(self).__name__} does not build a System")
