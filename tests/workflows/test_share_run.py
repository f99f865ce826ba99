"""A run as one file: what is in it, what is not, that it is explored and continued, and what hostile ones get."""

import dataclasses
import io
import json
import zipfile
from pathlib import Path

import pytest
import torch

from ganstudio.core import checkpoint as checkpoints
from ganstudio.core.run import Preparation, Run
from ganstudio.core.settings import values_of
from ganstudio.models.gallery import Linear
from ganstudio.workflows.open_run import open_generator, open_session
from ganstudio.workflows.progress import TaskProgress
from ganstudio.workflows.share_run import MIMETYPE, SharedRunError, is_shared_run, pack_run, unpack_run
from tests.cli.support import write_pictures
from tests.core.fakes import make_session

TINY = Linear(resolution=8, batch=8, latent=8, generator_widths="16,16", discriminator_widths="16")
ALONE = TaskProgress(lambda done, total: None)


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> Run:
    """Trained for three steps on pictures of anna's."""
    session = make_session(tmp_path_factory.mktemp("anna") / "flowers", TINY, steps=3)
    grey = Preparation(colour="grey")
    session.run.change(sides=(("/people/anna/pictures",),), values=values_of(TINY), recipe="linear", preparation=grey)
    for _ in session.events():
        pass
    checkpoint = checkpoints.checkpoints_in(session.run.checkpoints)[0]
    state = checkpoints.load(checkpoint)
    checkpoints.mark_best(session.run.checkpoints, checkpoint.path, {"kid": 0.5})
    checkpoints.save_snapshot(session.run.folder, state | {"classes": []})
    return session.run


@pytest.fixture
def sent(run, tmp_path) -> Path:
    return pack_run(run, tmp_path / "flowers", ALONE)


def archive_of(*members: tuple[str, bytes], first: bytes = MIMETYPE) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", first)
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def test_that_it_says_what_it_is_and_does_not_say_who_sent_it(run, sent):
    assert sent.name == "flowers.ganrun"
    assert is_shared_run(sent)
    with zipfile.ZipFile(sent) as archive:
        names = archive.namelist()
        assert names[0] == "mimetype"
        assert archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        assert {"settings.json", "events.jsonl", "checkpoints/best.json"} <= set(names)
        assert not {"places.json", "run.lock", "log.txt", "explore.json"} & set(names)
        assert not any(b"anna" in archive.read(name) for name in names)
        assert any(name.startswith("samples/") for name in names)
        assert any(name.startswith("snapshots/") for name in names)


def test_that_it_draws_the_same_pictures_elsewhere(run, sent, tmp_path):
    received = unpack_run(sent, tmp_path / "elsewhere", ALONE)
    assert received.folder == tmp_path / "elsewhere" / "flowers"
    assert received.settings == dataclasses.replace(run.settings, sides=((),))
    assert list(received.events()) == list(run.events())
    z = torch.randn(4, 8)
    mine, theirs = (open_generator(known, device="cpu").network(z) for known in (run, received))
    assert torch.equal(mine, theirs)
    assert checkpoints.best_in(received.checkpoints)[1] == {"kid": 0.5}
    again = unpack_run(sent, tmp_path / "elsewhere", ALONE)
    assert again.folder.name == "flowers-2"
    assert sorted(path.name for path in (tmp_path / "elsewhere").iterdir()) == ["flowers", "flowers-2"]


@pytest.mark.parametrize("to_continue", [True, False])
def test_that_it_goes_on_training_if_it_was_sent_with_all_that_takes(run, tmp_path, to_continue):
    sent = pack_run(run, tmp_path / "flowers", ALONE, to_continue=to_continue)
    received = unpack_run(sent, tmp_path / "there", ALONE)
    received.change(sides=((str(write_pictures(tmp_path / "pictures", 12)),),))
    if to_continue:
        session = open_session(received)
        assert session.trainer.step == 3
        kept = checkpoints.load(checkpoints.checkpoints_in(run.checkpoints)[0])
        weights = session.trainer.state()["networks"]["discriminator"]
        assert all(torch.equal(weights[name], known) for name, known in kept["networks"]["discriminator"].items())
    else:
        with pytest.raises(ValueError, match="sent to be explored, without what training goes on from"):
            open_session(received)


def test_that_a_run_without_a_checkpoint_is_not_sent(tmp_path):
    run = make_session(tmp_path / "run", TINY, steps=3).run
    with pytest.raises(SharedRunError, match=r"^run cannot be sent: "):
        pack_run(run, tmp_path / "run", ALONE)
    assert [path.name for path in tmp_path.glob("*.ganrun")] == []


SETTINGS = ("settings.json", b'{"format": 2}')
HOSTILE = {
    "no zip": b"PK nothing",
    "empty": b"",
    "another zip": archive_of(("a.png", b""), first=b"application/epub+zip"),
    "no settings": archive_of(),
    "settings of nothing": archive_of(SETTINGS),
    "two of a name": archive_of(SETTINGS, ("samples/A.png", b""), ("samples/a.png", b"")),
    "too large": archive_of(("settings.json", b" " * (2**20 + 1))),
    "deep settings": archive_of(("settings.json", b"[" * 100_000)),
    "torn": archive_of(SETTINGS)[:-30],
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_that_what_is_no_sent_run_is_refused_in_a_sentence_and_leaves_nothing(tmp_path, content):
    file = tmp_path / "strange.ganrun"
    file.write_bytes(content)
    with pytest.raises(SharedRunError) as refusal:
        unpack_run(file, tmp_path / "runs", ALONE)
    assert str(refusal.value).startswith("strange.ganrun ")
    assert str(refusal.value).endswith(".")
    assert list((tmp_path / "runs").iterdir()) == []


def test_that_entries_that_belong_to_no_run_are_passed_over(sent, tmp_path):
    with zipfile.ZipFile(sent, "a") as archive:
        for name in (
            "../outside.png",
            "/absolute.png",
            "samples/../../x.png",
            "places.json",
            "code.py",
            "samples/a/b.png",
        ):
            archive.writestr(name, b'{"sides": [["/etc"]]}')
    received = unpack_run(sent, tmp_path / "runs" / "deep", ALONE)
    assert received.settings.sides == ((),)
    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert not names & {"outside.png", "absolute.png", "x.png", "places.json", "code.py", "b"}


def test_that_a_changed_weight_is_noticed(sent, tmp_path):
    with zipfile.ZipFile(sent) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = next(name for name in members if name.startswith("checkpoints/step-") and name.endswith(".safetensors"))
    members[name] = members[name][:-4] + b"\0\0\x80\x7f"
    first = members.pop("mimetype")
    sent.write_bytes(archive_of(*members.items(), first=first))
    received = unpack_run(sent, tmp_path / "runs", ALONE)
    with pytest.raises(ValueError, match="damaged"):
        open_generator(received)


def test_that_cancelling_leaves_nothing(sent, tmp_path):
    report = TaskProgress(lambda done, total: None)
    report.cancel()
    with pytest.raises(SharedRunError, match="cancelled"):
        unpack_run(sent, tmp_path / "runs", report)
    assert list((tmp_path / "runs").iterdir()) == []


def test_that_settings_do_not_hold_what_the_sender_had_open(sent):
    with zipfile.ZipFile(sent) as archive:
        assert json.loads(archive.read("settings.json"))["sides"] == 1
