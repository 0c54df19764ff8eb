"""Values that no field of a register holds, and texts that do harm where they are shown, stored or written down."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Raw:
    """JSON as it stands, which need not be any: what no value of Python is written as."""

    text: str


LONG = 20_000
_SIGNS = (
    *("\x1b[31mred", "\x1b]0;title\x07", "\x9b31m", "\x00", "\x08" * 9, "\x85", "\r\n", "\x7f"),
    *("\u202eexe.fdp", "\u2066\u202a\u2069", "\u2028", "\ufeff", "\ufffe", "\ud800", "\udfff\ud800", "\U000e0041"),
    *("e" + "\u0301" * 300, "\U0001f469\u200d\U0001f692", "ﷺ" * 20, "\u200b", "\u00ad", "\u3164", "𝔊", "ქ", "ﬀ"),
    *(
        "<b>bold</b>",
        "<img src='file:///etc/hostname'>",
        "&amp;&#0;",
        "{file} {0} {{",
        "%s %n %1",
        "=1+1|cmd",
        "\\u0000",
    ),
    *("'; DROP TABLE risk; --", "../../evil", "file:///etc/passwd", "•", "- - -", "1. 2. 3.", "\t\t", " ", "", "…"),
)
_IDENTITIES = (
    *("", ".", "..", "../../evil", "/etc/passwd", "C:\\con", "a/b", "a\0b", "\x1b[31m", "\ud800", "é", "id " * 100),
    *("00000000-0000-0000-0000-000000000000", "AAAAAAAA-0000-0000-0000-000000000000", "{id}", "%s", " ", "null"),
    *("00000000-0000-0000-0000-000000000000\n", "00000000-0000-0000-0000-00000000000٣"),
)
_DAYS = (
    *("0001-01-01", "9999-12-31", "2026-02-30", "2026-1-1", "20260101", "2026-W01-1", "26-01-01", "+002026-01-01"),
    *("2026-01-01T00:00", "٢٠٢٦-٠١-٠١", "today", "", "2026-01-01\n", "0000-00-00", "-0001-01-01"),
)
_MOMENTS = (
    *("0001-01-01T00:00:00.000+14:00", "9999-12-31T23:59:59.999-14:00", "2026-01-01T00:00:00.000", "2026-01-01"),
    *("2026-01-01T00:00:00.000+23:59", "2026-01-01T25:00:00.000+00:00", "yesterday", "", "1970-01-01T00:00:00Z"),
    *("2026-01-01T00:00:00.000+00:00:01.5", "\x1b[31m", "2026-01-01T00:00:00,5+00:00"),
)
_NUMBERS = (-1, 0, 1, 13, 2**31 - 1, 2**31, 2**63 - 1, 2**63, -(2**63), 10**30, 0.5, -0.0, 1e308)
_RAWS: tuple[Callable[[Random], str], ...] = (
    lambda chance: _nested(chance, "[", "]"),
    lambda chance: _nested(chance, '{"a":', "}", "1"),
    lambda _: "9" * 5_000,
    lambda _: "1e999",
    lambda chance: chance.choice(["NaN", "Infinity", "-Infinity"]),
    lambda _: '{"id":"1","id":"2"}',
    lambda _: '"\\ud800"',
    lambda _: "[" + "1," * LONG + "1]",
    lambda _: '"' + "\u0316\u0301" * LONG + '"',
    lambda chance: chance.choice(["", "nul", "'a'", "{", "// no", "01", "1.", "\ufeff1", '"\t"']),
)


def text(chance: Random) -> str:
    """A sign that does harm, alone or within words, now and then very many of them."""
    sign = chance.choice(_SIGNS)
    return chance.choice([sign, sign, f"before {sign} after", sign * (LONG // max(1, len(sign)))])


def identity(chance: Random) -> str:
    """What is no UUID, or hardly one."""
    return chance.choice(_IDENTITIES)


def day(chance: Random) -> str:
    """What is no day, or none of our age."""
    return chance.choice(_DAYS)


def moment(chance: Random) -> str:
    """What is no moment, or one that is none in another zone."""
    return chance.choice(_MOMENTS)


def number(chance: Random) -> int | float:
    """A number at the edge of what a field, SQLite or a computer holds, or beyond it."""
    return chance.choice(_NUMBERS)


def raw(chance: Random) -> Raw:
    """JSON that is deep, huge or none."""
    return Raw(chance.choice(_RAWS)(chance))


def value(chance: Random) -> object:
    """Any of these, or a value of a type that was not asked for."""
    makers = (text, text, identity, day, moment, number, number, raw)
    plain = (None, True, False, [], {}, [[]], [None], {"": None}, ["one"], {"id": []}, "word", 3)
    return chance.choice(plain) if chance.random() < 0.3 else chance.choice(makers)(chance)


def like(old: object, chance: Random) -> object:
    """In place of a value one of its own type that it may not be, else any."""
    if chance.random() < 0.4:
        return value(chance)
    match old:
        case bool() | None:
            return value(chance)
        case int() | float():
            return number(chance)
        case str() if len(old) == 36 and old.count("-") == 4:
            return identity(chance)
        case str() if old[:4].isdigit() and old[4:5] == "-":
            return (moment if "T" in old else day)(chance)
        case str():
            return text(chance)
    return value(chance)


def _nested(chance: Random, opening: str, closing: str, inner: str = "") -> str:
    depth = chance.choice([100, 900, 5_000, 100_000])
    return opening * depth + inner + closing * depth
