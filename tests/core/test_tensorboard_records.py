"""The records for TensorBoard, compared with what its own package reads and sums."""

import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.tensorflow_stub.pywrap_tensorflow import crc32c as theirs

from ganstudio.core import tensorboard_records as records

LENGTHS = [0, 1, 3, 8, 255, 1023, 1024, 1025, 1279, 5_000, 70_001]


def test_that_the_sum_is_the_published_one():
    assert records.crc32c(b"123456789") == 0xE3069283  # the check value of CRC-32C


@pytest.mark.parametrize("length", LENGTHS)
def test_that_the_sum_in_lanes_is_the_sum_byte_for_byte(length: int):
    content = bytes((31 * at + at // 7) % 256 for at in range(length))
    assert records.crc32c(content) == theirs(content)


@given(st.text(min_size=1), st.floats(width=32, allow_nan=False), st.integers(0, 2**63 - 1), st.floats(0, 4e9))
def test_that_a_point_of_a_curve_is_read_as_it_was(tag: str, value: float, step: int, when: float):
    tag = tag.encode(errors="ignore").decode()
    event = Event.FromString(records.number(tag, value, step, wall_time=when))
    assert (event.wall_time, event.step) == (when, step)
    (read,) = event.summary.value
    assert (read.tag, read.simple_value) == (tag, value)


def test_that_a_number_too_large_for_its_field_is_infinite_and_none_at_all_is_none():
    for value, expected in ((1e300, math.inf), (-1e300, -math.inf)):
        (read,) = Event.FromString(records.number("loss", value, 1, wall_time=0.0)).summary.value
        assert read.simple_value == expected
    (read,) = Event.FromString(records.number("loss", math.nan, 1, wall_time=0.0)).summary.value
    assert math.isnan(read.simple_value)


def test_that_a_picture_keeps_its_bytes_and_tells_its_size():
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBB", 13, b"IHDR", 640, 300, 8, 6) + bytes(900)
    (read,) = Event.FromString(records.picture("samples", png, 7, wall_time=1.0)).summary.value
    assert (read.image.width, read.image.height, read.image.colorspace) == (640, 300, 4)
    assert read.image.encoded_image_string == png


def test_that_a_file_begins_with_its_version_and_a_restart_is_told():
    assert Event.FromString(records.version(wall_time=2.0)).file_version == "brain.Event:2"
    event = Event.FromString(records.restart(41, wall_time=2.0))
    assert event.step == 41
    assert event.session_log.status == event.session_log.START


def test_that_a_step_before_the_first_is_no_step():
    with pytest.raises(ValueError, match="negative"):
        records.number("loss", 0.0, -1, wall_time=0.0)
