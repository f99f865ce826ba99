"""Which runs begin from another one."""

from ganstudio.core.run import Run
from ganstudio.core.run_list import opened, run_folders


def branches_of(run: Run) -> list[tuple[int, str]]:
    """The step of `run` that each branch of it begins at, and the name of the branch: those that lie beside it."""
    neighbours = (folder for folder in run_folders(run.folder.parent) if folder != run.folder)
    origins = ((other.settings.origin, other.name) for other in opened(neighbours))
    steps = [
        (step, name) for origin, name in origins
        if origin.get("run") == run.name and isinstance(step := origin.get("step"), int)
    ]  # fmt: skip
    return sorted(steps)
