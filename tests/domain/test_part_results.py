"""What is worked out of parts is worked out again only of those that are other objects."""

import random

import pytest

from riskdesk.domain.part_results import PartResults, differing


class Part:
    """Something that is equal to any other."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Part)

    __hash__ = object.__hash__


def test_where_two_sequences_differ() -> None:
    one, two, three, four = (Part() for _ in range(4))
    assert differing([one, two, three], (one, two, three)) == (slice(3, 3), slice(3, 3))
    assert differing([one, two, three], [one, four, three]) == (slice(1, 2), slice(1, 2))
    assert differing([one, two], [one, four, three, two]) == (slice(1, 1), slice(1, 3))
    assert differing([one, one, one], [one, one]) == (slice(2, 3), slice(2, 2))
    assert differing([], [one]) == (slice(0, 0), slice(0, 1))


@pytest.mark.parametrize("seed", range(20))
def test_each_part_is_worked_out_once_as_long_as_it_is_there(seed: int) -> None:
    chance, worked_out = random.Random(seed), list[Part]()

    def work(part: Part) -> int:
        worked_out.append(part)
        return id(part)

    results, parts, before = PartResults(work), [Part() for _ in range(6)], list[Part]()
    for _ in range(20):
        worked_out.clear()
        assert results.of(parts) == list(map(id, parts))
        assert list(map(id, worked_out)) == [id(part) for part in parts if id(part) not in map(id, before)]
        before = parts
        at, gone = chance.randrange(len(parts) + 1), chance.randrange(3)
        parts = [*parts[:at], *(Part() for _ in range(chance.randrange(3))), *parts[at + gone :]]
        parts = chance.choice([parts, chance.sample(parts, len(parts))])
