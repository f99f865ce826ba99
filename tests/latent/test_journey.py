"""The journey: undo and redo are exact however the person wandered, also after saving and opening."""

import json
import random

import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from hypothesis.strategies import integers

from ganstudio.latent.journey import FILE, Journey
from ganstudio.latent.point import Point, PointError, Seed, variation


def at(seed: int) -> Point:
    return Point(latent=Seed(seed))


def wander(journey: Journey, operations: int, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(operations):
        match chance.choice(["move", "move", "vary", "push", "jump", "undo", "redo"]):
            case "move":
                journey.move(at(chance.randrange(1000)))
            case "vary":
                journey.move(Point(latent=variation(Seed(chance.randrange(9)), chance.randrange(99), 0.3)))
            case "push":
                journey.move(journey.point.with_push("hue", chance.uniform(-3, 3)))
            case "jump":
                journey.jump(chance.randrange(len(journey.visits)))
            case "undo":
                journey.undo()
            case "redo":
                journey.redo()


@pytest.mark.parametrize("seed", range(5))
def test_that_500_random_operations_are_undone_to_the_start_and_redone_to_the_last(tmp_path, seed):
    journey = Journey(at(42))
    wander(journey, 500, seed)
    journey.move(at(777))
    journey.save(tmp_path)
    again, sentence = Journey.load(tmp_path, at(0))
    assert sentence == ""
    for each in (journey, again):
        back = 0
        while each.undo():
            back += 1
        assert each.point == at(42)
        while each.redo():
            back -= 1
        assert each.point == at(777)
        assert back == 0
    assert again.to_json() == journey.to_json()


class Wandering(RuleBasedStateMachine):
    """A journey beside the simplest thing that could be right: a list of points and a place in it."""

    def __init__(self) -> None:
        super().__init__()
        self.journey = Journey(at(0))
        self.trail = [at(0)]
        self.place = 0

    def _go(self, point: Point) -> None:
        if point != self.trail[self.place]:
            self.trail = [*self.trail[: self.place + 1], point]
            self.place += 1

    @rule(seed=integers(0, 5))
    def move(self, seed):
        self.journey.move(at(seed))
        self._go(at(seed))

    @rule(number=integers(0, 1000))
    def jump(self, number):
        goal = number % len(self.journey.visits)
        before = self.journey.at
        self.journey.jump(goal)
        if goal != before:
            self.trail = [*self.trail[: self.place + 1], self.journey.visits[goal].point]
            self.place += 1

    @rule()
    def undo(self):
        assert self.journey.undo() == (self.place > 0)
        self.place = max(0, self.place - 1)

    @rule()
    def redo(self):
        assert self.journey.redo() == (self.place < len(self.trail) - 1)
        self.place = min(len(self.trail) - 1, self.place + 1)

    @rule()
    def save_and_open(self):
        self.journey = Journey.from_json(self.journey.to_json())

    @invariant()
    def the_place_is_right(self):
        assert self.journey.point == self.trail[self.place]


TestWandering = Wandering.TestCase
TestWandering.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)


def test_that_what_was_undone_stays_in_the_tree():
    journey = Journey(at(1))
    journey.move(at(2))
    journey.undo()
    journey.move(at(3))
    assert [visit.point for visit in journey.visits] == [at(1), at(2), at(3)]
    assert journey.children() == {-1: [0], 0: [1, 2]}
    journey.jump(1)
    assert journey.point == at(2)


def test_that_standing_still_is_no_move():
    journey = Journey(at(1))
    journey.move(at(1))
    assert not journey.can_undo


def names(journey: Journey) -> list[str]:
    return [pin.name for pin in journey.pins]


def test_that_pins_keep_their_names_apart_and_their_order():
    journey = Journey(at(1))
    journey.pin("rose", at(1))
    journey.pin("rose", at(2))
    assert names(journey) == ["rose", "rose 2"]
    journey.name_pin(1, "tulip")
    journey.reorder(1, 0)
    again = Journey.from_json(journey.to_json())
    assert [(pin.name, pin.point) for pin in again.pins] == [("tulip", at(2)), ("rose", at(1))]
    journey.unpin(1)
    assert names(journey) == ["tulip"]


def test_that_every_change_of_the_pins_is_undone_in_the_order_it_was_made():
    journey = Journey(at(1))
    journey.pin("a", at(1))
    journey.pin("b", at(2))
    journey.move(at(3))
    journey.reorder(1, 0)
    journey.name_pin(0, "c")
    journey.unpin(1)
    states = []
    while journey.undo():
        states.append((names(journey), journey.point))
    assert states == [
        (["c", "a"], at(3)), (["b", "a"], at(3)), (["a", "b"], at(3)), (["a", "b"], at(2)), (["a"], at(1)), ([], at(1)),
    ]  # fmt: skip
    while journey.redo():
        pass
    assert (names(journey), journey.point) == (["c"], at(3))


def test_that_all_is_undone_and_done_again_after_it_was_written_and_read():
    journey = Journey(at(1))
    journey.pin("a", at(2))
    journey.pin("b", at(1))
    journey.name_pin(0, "c")
    journey.move(at(3))
    journey.reorder(0, 1)
    journey.unpin(0)
    journey.undo()
    again = Journey.from_json(journey.to_json())
    assert (names(again), again.point) == (["b", "c"], at(3))
    assert again.to_json() == journey.to_json()
    for each in (Journey.undo, Journey.redo):
        seen = []
        for known in (journey, again):
            seen.append([])
            while each(known):
                seen[-1].append((names(known), known.point))
        assert seen[0] == seen[1]
        assert len(seen[0]) > 4
    again.pin("d", at(4))
    assert again.undo(), "it goes on as if it had never been closed"
    assert names(again) == ["c"]


def test_that_a_long_journey_with_pins_stays_small_in_its_file():
    journey = Journey(at(1))
    for number in range(30):
        journey.pin(f"pin {number}", at(number))
    for number in range(1000):
        journey.move(at(number + 100))
    assert len(journey.to_json()) < 100_000


def older(number: int, **fields: object) -> Journey:
    """Read from a file of an older format."""
    known = {"visits": [[-1, {"latent": {"seed": 1}}], [0, {"latent": {"seed": 2}}]], "trail": [0, 1], "place": 1}
    return Journey.from_json(json.dumps({"format": number} | known | fields))


def test_that_favourites_of_an_older_file_are_pins():
    kept = [["home", {"latent": {"seed": 4}}], ["shed", {"latent": {"seed": 5}}]]
    for journey in (older(1, favourites=kept), older(2, pins=kept)):
        assert [(pin.name, pin.point) for pin in journey.pins] == [("home", at(4)), ("shed", at(5))]
        assert journey.point == at(2)
        assert journey.undo()
        assert (journey.point, len(journey.pins)) == (at(1), 2)


def test_that_a_damaged_journey_is_set_aside_and_a_new_one_begins(tmp_path):
    (tmp_path / FILE).write_text("{")
    journey, sentence = Journey.load(tmp_path, at(5))
    assert journey.point == at(5)
    assert "explore.damaged.json" in sentence
    assert (tmp_path / "explore.damaged.json").read_text() == "{"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("trail", []), ("trail", [[9, 0]]), ("trail", [[0, 1]]), ("trail", [[0, -1]]), ("trail", [0, 1]),
        ("trail", [[0, "0"]]), ("trail", [[0, 0, 0]]), ("trail", {}), ("place", 7), ("place", -1), ("place", True),
        ("format", 4), ("format", "3"), ("visits", []), ("visits", [[0, {"latent": {"seed": 1}}]]),
        ("visits", [[-1, {"latent": {"seed": "x"}}]]), ("rows", []), ("rows", [[0]]), ("rows", [["a"]]), ("rows", 3),
        ("pins", [[7, {"latent": {"seed": 1}}]]), ("pins", [["a" * 201, {"latent": {"seed": 1}}]]),
    ],
)  # fmt: skip
def test_that_each_wrong_part_of_a_journey_is_seen(name, value):
    journey = Journey(at(1))
    journey.move(at(2))
    fields = json.loads(journey.to_json()) | {name: value}
    with pytest.raises(PointError):
        Journey.from_json(json.dumps(fields))


def test_that_a_row_with_a_name_twice_is_seen():
    fields = json.loads(Journey(at(1)).to_json())
    fields |= {"pins": [["a", {"latent": {"seed": 1}}], ["a", {"latent": {"seed": 2}}]], "rows": [[0, 1]]}
    with pytest.raises(PointError):
        Journey.from_json(json.dumps(fields))


def test_that_a_folder_that_is_gone_is_an_error_when_saving(tmp_path):
    with pytest.raises(OSError, match="gone"):
        Journey(at(1)).save(tmp_path / "gone")
