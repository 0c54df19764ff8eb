"""Register documents that are spoilt, by their structure and byte by byte."""

import json
from pathlib import Path
from random import Random

from riskdesk.resource import resource
from tests.faults.fuzz.spoiling import garbled, spoilt, written

_GOOD = (
    Path(__file__).parents[2] / "data" / "kazakhstan-2024-2027.json",
    *sorted(resource("templates").glob("*.json")),
)
_TOKENS = (
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"null",
    b"NaN",
    b"\\u0000",
    b"\\ud800",
    b"\xff",
    b"\xef\xbb\xbf",
    b"-0",
)
_ENCODINGS = ("utf-16", "utf-32", "latin-1", "utf-7", "utf-8-sig", "cp1252")


def good(chance: Random) -> bytes:
    """A register document that comes in."""
    return chance.choice(_GOOD).read_bytes()


def of_structure(chance: Random) -> bytes:
    """A document with values that do not belong there."""
    content = json.loads(good(chance))
    return written(spoilt(content, chance, chance.choice([1, 1, 1, 2, 5]))).encode("utf-8", "surrogatepass")


def of_bytes(chance: Random) -> bytes:
    """A document with bytes that are not what they were, or in another encoding."""
    data = good(chance)
    if chance.random() < 0.1:
        return data.decode("utf-8").encode(chance.choice(_ENCODINGS), "replace")
    return garbled(data, chance, _TOKENS)
