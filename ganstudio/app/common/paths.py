"""Where the program keeps its things on this computer."""

from dataclasses import dataclass
from pathlib import Path

from ganstudio.core.environment import cache_folder, settings_folder


@dataclass(frozen=True)
class Paths:
    """Folders and files; nothing of them need exist yet."""

    preferences: Path
    logs: Path
    runs: Path
    """Where runs go unless the preferences say otherwise."""
    samples: Path
    """Where the built-in sample set is drawn."""

    @property
    def included(self) -> Path:
        """Where the run that comes with the program is put."""
        return self.samples.parent / "included"

    @property
    def presets(self) -> Path:
        """The person's own presets of settings, which the command line takes too."""
        return self.preferences.with_name("presets.json")

    @classmethod
    def of_this_computer(cls) -> "Paths":
        import platformdirs

        data = Path(platformdirs.user_data_dir("ganstudio", appauthor=False))
        documents = Path(platformdirs.user_documents_dir())
        return cls(
            preferences=settings_folder() / "preferences.json",
            logs=Path(platformdirs.user_log_dir("ganstudio", appauthor=False)),
            runs=documents / "GAN Studio" if documents.is_dir() else data / "runs",
            samples=data / "samples",
        )

    @classmethod
    def inside(cls, folder: Path) -> "Paths":
        """Everything under one folder: tests, demos, a stick to carry about."""
        return cls(folder / "preferences.json", folder / "logs", folder / "runs", folder / "samples")

    def kept(self) -> dict[str, Path]:
        """Every folder that the program fills, by what it holds."""
        settings = self.preferences.parent
        return {"Runs": self.runs, "Prepared images": cache_folder(), "Settings": settings, "Logs": self.logs}
