"""Work off the main thread."""

from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from riskdesk.kit.tasks import Task


def failing() -> Iterator[tuple[int, int]]:
    yield 0, 1
    raise ValueError("a fault of ours")


def test_an_error_that_nobody_listens_for_is_not_passed_over(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        Task(failing()).start()  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: not Task._running)
    assert [str(error) for _, error, _ in caught] == ["a fault of ours"]


def test_an_error_goes_to_its_listener_alone(qtbot: QtBot) -> None:
    errors: list[Exception] = []
    with qtbot.captureExceptions() as caught:
        task = Task(failing())  # type: ignore[arg-type]
        task.failed.connect(errors.append)
        task.start()
        qtbot.waitUntil(lambda: not Task._running)
    assert [str(error) for error in errors] == ["a fault of ours"]
    assert caught == []
