"""What can become of the bytes of a store."""

from collections.abc import Callable
from functools import partial
from random import Random

PAGE, HEADER, ACTIONS = 4096, 100, 60
Damage = Callable[[bytes, Random], bytes]


def put(content: bytes, at: int, new: bytes) -> bytes:
    return content[:at] + new + content[at + len(new) :]


def one_byte(content: bytes, chance: Random, first: int = 0, last: int | None = None) -> bytes:
    at = chance.randrange(first, last or len(content))
    return put(content, at, bytes([content[at] ^ chance.randrange(1, 256)]))


def one_bit(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(content))
    return put(content, at, bytes([content[at] ^ 1 << chance.randrange(8)]))


def garbage(content: bytes, chance: Random) -> bytes:
    return put(content, chance.randrange(len(content) - 64), chance.randbytes(64))


def page_zeroed(content: bytes, chance: Random) -> bytes:
    return put(content, chance.randrange(0, len(content), PAGE), bytes(PAGE))


def page_replaced(content: bytes, chance: Random) -> bytes:
    here, there = chance.sample(range(0, len(content), PAGE), 2)
    return put(content, here, content[there : there + PAGE])


def cut_anywhere(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def cut_at_a_page(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(0, len(content), PAGE)]


DAMAGES: dict[Damage, int] = {
    one_byte: 30,
    one_bit: 20,
    garbage: 20,
    page_zeroed: 15,
    page_replaced: 15,
    cut_anywhere: 20,
    cut_at_a_page: 15,
    partial(one_byte, last=HEADER): 15,
}
