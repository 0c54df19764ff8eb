"""The registers of a store, read as a list: each as it is, with what is the same in many of them read once."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from riskdesk.domain.label import Label
from riskdesk.domain.values import Register
from riskdesk.store.reader import Reader
from riskdesk.store.store import Store
from riskdesk.store.transaction import Transaction


@pytest.fixture
def store(kazakhstan: Path) -> Iterator[Store]:
    """Three registers, of which the last has a scale of its own."""

    def work(tx: Transaction) -> None:
        (first,) = tx.registers()
        own = replace(first.scale, name=Label("Our scale", "Notre échelle"))
        for number, scale in enumerate((first.scale, own), 1):
            tx.insert(replace(first, id=f"{number:08}-0000-4000-8000-000000000000", position=number, scale=scale))

    with closing(Store.open(kazakhstan)) as new_store:
        new_store.run("me", "Add", work)
        yield new_store


def registers(reader: Reader) -> list[Register]:
    return [reader.get(Register, identity) for identity, _ in reader.register_places()]


def test_registers_are_listed_as_each_is(store: Store) -> None:
    with store.reading() as reader:
        assert reader.registers() == registers(reader)
        assert [register.scale.name.en for register in reader.registers()][1:] == [
            reader.registers()[0].scale.name.en,
            "Our scale",
        ]


def test_registers_with_the_same_scale_have_one_in_common(store: Store) -> None:
    with store.reading() as reader:
        first, second, other = (register.scale for register in reader.registers())
    assert first is second
    assert other is not first


def test_a_scale_that_changes_is_read_anew(store: Store) -> None:
    def work(tx: Transaction) -> None:
        first = tx.registers()[0]
        tx.update(replace(first, scale=replace(first.scale, tolerance=0)))

    store.run("me", "Change the scale", work)
    with store.reading() as reader:
        assert [register.scale.tolerance for register in reader.registers()] == [
            0,
            *[register.scale.tolerance for register in registers(reader)[1:]],
        ]
        assert reader.registers() == registers(reader)
