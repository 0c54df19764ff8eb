"""Spoiling what was good: bytes at any place, and JSON by its own structure."""

import json
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from random import Random
from typing import Any

from tests.faults.fuzz import nonsense
from tests.faults.fuzz.nonsense import Raw

# A place in JSON: a list or an object, and the number or the key of one of its values.
Slot = tuple[Any, Any]
# In characters, what is multiplied comes to.
_MOST = 1_000_000
_MANY = 2_000
_STANDS_FOR = "raw {} 5f0c1f"


def garbled(data: bytes, chance: Random, tokens: Sequence[bytes] = ()) -> bytes:
    """Bytes with some of them changed, moved, cut off or put in; `tokens` mean something in such a file."""
    for _ in range(chance.choice([1, 1, 1, 2, 5, 20])):
        data = chance.choice(_GARBLINGS)(data, chance.randrange(len(data) + 1), chance)
        if tokens and chance.random() < 0.3:
            at = chance.randrange(len(data) + 1)
            token = chance.choice(tokens)
            data = data[:at] + token + data[at + chance.choice([0, len(token)]) :]
    return data


def _flip(data: bytes, at: int, chance: Random) -> bytes:
    return data[:at] + bytes([(data + b"\0")[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _replace(data: bytes, at: int, chance: Random) -> bytes:
    length = chance.choice([1, 4, 64, 4096])
    return data[:at] + chance.choice([chance.randbytes(length), bytes(length), b"\xff" * length]) + data[at + length :]


def _insert(data: bytes, at: int, chance: Random) -> bytes:
    return data[:at] + chance.randbytes(chance.choice([1, 7, 512])) + data[at:]


def _cut_out(data: bytes, at: int, chance: Random) -> bytes:
    return data[:at] + data[at + chance.choice([1, 16, 4096]) :]


def _cut_off(data: bytes, at: int, chance: Random) -> bytes:
    return data[:at] if chance.random() < 0.5 else data[at:]


def _repeat(data: bytes, at: int, chance: Random) -> bytes:
    part = data[at : at + chance.choice([1, 100, 4096])]
    return data[:at] + part * chance.choice([2, 100]) + data[at:]


_GARBLINGS = (_flip, _flip, _replace, _replace, _insert, _cut_out, _cut_off, _repeat)


def spoilt(content: Any, chance: Random, times: int = 1) -> Any:
    """JSON with something in it that does not belong there; `written` writes it down."""
    content = deepcopy(content)
    for _ in range(times):
        # Each sort of place is as likely as every other, though there are many more texts than scales.
        sorts = [list(group) for _, group in groupby(sorted(_slots(content), key=_sort), key=_sort)]
        if not sorts:
            return nonsense.value(chance)
        (holder, key), _ = chance.choice(chance.choice(sorts))
        others = [slot for slot, _ in chance.choice(sorts)]
        chance.choice(_SPOILINGS)(holder, key, chance, others)
    return content


def written(content: object) -> str:
    """JSON text, in ASCII but for what is raw, of content that may hold `Raw` in place of values."""
    raws: list[Raw] = []

    def keep(raw: Raw) -> str:
        raws.append(raw)
        return _STANDS_FOR.format(len(raws) - 1)

    text = json.dumps(content, default=keep)
    for number, raw in enumerate(raws):
        text = text.replace(f'"{_STANDS_FOR.format(number)}"', raw.text)
    return text


def _slots(content: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[Slot, tuple[str, ...]]]:
    """Each place in JSON, with the keys that lead there."""
    entries = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for key, value in entries:
        way = (*path, key if isinstance(content, dict) else f"[{type(value).__name__}]")
        yield (content, key), way
        yield from _slots(value, way)


def _sort(place: tuple[Slot, tuple[str, ...]]) -> tuple[str, ...]:
    return place[1]


Spoiling = Callable[[Any, Any, Random, list[Slot]], object]


def _put_nonsense(holder: Any, key: Any, chance: Random, _others: list[Slot]) -> None:
    holder[key] = nonsense.like(holder[key], chance)


def _put_another(holder: Any, key: Any, chance: Random, others: list[Slot]) -> None:
    """What stands somewhere else, such as the identity of another item."""
    other, its_key = chance.choice(others)
    holder[key] = deepcopy(other[its_key])


def _exchange(holder: Any, key: Any, chance: Random, others: list[Slot]) -> None:
    other, its_key = chance.choice([slot for slot in others if slot[1] == key] or [(holder, key)])
    own_value, other_value = deepcopy(holder[key]), deepcopy(other[its_key])
    holder[key], other[its_key] = other_value, own_value


def _leave_out(holder: Any, key: Any, _chance: Random, _others: list[Slot]) -> None:
    del holder[key]


def _add(holder: Any, key: Any, chance: Random, _others: list[Slot]) -> None:
    if isinstance(holder, dict):
        holder[chance.choice(["", "evil", "id", "position", "references", "\x1b"])] = nonsense.value(chance)
    else:
        holder.insert(key, nonsense.value(chance))


def _multiply(holder: Any, key: Any, chance: Random, _others: list[Slot]) -> None:
    """The same again and again, with its identity."""
    times = min(chance.choice([1, 2, _MANY]), 1 + _MOST // len(written(holder[key])))
    if isinstance(holder, list):
        holder[key:key] = [holder[key]] * times
    else:
        holder[key] = [holder[key]] * times


def _give_twice(holder: Any, key: Any, _chance: Random, _others: list[Slot]) -> None:
    """A key twice in one object, which no value of Python has."""
    if isinstance(holder, dict) and isinstance(key, str):
        text = written(holder[key])
        holder[key] = Raw(f"{text}, {json.dumps(key)}: {text}")


_SPOILINGS: tuple[Spoiling, ...] = (
    *(_put_nonsense,) * 8,
    *(_put_another,) * 3,
    *(_exchange, _leave_out, _add, _multiply, _give_twice),
)
