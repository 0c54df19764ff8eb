"""Several measures, or risks, in one cell: by list items, lines, and signs between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from riskdesk.domain import pasting
from riskdesk.domain.importing.vocabulary import NOTHING, plain
from riskdesk.domain.sheets import Cell

_NOTE = re.compile("\ufff9([^\ufff9\ufffb]*)\ufffb")
_SEPARATORS = re.compile(r"\s*;\s+|\s+;\s*|\s+\+\s+")
_PROTECTED = re.compile(r"\([^()]*\)|«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\[[^\[\]]*\]")
_FEWEST_SIGNS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """A text of its own in a cell, and the footnote that belongs to it."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parted:
    """The items of a cell; `lines` where only line breaks part them, `written` where the two signs \\n do."""

    items: tuple[Item, ...]
    lines: bool = False
    written: bool = False


def parted(cells: Sequence[Cell]) -> list[Parted]:
    """The items of each cell of a column; numbers are those of lists where they count on through all cells."""
    texts = [_text(cell) for cell in cells]
    lists = pasting.lists(texts) if texts else []
    return [_parted(text, found) for text, found in zip(texts, lists, strict=True)]


def whole(cell: Cell) -> Item:
    """A cell as one text: its lines, of which none ends a paragraph, are joined."""
    text, note = _noted(cell.text.replace("\\n", "\n"))
    return Item(" ".join(text.split()), note)


def is_nothing(text: str) -> bool:
    """Whether a text says that there is nothing to say."""
    return plain(text) in NOTHING or not text.strip()


def _parted(text: str, found: Sequence[str]) -> Parted:
    items = list(found)
    if len(items) == 1:
        items = _by_signs(items[0])
    told = [_item(item) for item in items]
    lines = len(found) > 1 and not any(pasting.is_signed(line) for line in text.split("\n"))
    return Parted(tuple(item for item in told if item.text), lines, "\\n" in text)


def _text(cell: Cell) -> str:
    """The text of a cell with a sign before each of its list items and an empty line between paragraphs."""
    if cell.paragraphs:
        told = (f"{it.sign} {it.text}" if it.sign else it.text for it in cell.paragraphs if it.text.strip())
        return "\n\n".join(told)
    return cell.text.replace("\\n", "\n")


def _by_signs(text: str) -> list[str]:
    """The parts between semicolons or plus signs outside brackets and quotes, if each is long enough."""
    hidden = _PROTECTED.sub(lambda match: "\0" * len(match[0]), text)
    parts, begin = [], 0
    for match in _SEPARATORS.finditer(hidden):
        parts.append(text[begin : match.start()])
        begin = match.end()
    parts.append(text[begin:])
    told = [part.strip() for part in parts if part.strip()]
    return told if all(len(part) >= _FEWEST_SIGNS for part in told) else [text]


def _item(text: str) -> Item:
    bare, note = _noted(text)
    return Item(" ".join(bare.split()).rstrip(" ;").strip(), note)


def _noted(text: str) -> tuple[str, str]:
    return _NOTE.sub("", text), "\n".join(_NOTE.findall(text))
