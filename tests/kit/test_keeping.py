import threading

import pytest

from riskdesk.kit.keeping import queued


def test_what_is_written_last_stays() -> None:
    gate, written = threading.Event(), list[str]()
    queued(gate.wait)
    writings = [queued(lambda text=text: written.append(text)) for text in ("first", "second")]
    assert written == []
    gate.set()
    assert [writing.result() for writing in writings] == [None, None]
    assert written == ["first", "second"]


def test_an_error_of_the_program_is_handled_as_uncaught(monkeypatch: pytest.MonkeyPatch) -> None:
    uncaught = list[BaseException | None]()
    monkeypatch.setattr(threading, "excepthook", lambda crash: uncaught.append(crash.exc_value))
    error = queued(lambda: {}["nothing"]).exception()
    assert isinstance(error, KeyError)
    assert uncaught == [error]
    assert queued(lambda: "goes on").result() == "goes on"
