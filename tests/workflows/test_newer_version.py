"""A newer version is looked for when it is asked for, in a file or at an address, and offline there is a sentence."""

import threading
import time
import tomllib
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ganstudio.cli import main
from ganstudio.workflows.newer_version import UpdateError, newer_releases, own_news, releases

CHANGELOG = """# Changelog

## 0.11.0 (in the making)
- Not yet.

## 0.10.0 (2027-02-01)
- Faster,
  and [31mred.

## 0.9
- Larger.

## 0.1.0
- The first.
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def changelog(tmp_path: Path) -> Path:
    file = tmp_path / "CHANGELOG.md"
    file.write_text(CHANGELOG)
    return file


@pytest.fixture
def address(changelog: Path) -> Iterator[str]:
    """The same, served on this computer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(changelog.parent)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{changelog.name}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_that_newer_versions_are_found_the_newest_first_and_none_in_the_making(changelog: Path) -> None:
    later = newer_releases(str(changelog), "0.1.0")
    assert [(release.version, release.news) for release in later] == [
        ("0.10.0", "- Faster, and \\x1b[31mred."),
        ("0.9", "- Larger."),
    ]
    assert newer_releases(str(changelog), "0.10") == []
    assert newer_releases(str(changelog), "1.0") == []


def test_that_the_same_comes_from_an_address(address: str) -> None:
    assert [release.version for release in newer_releases(address, "0.9.0")] == ["0.10.0"]


def test_that_what_is_missing_or_offline_or_no_changelog_is_a_sentence(address: str, tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text("nothing of the kind")
    for source, words in {
        "http://127.0.0.1:9/CHANGELOG.md": "does not answer", f"{address}.no": "does not answer",
        str(tmp_path / "no.md"): "cannot be read", str(tmp_path / "text.md"): "names no version",
    }.items():  # fmt: skip
        with pytest.raises(UpdateError, match=words):
            newer_releases(source, "0.1.0")


class _Odd(BaseHTTPRequestHandler):
    """Answers as no server should, by the path."""

    def do_GET(self) -> None:
        if self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(20):
                self.wfile.write(b"## 9.9\n")
                time.sleep(0.1)
        elif self.path == "/garbage":
            self.wfile.write(b"\x00\xff no HTTP \r\n\r\n")
        else:
            self.send_response(200)
            self.send_header("Content-Length", "900")
            self.end_headers()
            self.wfile.write(b"## 0")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""


def test_that_odd_addresses_and_odd_servers_are_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ganstudio.scores.fetch.ANSWERING", 0.5)
    with ThreadingHTTPServer(("127.0.0.1", 0), _Odd) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        place = f"http://127.0.0.1:{server.server_port}"
        odd = ("http://", "http://[", "https://a b/", "http://127.0.0.1:99999/", "http://\x00/", "http://..../")
        for source in (*odd, f"{place}/slow", f"{place}/garbage", f"{place}/cut"):
            with pytest.raises(UpdateError, match=r"does not answer|names no version"):
                newer_releases(source, "0.1.0")
        server.shutdown()
        thread.join()


def test_that_the_news_of_the_installed_version_come_with_the_program() -> None:
    assert "- " in own_news()
    assert "\n" in own_news()
    wheel = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert wheel["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]["CHANGELOG.md"] == (
        "ganstudio/resources/CHANGELOG.md"
    )


def test_that_this_programs_own_changelog_is_understood() -> None:
    text = (Path(__file__).parents[2] / "CHANGELOG.md").read_text(encoding="utf-8")
    assert releases(text.replace(" (in the making)", ""))[-1].version == "0.1.0"


def test_that_the_command_says_what_is_new(changelog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["update", "--from", str(changelog)]) == 0
    text = capsys.readouterr().out
    assert "GAN Studio 0.10.0 is there" in text
    assert "- Faster, and" in text
    assert main(["update", "--from", str(changelog.parent / "no.md")]) != 0
    assert "cannot be read" in capsys.readouterr().err
