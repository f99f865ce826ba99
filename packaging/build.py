"""Builds what people install, from a checkout and the torch of the environment it runs in.

    python packaging/build.py bundle              one folder, dist/ganstudio; everything below is made from it
    python packaging/build.py deb archive         Debian and Ubuntu; a .tar.zst for every Linux
    python packaging/build.py appimage            needs appimagetool on the path
    python packaging/build.py nsis                Windows' installer; needs makensis
    python packaging/build.py dmg                 macOS
    python packaging/build.py sums                SHA256SUMS of what lies in dist

The environment needs the program itself and PyInstaller: pip install . pyinstaller. README.md in this folder says
what of this has been tried where.
"""

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

import ganstudio  # noqa: E402
from ganstudio.app.start.system_check import PACKAGES, XCB_PACKAGES  # noqa: E402

DIST, MADE = ROOT / "dist", HERE / "made"
BUNDLE = DIST / "ganstudio"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Of icons, in pixels."""
ID = "org.ganstudio.GANStudio"
PICTURES = {"live-light.png": "A run while it learns", "explore-light.png": "The map of what it knows"}
"""Those of resources/docs that software centres show."""
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
"""As Debian calls them."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="+", choices=list(BUILDERS))
    parser.add_argument("--home", default="", metavar="URL", help="where resources/docs can be seen, for screenshots")
    args = parser.parse_args()
    DIST.mkdir(exist_ok=True)
    for what in args.what:
        begun = time.monotonic()
        made = BUILDERS[what](args.home)
        print(f"{what}: {made.relative_to(ROOT)}, {size_of(made) / 1e6:,.0f} MB, {time.monotonic() - begun:.0f} s")


def bundle(home: str) -> Path:
    """The folder that PyInstaller makes."""
    icons(MADE)
    words = ["--noconfirm", "--log-level", "WARN", "--distpath", DIST, "--workpath", MADE / "work"]
    run(sys.executable, "-m", "PyInstaller", *words, HERE / "ganstudio.spec")
    return DIST / "GAN Studio.app" if sys.platform == "darwin" else BUNDLE


def icons(folder: Path) -> None:
    """The icon in every size and form, from the one drawing."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    drawing = QSvgRenderer(str(ROOT / "resources" / "icons" / "ganstudio.svg"))
    for size in SIZES:
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter)
        painter.end()
        picture.save(str(folder / f"{size}.png"))
    largest = Image.open(folder / f"{SIZES[-1]}.png")
    largest.save(folder / "ganstudio.ico", sizes=[(size, size) for size in SIZES if size <= 256])
    largest.save(folder / "ganstudio.icns")
    del app


# Linux ----------------------------------------------------------------------------------------------------------------


def deb(home: str) -> Path:
    """A package that installs to /opt and leaves nothing behind but what the person made."""
    version, architecture = ganstudio.__version__, ARCHITECTURES[platform.machine()]
    tree = MADE / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    copy_bundle(tree / "opt" / "ganstudio")
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "ganstudio").symlink_to("/opt/ganstudio/ganstudio")
    share(tree / "usr" / "share", home)
    needed = sorted({*PACKAGES.values(), *XCB_PACKAGES.values(), "libc6"})
    control = {
        "Package": "ganstudio",
        "Version": version,
        "Architecture": architecture,
        "Maintainer": "The GAN Studio developers <ganstudio@localhost>",
        "Installed-Size": str(size_of(tree) // 1024),
        "Depends": ", ".join(needed),
        "Recommends": "shared-mime-info, desktop-file-utils",
        "Section": "graphics",
        "Priority": "optional",
        "Description": "watch a GAN learn from a folder of images\n"
        " Trains generative adversarial networks on your pictures while you watch, explores\n"
        " what they know, translates between two folders, and takes the pictures away.",
    }
    (tree / "DEBIAN").mkdir()
    text = "".join(f"{name}: {value}\n" for name, value in control.items())
    (tree / "DEBIAN" / "control").write_text(text, encoding="utf-8")
    package = DIST / f"ganstudio_{version}_{architecture}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zzstd", "-z3", "--build", tree, package)
    return package


def share(folder: Path, home: str) -> None:
    """What desktops read: the entry of the menu, icons, the type of our files, and the page of software centres."""
    for size in SIZES:
        copy(MADE / f"{size}.png", folder / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "ganstudio.png")
    copy(ROOT / "resources" / "icons" / "ganstudio.svg", folder / "icons" / "hicolor" / "scalable" / "apps")
    copy(HERE / "linux" / "ganstudio.desktop", folder / "applications")
    copy(HERE / "linux" / "ganstudio-mime.xml", folder / "mime" / "packages" / "ganstudio.xml")
    copy(ROOT / "LICENSE", folder / "doc" / "ganstudio" / "copyright")
    page = (HERE / "linux" / f"{ID}.metainfo.xml").read_text(encoding="utf-8")
    page = page.replace("@VERSION@", ganstudio.__version__).replace("@DATE@", time.strftime("%Y-%m-%d"))
    target = folder / "metainfo" / f"{ID}.metainfo.xml"
    target.parent.mkdir(parents=True)
    target.write_text(page.replace("@SCREENSHOTS@", screenshots(home)), encoding="utf-8")


def screenshots(home: str) -> str:
    """The element that names them; none without a home, as a wrong address is worse than none."""
    if not home:
        return ""
    shots = "".join(
        f"    <screenshot{kind}>\n      <caption>{caption}</caption>\n"
        f'      <image type="source">{home}/{name}</image>\n    </screenshot>\n'
        for kind, (name, caption) in zip((' type="default"', ""), PICTURES.items(), strict=True)
    )
    return f"  <screenshots>\n{shots}  </screenshots>\n"


def archive(home: str) -> Path:
    """The folder as one file, to be unpacked anywhere."""
    packed = DIST / f"ganstudio-{ganstudio.__version__}-linux-{platform.machine()}.tar.zst"
    run("tar", "--zstd", "-cf", packed, "-C", DIST, BUNDLE.name)
    return packed


def appimage(home: str) -> Path:
    """One file that runs where it lies."""
    tree = MADE / "GANStudio.AppDir"
    shutil.rmtree(tree, ignore_errors=True)
    copy_bundle(tree / "opt" / "ganstudio")
    share(tree / "usr" / "share", home)
    copy(HERE / "linux" / "ganstudio.desktop", tree)
    copy(MADE / "256.png", tree / "ganstudio.png")
    copy(HERE / "linux" / "AppRun", tree)
    (tree / "AppRun").chmod(0o755)
    packed = DIST / f"GAN_Studio-{ganstudio.__version__}-{platform.machine()}.AppImage"
    run("appimagetool", tree, packed)
    return packed


# Windows and macOS ----------------------------------------------------------------------------------------------------


def nsis(home: str) -> Path:
    """Windows' installer."""
    packed = DIST / f"ganstudio-{ganstudio.__version__}-windows.exe"
    known = {"VERSION": ganstudio.__version__, "BUNDLE": BUNDLE, "OUT": packed, "ICON": MADE / "ganstudio.ico",
             "LICENSE": ROOT / "LICENSE"}  # fmt: skip
    run("makensis", "-V2", *(f"-D{name}={value}" for name, value in known.items()), HERE / "windows" / "ganstudio.nsi")
    return packed


def dmg(home: str) -> Path:
    """The application beside a link to where applications go."""
    tree = MADE / "dmg"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(DIST / "GAN Studio.app", tree / "GAN Studio.app", symlinks=True)
    (tree / "Applications").symlink_to("/Applications")
    packed = DIST / f"ganstudio-{ganstudio.__version__}-macos-{platform.machine()}.dmg"
    run("hdiutil", "create", "-volname", "GAN Studio", "-srcfolder", tree, "-ov", "-format", "ULFO", packed)
    return packed


def sums(home: str) -> Path:
    """SHA-256 of every file in dist."""
    path = DIST / "SHA256SUMS"
    lines = []
    for file in sorted(each for each in DIST.iterdir() if each.is_file() and each != path):
        with open(file, "rb") as content:
            lines.append(f"{hashlib.file_digest(content, 'sha256').hexdigest()}  {file.name}\n")
    path.write_text("".join(lines), encoding="utf-8")
    return path


BUILDERS = {made.__name__: made for made in (bundle, deb, archive, appimage, nsis, dmg, sums)}


def copy_bundle(target: Path) -> None:
    """By links where the disk can: a bundle is gigabytes."""
    target.parent.mkdir(parents=True, exist_ok=True)

    def linked(source: str, place: str) -> None:
        try:
            os.link(source, place)
        except OSError:
            shutil.copy2(source, place)

    shutil.copytree(BUNDLE, target, symlinks=True, copy_function=linked)


def copy(source: Path, target: Path) -> None:
    """To `target`, which is the file's name if it has a suffix or is no folder yet of its own."""
    place = target if target.suffix or target.name == "copyright" else target / source.name
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, place)


def size_of(path: Path) -> int:
    """Bytes of a file, or of all in a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(each.stat().st_size for each in path.rglob("*") if each.is_file() and not each.is_symlink())


def run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
