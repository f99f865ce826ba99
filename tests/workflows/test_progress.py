"""Progress of a piece of work: told now and then, the end always, and cancelling is noticed."""

from ganstudio.workflows.progress import SAY_EVERY, TaskProgress


def test_that_progress_is_told_now_and_then_and_the_end_always() -> None:
    now = [10.0]
    reports: list[tuple[int, int]] = []
    report = TaskProgress(lambda done, total: reports.append((done, total)), clock=lambda: now[0])
    report.progress(1, 4)
    report.progress(2, 4)
    now[0] += SAY_EVERY
    report.progress(3, 4)
    report.progress(4, 4)
    assert reports == [(1, 4), (3, 4), (4, 4)]


def test_that_a_cancelled_piece_of_work_learns_it() -> None:
    report = TaskProgress(lambda done, total: None)
    assert not report.cancelled()
    report.cancel()
    assert report.cancelled()
