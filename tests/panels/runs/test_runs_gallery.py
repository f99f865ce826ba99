"""The gallery of runs: sorting, filter and selection, what each button asks for, and the cards."""

import dataclasses
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QMenu, QTreeView
from pytestqt.qtbot import QtBot

from ganstudio.core.events import Scored
from ganstudio.core.run import RunSettings, Summary
from ganstudio.core.run_state import RunState
from ganstudio.panels import look
from ganstudio.panels.runs.runs_gallery import RunsGallery
from ganstudio.panels.runs.runs_gallery.lineage import lineage
from ganstudio.panels.runs.runs_gallery.run_model import star_place

Write = Callable[[str, str], Path]


def summary(
    name: str, *, outcome: str = "completed", modified: float = 1.7e9, last_sample: Path | None = None
) -> Summary:
    settings = RunSettings(recipe="dcgan", sides=(("/pictures/blossoms",),))
    state = RunState(begun=True, step=4210, kimg=269.4, outcome=outcome)
    return Summary(name, settings, state, last_sample, modified)


ALPHA, BETA, GAMMA = Path("/runs/alpha"), Path("/runs/beta"), Path("/runs/gamma")


@pytest.fixture
def gallery(qtbot: QtBot) -> RunsGallery:
    made = RunsGallery({"dcgan": "DCGAN"})
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.setRuns(
        [
            (BETA, summary("beta", modified=3e9)),
            (ALPHA, summary("alpha", modified=1e9)),
            (GAMMA, summary("gamma <b>", modified=2e9, outcome="")),
        ]
    )
    return made


def cards(gallery: RunsGallery) -> QListView:
    return gallery.findChild(QListView)


def actions(gallery: RunsGallery) -> dict[str, QAction]:
    """What can be done with the chosen runs, by what the menu calls it."""
    made = gallery.findChild(QMenu).actions()
    return {action.text().rstrip("…").lower(): action for action in made if not action.isSeparator()}


def new_name(gallery: RunsGallery) -> QLineEdit:
    return next(field for field in gallery.findChildren(QLineEdit) if field.accessibleName() == "New name")


def instead_of_runs(gallery: RunsGallery) -> list[str]:
    """Sentences on show where no run is."""
    return [label.text() for label in gallery.findChildren(QLabel) if label.isVisible() and "run" in label.text()]


def requests(gallery: RunsGallery) -> list[tuple[object, ...]]:
    made: list[tuple[object, ...]] = []
    for name in ("open", "resume", "rename", "delete", "compare", "reveal", "explore", "export"):
        signal = getattr(gallery, f"{name}Requested")
        signal.connect(lambda *args, name=name: made.append((name, *args)))
    return made


def test_that_the_newest_comes_first_or_the_alphabet_decides(gallery: RunsGallery) -> None:
    assert gallery.shown() == [BETA, GAMMA, ALPHA]
    gallery.setSorting("name")
    assert gallery.shown() == [ALPHA, BETA, GAMMA]


def scored(kid: float, count: int = 500) -> Scored:
    return Scored(step=9, kimg=1.0, scores={"KID": kid}, count=count, features="builtin", best=True)


def test_that_the_best_score_is_told_with_what_it_rests_on_and_sorts(gallery: RunsGallery) -> None:
    gallery.setRuns(
        [
            (ALPHA, dataclasses.replace(summary("alpha"), best=scored(0.5))),
            (BETA, summary("beta", modified=9e9)),
            (GAMMA, dataclasses.replace(summary("gamma"), best=scored(0.0124, 1000))),
        ]
    )
    gallery.setSorting("score")
    assert gallery.shown() == [GAMMA, ALPHA, BETA]
    model = cards(gallery).model()
    assert [model.index(place, 6).data() for place in range(3)] == ["KID 0.0124 · N 1,000", "KID 0.5 · N 500", ""]


def test_that_the_card_under_the_mouse_plays_its_growth(qtbot: QtBot, gallery: RunsGallery, tmp_path: Path) -> None:
    for place, colour in enumerate(("red", "lime", "blue")):
        (tmp_path / "samples").mkdir(exist_ok=True)
        picture = QImage(32, 32, QImage.Format.Format_RGB888)
        picture.fill(QColor(colour))
        picture.save(str(tmp_path / "samples" / f"{place:09d}.png"))
    gallery.setRuns([(tmp_path, summary("run", last_sample=tmp_path / "samples" / "000000002.png"))])
    view = cards(gallery)
    middle = view.visualRect(view.model().index(0, 0)).center()

    def colour() -> str:
        return QColor(view.viewport().grab().toImage().pixelColor(middle - QPoint(0, 40))).name()

    qtbot.waitUntil(lambda: colour() == "#0000ff")
    qtbot.mouseMove(view.viewport(), middle)
    for name in ("#ff0000", "#00ff00", "#0000ff"):
        qtbot.waitUntil(lambda name=name: colour() == name)
    qtbot.mouseMove(view.viewport(), QPoint(view.viewport().width() - 2, view.viewport().height() - 2))
    qtbot.wait(400)
    assert colour() == "#0000ff"


@pytest.mark.parametrize(("text", "count"), [("ALPH", 1), ("dcgan", 3), ("blossoms", 3), ("unexpected", 1), ("zzz", 0)])
def test_that_the_filter_looks_at_all_that_is_told(gallery: RunsGallery, text: str, count: int) -> None:
    gallery.setFilter(text)
    assert len(gallery.shown()) == count
    assert bool(instead_of_runs(gallery)) == (count == 0)


def test_that_the_selection_outlives_sorting_and_refreshing(gallery: RunsGallery) -> None:
    gallery.select([ALPHA, GAMMA])
    gallery.setSorting("name")
    gallery.setRuns([(ALPHA, summary("alpha")), (GAMMA, summary("gamma")), (BETA, summary("beta"))])
    gallery.setCards(False)
    assert set(gallery.selected()) == {ALPHA, GAMMA}


def test_that_what_can_be_done_follows_the_selection(gallery: RunsGallery) -> None:
    def enabled() -> set[str]:
        return {name for name, action in actions(gallery).items() if action.isEnabled()}

    assert enabled() == set()
    gallery.select([ALPHA])
    send = {"send as one file", "send to train on", "star", "add to queue"}
    assert enabled() == {"open", "resume", "explore", "rename", "export", "show folder", "delete"} | send
    gallery.select([ALPHA, BETA])
    assert enabled() == {"compare", "delete", "star", "add to queue"}
    gallery.select([ALPHA])
    gallery.setLive(ALPHA)
    assert enabled() == {"open", "explore", "export", "show folder"} | send
    translation = RunSettings(recipe="cyclegan", sides=(("/x/photos",), ("/x/paintings",)))
    gallery.setRuns([(BETA, Summary("beta", translation))])
    gallery.select([BETA])
    assert "explore" not in enabled()  # there is no noise to walk in


def test_that_each_action_tells_what_it_is_about(gallery: RunsGallery) -> None:
    asked = requests(gallery)
    gallery.select([ALPHA])
    for name in ("open", "resume", "explore", "export", "show folder", "delete"):
        actions(gallery)[name].trigger()
    gallery.select([ALPHA, BETA])
    actions(gallery)["compare"].trigger()
    assert asked == [
        ("open", ALPHA), ("resume", ALPHA), ("explore", ALPHA), ("export", ALPHA), ("reveal", ALPHA),
        ("delete", [ALPHA]), ("compare", [BETA, ALPHA]),
    ]  # fmt: skip


def test_that_keys_open_delete_and_move(qtbot: QtBot, gallery: RunsGallery) -> None:
    asked = requests(gallery)
    gallery.select([BETA])
    cards(gallery).setFocus()
    qtbot.keyClick(cards(gallery), Qt.Key.Key_Right)
    assert gallery.selected() == [GAMMA]
    qtbot.keyClick(cards(gallery), Qt.Key.Key_Return)
    qtbot.keyClick(cards(gallery), Qt.Key.Key_Delete)
    assert asked == [("open", GAMMA), ("delete", [GAMMA])]


def test_that_renaming_asks_in_place(qtbot: QtBot, gallery: RunsGallery) -> None:
    asked = requests(gallery)
    gallery.select([ALPHA])
    cards(gallery).setFocus()
    qtbot.keyClick(cards(gallery), Qt.Key.Key_F2)
    assert new_name(gallery).isVisible()
    assert new_name(gallery).text() == "alpha"
    new_name(gallery).setText(" better ")
    qtbot.keyClick(new_name(gallery), Qt.Key.Key_Return)
    assert asked == [("rename", ALPHA, "better")]
    assert not new_name(gallery).isVisible()


def test_that_the_same_or_no_name_renames_nothing(qtbot: QtBot, gallery: RunsGallery) -> None:
    asked = requests(gallery)
    gallery.select([ALPHA])
    for name in ("alpha", "  "):
        actions(gallery)["rename"].trigger()
        new_name(gallery).setText(name)
        qtbot.keyClick(new_name(gallery), Qt.Key.Key_Return)
    assert asked == []


def test_that_a_card_shows_the_last_picture(
    qtbot: QtBot, gallery: RunsGallery, grid_file: Write, settle: Callable[[], None]
) -> None:
    picture = grid_file("last.png", "#ff0000")
    gallery.setRuns([(ALPHA, summary("alpha", last_sample=picture))])
    gallery.grab()
    settle()
    corner = cards(gallery).visualRect(cards(gallery).model().index(0, 0)).topLeft()
    assert cards(gallery).grab().toImage().pixelColor(corner.x() + 40, corner.y() + 40) == QColor("#ff0000")


def test_that_the_live_run_says_so(gallery: RunsGallery) -> None:
    gallery.setLive(BETA)
    gallery.setCards(False)
    assert cards(gallery).model().index(0, 4).data() == "Training"
    assert cards(gallery).model().index(1, 4).data() == "Ended unexpectedly"


def test_that_a_run_of_two_sides_names_both(gallery: RunsGallery) -> None:
    settings = RunSettings(recipe="cyclegan", sides=(("/x/photos",), ("/x/a.png", "/x/b.png")))
    gallery.setRuns([(ALPHA, Summary("alpha", settings))])
    assert cards(gallery).model().index(0, 2).data() == "photos → a.png + 1"
    assert cards(gallery).model().index(0, 1).data() == "cyclegan"


def test_that_runs_with_a_star_come_first_and_a_click_on_the_star_or_a_key_asks_for_it(
    qtbot: QtBot, gallery: RunsGallery
) -> None:
    asked: list[tuple[object, bool]] = []
    gallery.starsChanged.connect(lambda folders, on: asked.append((folders, on)))
    view = cards(gallery)
    place = star_place(view.visualRect(view.model().index(1, 0))).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [([GAMMA], True)]
    assert gallery.selected() == [], "the star is set, and nothing is chosen"
    gallery.setStarred([GAMMA])
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked[1:] == [([GAMMA], False)]
    gallery.setSorting("star")
    assert gallery.shown() == [GAMMA, BETA, ALPHA]
    gallery.select([ALPHA, GAMMA])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert asked[2:] == [([GAMMA, ALPHA], True)], "all of them, where one has none"
    gallery.setStarred([GAMMA, ALPHA])
    assert actions(gallery)["take the star away"].isEnabled()
    assert view.model().index(0, 0).data() == "★ gamma <b>"
    assert "starred" in view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_a_line_leads_from_a_run_to_what_was_begun_from_it(gallery: RunsGallery) -> None:
    def begun_from(name: str, parent: str) -> Summary:
        known = summary(name)
        origin = {"run": parent, "step": 4000}
        return dataclasses.replace(known, settings=dataclasses.replace(known.settings, origin=origin))

    elsewhere = Path("/other/alpha")
    runs = [
        (elsewhere, summary("alpha", modified=9e9)), (ALPHA, summary("alpha", modified=8e9)),
        (BETA, begun_from("beta", "alpha")), (GAMMA, begun_from("gamma", "gone")),
    ]  # fmt: skip
    assert lineage(runs) == [(1, 2)], "the one beside it, and none to a run that is not there"
    before = gallery.grab().toImage()
    gallery.setRuns(
        [(folder, dataclasses.replace(known, modified=9e9 - at)) for at, (folder, known) in enumerate(runs)]
    )
    view = cards(gallery)
    assert view.model().index(2, 0).data(Qt.ItemDataRole.ToolTipRole).endswith("Begun from alpha at step 4,000.</qt>")
    card = view.visualRect(view.model().index(2, 0))
    dot = view.viewport().mapTo(gallery, QPoint(card.center().x(), card.bottom() - 1))
    accent = QColor(look.colours(gallery).accent)
    with_line = gallery.grab().toImage()
    assert with_line.pixelColor(dot) == accent
    assert before.pixelColor(dot) != accent


def test_that_a_thousand_runs_open_fast_and_read_only_what_is_seen(
    qtbot: QtBot, gallery: RunsGallery, grid_file: Write, settle: Callable[[], None]
) -> None:
    picture = grid_file("last.png", "#ff0000")
    runs = [(Path(f"/runs/{n}"), summary(f"run {n}", last_sample=picture, modified=float(n))) for n in range(1000)]
    started = time.perf_counter()
    gallery.setRuns(runs)
    gallery.grab()
    gallery.setFilter("run 99")
    assert time.perf_counter() - started < 2.0
    assert len(gallery.shown()) == 11
    settle()


def test_that_nothing_can_be_dropped_on_it(gallery: RunsGallery) -> None:
    for view in (cards(gallery), gallery.findChild(QTreeView)):
        assert not view.acceptDrops()
    assert cards(gallery).model().dropMimeData(QMimeData(), Qt.DropAction.CopyAction, 0, 0, QModelIndex()) is False


def test_that_no_runs_say_what_to_do(gallery: RunsGallery) -> None:
    gallery.setRuns([])
    (sentence,) = instead_of_runs(gallery)
    assert "start on the Train page" in sentence


def test_that_starred_only_hides_the_others_and_says_so(gallery: RunsGallery) -> None:
    gallery.setStarred([ALPHA])
    gallery.setOnlyStarred(True)
    assert gallery.shown() == [ALPHA]
    gallery.setStarred([])
    assert gallery.shown() == []
    assert any("No run has a star" in sentence for sentence in instead_of_runs(gallery))
    gallery.setOnlyStarred(False)
    assert len(gallery.shown()) == 3


def test_that_chosen_runs_can_be_put_into_the_queue(gallery: RunsGallery) -> None:
    asked: list[tuple[str, object]] = []
    gallery.queueRequested.connect(lambda folders: asked.append(("on", folders)))
    gallery.queueAgainRequested.connect(lambda folders: asked.append(("again", folders)))
    queue = next(menu for menu in gallery.findChildren(QMenu) if menu.title() == "Add to queue")
    go_on, again = queue.actions()
    assert not go_on.isEnabled()
    gallery.select([BETA, ALPHA])
    go_on.trigger()
    again.trigger()
    assert asked == [("on", [BETA, ALPHA]), ("again", [BETA, ALPHA])]
    gallery.setLive(BETA)
    assert not go_on.isEnabled(), "it trains"
    assert again.isEnabled()
