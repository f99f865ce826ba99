"""Everything in a run's folder goes through core/run_files.py: who else touches the disk says here what for."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "ganstudio"
TOUCHING = {
    "open", "os.open", "io.open", "os.listdir", "os.scandir", "os.replace", "os.rename", "os.remove", "os.unlink",
    "os.mkdir", "os.makedirs", "os.truncate", "os.link", "shutil.rmtree", "shutil.copyfile", "shutil.copy",
    "shutil.copy2", "shutil.copytree", "shutil.move", "Image.open", "av.open", "QImageReader", "QMovie", "QFile",
    "SummaryWriter",
}  # fmt: skip
METHODS = {
    "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "glob", "rglob", "iterdir", "mkdir", "rmdir",
    "touch", "symlink_to", "hardlink_to", "rename",
}  # fmt: skip
OUTSIDE = {"replacing", "write_atomically", "read"}
"""Of core.files and core.schema: for what lies outside of runs, where links may be followed."""

ALLOWED = {
    "core/memory.py": "what the system says of this process",
    "core/run_files.py": "the door",
    "core/files.py": "writes what lies outside of runs",
    "core/schema.py": "reads what lies outside of runs",
    "core/run.py": "makes a run's own folder",
    "core/file_lock.py": "a lock file beside runs",
    "workflows/run_queue.py": "the queue, which lies beside the runs",
    "core/run_list.py": "lists the folder that holds runs",
    "core/graphics_cards.py": "asks the system for its graphics cards",
    "cli/train.py": "removes a run's own folder when nothing was begun in it, and asks whether it is empty",
    "workflows/branch_run.py": "removes the folder that it has just made",
    "workflows/run_names.py": "renames a run's own folder",
    "workflows/trash.py": "moves a run's own folder to the trash, and removes it there",
    "app/common/preferences.py": "preferences.json",
    "panels/training/flower_map.py": "the size of the picture that comes with the program",
    "app/training/recipe_picker.py": "renames a preset",
    "workflows/own_presets.py": "presets.json",
    "app/start/crash_report.py": "logs",
    "cli/__init__.py": "logs",
    "cli/terminal.py": "the null device",
    "core/images/batches.py": "the cache",
    "core/images/store.py": "the cache",
    "core/images/decode.py": "a person's pictures, in a process of its own",
    "core/images/listing.py": "a person's pictures",
    "core/images/scan.py": "a person's pictures",
    "app/common/drops.py": "a person's pictures",
    "core/images/worker.py": "a person's pictures, in a process of its own",
    "core/images/limits.py": "what the system says of this process",
    "core/images/tiff.py": "a person's pictures, in a process of its own",
    "core/images/film.py": "a person's films, in a process of its own",
    "samples/blossoms.py": "writes the built-in pictures",
    "workflows/sample_images.py": "the built-in pictures",
    "bench/suites.py": "the built-in pictures",
    "scores/fetch.py": "weights in the cache",
    "scores/perceptual_file.py": "weights in the cache",
    "core/weights_file.py": "a person's weights",
    "export/provenance.py": "a person's pictures",
    "export/video.py": "a film that it writes",
    "models/superres/degradation.py": "a picture that it has itself packed as JPEG in memory",
    "panels/look.py": "the program's own icons",
    "panels/parts/pictures.py": "decodes what the door has read",
    "app/export/export_task.py": "makes the folder that is exported to",
    "app/translate/use.py": "makes the folder that is exported to",
    "cli/self_test.py": "a folder of its own, gone at the end",
    "cli/targets.py": "makes the folder that is exported to",
    "export/data_set.py": "a set of pictures in the folder that is exported to",
    "export/translating.py": "makes the folder that is exported to",
    "workflows/augment.py": "makes the folder that is exported to",
    "workflows/augment_marks.py": "its marks beside the set that it makes",
    "workflows/judge.py": "its marks beside the set that it judges",
    "workflows/judge_augmented.py": "its report beside the set that it judges",
    "workflows/compare_runs.py": "makes the folder that is exported to",
    "workflows/export_pictures.py": "makes the folder that is exported to",
    "workflows/explore_run.py": "makes the folder that is exported to",
    "workflows/export_model.py": "makes the folder that is exported to",
    "workflows/render_film.py": "makes the folder that is exported to",
    "workflows/newer_version.py": "the changelog that a person names",
    "app/start/language.py": "the catalogues of languages that come with the program",
    "workflows/timeline.py": "makes the folder that is exported to",
    "workflows/upscale_pictures.py": "makes the folder that is exported to",
    "workflows/included_run.py": "the files that come with the program, and the new folder that they are put into",
    "workflows/share_run.py": "the file that is sent, and the new folder that it unpacks one into",
    "workflows/stylise.py": "a person's pictures, and makes the folder that is exported to",
}


def touched(tree: ast.AST) -> set[str]:
    """What a module calls or imports that opens, lists or changes files."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name in TOUCHING or (isinstance(node.func, ast.Attribute) and node.func.attr in METHODS):
                names.add(name)
        if isinstance(node, ast.ImportFrom) and node.module in {"ganstudio.core.files", "ganstudio.core.schema"}:
            names |= {alias.name for alias in node.names} & OUTSIDE
    return {name for name in names if not name.startswith(("run_files.", "journey."))}


def test_that_nothing_goes_round_the_door_to_a_run():
    modules = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    touching = {name: accesses for name, path in modules.items() if (accesses := touched(ast.parse(path.read_text())))}
    assert {name: accesses for name, accesses in touching.items() if name not in ALLOWED} == {}
    assert sorted(ALLOWED.keys() - touching.keys()) == [], "these touch nothing any more"


def test_that_the_walk_sees_what_goes_round():
    for line in (
        "open(run.folder / 'x')", "(run.folder / 'x').read_bytes()", "Image.open(run.folder / 'x')",
        "run.checkpoints.glob('*')", "from ganstudio.core.schema import read", "QImageReader(str(path))",
        "shutil.rmtree(run.folder / 'samples')", "path.unlink()",
    ):  # fmt: skip
        assert touched(ast.parse(line)), line
