"""Two threads that work with one store take turns."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import scales
from riskdesk.domain.step import UndoDirection
from riskdesk.domain.values import Register
from riskdesk.store.store import Store
from riskdesk.store.transaction import Transaction


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.create(tmp_path / "a.riskdesk")) as new_store:
        yield new_store


def count(store: Store) -> int:
    with store.reading() as reader:
        return len(list(reader.registers()))


READS = {
    "reading": lambda store: count(store),
    "undoable": lambda store: store.undoable(None, UndoDirection.UNDO),
    "news": lambda store: store.news(),
    "changed_at": lambda store: store.changed_at(),
    "history": lambda store: store.history.people(""),
    "copy": lambda store: store.copy().close(),
    "still_here": lambda store: store.still_here(),
}


@pytest.mark.parametrize("name", READS)
def test_a_reader_waits_until_the_write_is_on_disk(store: Store, name: str) -> None:
    inside, reading, counts = threading.Event(), threading.Event(), []

    def read() -> None:
        inside.wait()
        reading.set()
        READS[name](store)
        counts.append(count(store))

    def work(tx: Transaction) -> None:
        inside.set()
        tx.insert(Register(scale=scales.profile("5x5"), title="New"))
        reading.wait()
        # As long as this goes on, the other thread can only wait.
        reader.join(0.05)

    reader = threading.Thread(target=read)
    reader.start()
    store.run("me", "Add register", work)
    reader.join()
    assert counts == [1]


def test_many_threads_write_and_read_at_once(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.insert(Register(scale=scales.profile("5x5"), title="New", position=len(tx.register_places())))

    threads = [
        threading.Thread(target=lambda: [(store.run("me", "Add register", work), count(store)) for _ in range(5)])
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(store) == 20
    assert len(store.steps()) == 20
