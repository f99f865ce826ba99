"""The figures of the house, at any commit: `python tests/benchmarks/house.py [FOLDER OF A CHECKOUT]`.

Circles and arrows are read from the code's own imports, those under TYPE_CHECKING counted.
"""

import ast
import re
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

LAYERS = (
    ("cli",),
    ("app",),
    ("workflows",),
    ("latent", "bench"),
    ("models", "scores", "export", "panels", "samples"),
    ("core",),
)


FOREIGN = {
    "_python_dispatch",
    "_exit", "_sigabrt", "_DummyThread", "_ntuple_diskusage", "_getframe", "_core", "_exceptions", "_ArrayMemoryError",
    "_forward_hooks", "_forward_pre_hooks",
}  # fmt: skip
"""Private names of Python's library, numpy and torch, for which there is no public one."""


def module_of(path: Path, root: Path) -> str:
    name = ".".join(path.relative_to(root).with_suffix("").parts)
    return name.removesuffix(".__init__")


def imports(path: Path, modules: set[str]) -> set[str]:
    """The modules of the package that a file imports, wherever the import stands."""
    known: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            known |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                full = f"{node.module}.{name.name}"
                known.add(full if full in modules else node.module)
    return known & modules


def imports_of_all(files: list[Path], root: Path) -> dict[str, set[str]]:
    """What each module imports of the others, under TYPE_CHECKING too."""
    modules = {module_of(path, root) for path in files}
    return {module_of(path, root): imports(path, modules) - {module_of(path, root)} for path in files}


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Groups of modules that can reach each other (Tarjan 1972)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    made: list[list[str]] = []

    def visit(name: str) -> None:
        number[name] = low[name] = len(number)
        stack.append(name)
        for other in graph[name]:
            if other not in number:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], number[other])
        if low[name] == number[name]:
            group = [stack.pop()]
            while group[-1] != name:
                group.append(stack.pop())
            if len(group) > 1:
                made.append(sorted(group))

    for name in graph:
        if name not in number:
            visit(name)
    return made


def functions(path: Path) -> Iterator[int]:
    """The length in lines of every function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or 0) - node.lineno + 1


def private_names(path: Path) -> list[str]:
    """The private names of others that a file reaches into, as often as it does."""
    names = re.findall(r"(?<!self)(?<!cls)\.(?<!\.\.)(_[A-Za-z]\w*)", path.read_text(encoding="utf-8"))
    return [name for name in names if name not in FOREIGN]


def window_of(files: list[Path]) -> tuple[Path, int, int]:
    """The file of the window, its lines, and the methods of its class."""
    for path in files:
        text = path.read_text(encoding="utf-8")
        if "class MainWindow" in text:
            body = next(n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.ClassDef) and n.name == "MainWindow")
            return path, text.count("\n"), sum(isinstance(node, ast.FunctionDef) for node in body.body)
    raise SystemExit("there is no class MainWindow")


def main(root: Path) -> None:
    package = root / "ganstudio"
    files = sorted(package.rglob("*.py"))
    graph = imports_of_all(files, root)
    loops = circles(graph)
    print(f"circles of imports: {len(loops)}" + "".join(f"\n  {', '.join(group)}" for group in loops))
    floor = {name: at for at, names in enumerate(LAYERS) for name in names}
    up = [
        f"{source} -> {target}" for source, targets in graph.items() for target in targets
        if floor.get(source.split(".")[1] if "." in source else "", -1) > floor.get((target + ".").split(".")[1], 99)
    ]  # fmt: skip
    print(f"arrows back up: {len(up)}" + "".join(f"\n  {arrow}" for arrow in sorted(up)))
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    print(f"files that import under TYPE_CHECKING: {sum('if TYPE_CHECKING' in p.read_text() for p in files)}")
    app = Counter(path.parent for path in files if "app" in path.relative_to(package).parts[:1])
    largest, count = max(app.items(), key=lambda item: item[1])
    print(f"largest folder of app: {largest.relative_to(root)}, {count} files")
    path, lines, methods = window_of(files)
    print(f"window: {path.relative_to(root)}, {lines} lines, {methods} methods")
    names = Counter(path.stem for path in files if path.stem != "__init__")
    twice = {name: count for name, count in sorted(names.items()) if count > 1}
    print(f"base names used twice: {len(twice)}: {', '.join(twice)}")
    lengths = sorted(length for path in files for length in functions(path))
    p90 = lengths[int(0.9 * len(lengths))]
    print(f"functions: {len(lengths)}, median {statistics.median(lengths):.0f}, p90 {p90} lines")
    words = r"\b(one|apart|found|told|held|beside)\b"
    tests = sorted((root / "tests").rglob("*.py"))
    named = Counter(
        node.id for path in [*files, *tests] for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and re.fullmatch(words, node.id)
    )  # fmt: skip
    print(f"variables named by a word that is no noun: {sum(named.values())} ({dict(named)})")
    print(f"private names that the tests reach into: {sum(len(private_names(path)) for path in tests)}")
    by_folder: dict[str, int] = defaultdict(int)
    for path in files:
        parts = path.relative_to(package).parts
        by_folder[parts[0] if len(parts) > 1 else "."] += path.read_text(encoding="utf-8").count("\n")
    print("lines: " + ", ".join(f"{name} {count:,}" for name, count in sorted(by_folder.items())))
    print(f"lines in all: {text.count(chr(10)):,} in {len(files)} files")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
