"""The journal: each step with its time and author, in a chain that belongs to one store."""

import datetime
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import scales
from riskdesk.domain.records import to_record
from riskdesk.domain.step import Change, Step
from riskdesk.domain.values import Category, Language, Register
from riskdesk.store import copying
from riskdesk.store.footprint import FileReplaced
from riskdesk.store.store import Store
from riskdesk.store.transaction import Transaction

REGISTER = Register(scale=scales.profile("5x5", Language.ENGLISH), title="Title")


Work = Callable[[Transaction], None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.create(tmp_path / "a.riskdesk")) as made:
        yield made


def add_register(tx: Transaction) -> None:
    tx.insert(REGISTER)


def add_category(tx: Transaction) -> None:
    tx.insert(Category(register=REGISTER.id))


def do(store: Store, works: list[Work]) -> None:
    for work in works:
        store.run("me", "Step", work)


@pytest.mark.parametrize(
    ("shared", "ahead"),
    [([], []), ([], [add_register]), ([add_register], []), ([add_register], [add_category])],
    ids=["empty", "empty, ahead", "with a step", "with a step, ahead"],
)
def test_a_copy_in_the_place_of_a_store_is_another_one_though_its_steps_are_the_same(
    store: Store, tmp_path: Path, shared: list[Work], ahead: list[Work]
) -> None:
    copy = tmp_path / "copy.riskdesk"
    do(store, shared)
    copying.write(copy, store.steps())
    with closing(Store.open(copy)) as other:
        do(other, ahead)
    store.path.write_bytes(copy.read_bytes())
    with pytest.raises(FileReplaced):
        store.news()
    with pytest.raises(FileReplaced):
        store.run("me", "Step", add_category if shared else add_register)
    assert store.path.read_bytes() == copy.read_bytes()


def test_a_store_was_changed_when_its_last_step_was_taken(tmp_path: Path) -> None:
    times = [datetime.datetime(2026, 11, day, 9, 30, tzinfo=datetime.UTC) for day in (27, 29, 28)]
    change = Change("register", REGISTER.id, None, to_record(REGISTER))
    titles = [REGISTER.title, "Second", "Third"]
    steps = [Step(1, times[0], "me", "New register", (change,))]
    for number, at in enumerate(times[1:], 2):
        before, after = ({"title": titles[place]} for place in (number - 2, number - 1))
        steps.append(Step(number, at, "me", "Edit", (Change("register", REGISTER.id, before, after),)))
    copying.write(tmp_path / "a.riskdesk", steps)
    with closing(Store.open(tmp_path / "a.riskdesk")) as store:
        assert store.changed() == times[-1]


def test_the_time_of_a_step_is_noted_to_the_millisecond(store: Store) -> None:
    do(store, [add_register])
    with closing(sqlite3.connect(store.path)) as raw:
        ((at,),) = raw.execute("SELECT at FROM step").fetchall()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", at)
