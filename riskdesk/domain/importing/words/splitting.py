"""Splits cells with several measures or risks: by list items, lines, and signs between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from riskdesk.domain import pasting
from riskdesk.domain.importing.words.vocabulary import NOTHING, plain
from riskdesk.domain.language import NBSP
from riskdesk.domain.sheets import NOTE, NOTE_BEGIN, Cell, FilePlace

_SEPARATORS = re.compile(r"\s*;\s+|\s+;\s*|\s+\+\s+")
_PROTECTED = re.compile(r"\([^()]*\)|«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\[[^\[\]]*\]")
# No-break spaces stay as they are.
_BLANKS = re.compile(r"[ \t\n]+")
_LAST = " ;\u00a0\u202f"
_APART = f"–{NBSP}"
_FEWEST_SIGNS = 4
_SENTENCES = re.compile(r"(?<=\w\w[.!?])\s+(?=[A-ZÀ-Þ])")
# A letter that may begin a name.
_INITIAL = re.compile(r"\s*[A-Za-z]\.")
_COUNTED = re.compile(r"\s*\(?\w{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class CellItem:
    """One of the texts in a cell, with its footnote; `place` is set if it is not that of the cell."""

    text: str
    note: str
    place: FilePlace | None = None


@dataclass(frozen=True, slots=True)
class SplitCell:
    """The items of a cell, and the doubt about them: “lines”, “wraps”, “sentences”, or empty if there is none."""

    items: tuple[CellItem, ...]
    doubt: str


def split_cells(cells: Sequence[Cell], *, of_names: bool = False) -> list[SplitCell]:
    """The items of each cell of a column; numbers that count on from cell to cell are those of a list.

    In a column of names, no initial is such a number.
    """
    texts = [_text(cell) for cell in cells]
    lists = pasting.lists(texts, of_names=of_names) if texts else []
    split_texts = (
        _split_text(text, list_items, parts)
        for text, list_items, parts in zip(texts, lists, _split_lines(texts, lists), strict=True)
    )
    return [
        replace(split_cell, items=_with_note(cell, split_cell.items))
        for cell, split_cell in zip(cells, split_texts, strict=True)
    ]


def as_one(cell: Cell) -> CellItem:
    """The whole cell as one item: lines are joined, and list items get a semicolon between them."""
    text, note = without_notes(cell.text.replace("\\n", "\n"))
    if any(pasting.is_signed(line) for line in text.split("\n")):
        text = "; ".join(item.rstrip(" ;") for item in pasting.lists([text])[0])
    return CellItem(_BLANKS.sub(" ", text).strip(), "\n".join(filter(None, (note, cell.note))))


def is_nothing(text: str) -> bool:
    """Whether a text is empty or a word for “nothing”."""
    return plain(text) in NOTHING or text.isspace() or not text


def _split_lines(texts: Sequence[str], lists: Sequence[Sequence[str]]) -> list[list[str]]:
    """The parts of cells with a single line, without numbers that count on from part to part, such as 1) and 2)."""
    # A list item is not split, whatever signs are in it.
    singles = [len(items) == 1 and not pasting.is_signed(text) for text, items in zip(texts, lists, strict=True)]
    parts = [_split_by_signs(items[0]) if single else [] for single, items in zip(singles, lists, strict=True)]
    all_parts = [part for cell_parts in parts for part in cell_parts]
    if len(all_parts) == sum(singles):
        return parts
    items_of_parts = zip(all_parts, pasting.lists(all_parts), strict=True)
    remaining = iter(
        [items[0] if len(items) == 1 and not _INITIAL.match(part) else part for part, items in items_of_parts]
    )
    return [list(islice(remaining, len(cell_parts))) for cell_parts in parts]


def _split_text(text: str, list_items: Sequence[str], parts: Sequence[str]) -> SplitCell:
    items = list(parts or list_items)
    bare_items = [_item(item) for item in items]
    return SplitCell(tuple(item for item in bare_items if item.text), _doubt(text, len(list_items), len(items)))


def _doubt(text: str, lists: int, items: int) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    if any(pasting.is_signed(line) for line in lines) or (lists == 1 and items > 1):
        return ""
    # Paragraphs and counted lines are surely items.
    if lists > 1:
        return "" if "\n\n" in text or _COUNTED.match(lines[0]) else "lines"
    if len(lines) > 1:
        return "wraps"
    return "sentences" if _SENTENCES.search(text) else ""


def bare_lines(cell: Cell) -> set[str]:
    """The lines of a cell that are no list items, in the form of items; a dash at their beginning is cut off."""
    lines = [line.removeprefix(_APART) for line in _text(cell).split("\n")]
    return {_item(line).text for line in lines if not pasting.is_signed(line)}


def answered(cell: Cell, split_cell: SplitCell, answer: str) -> tuple[CellItem, ...]:
    """The items of a cell by the answer of the user: split, or as one."""
    if answer == "no":
        return (as_one(cell),) if split_cell.doubt == "lines" else split_cell.items
    if split_cell.doubt == "wraps":
        return _with_note(cell, tuple(_item(line) for line in cell.text.split("\n") if line.strip()))
    if split_cell.doubt == "sentences":
        return _with_note(cell, tuple(_item(part) for part in _SENTENCES.sub("\n", cell.text).split("\n")))
    return split_cell.items


def _text(cell: Cell) -> str:
    """The text of a cell with a bullet before each list item and an empty line between paragraphs."""
    if cell.paragraphs:
        paragraphs = (
            _as_list_item(paragraph.text) if paragraph.sign else paragraph.text
            for paragraph in cell.paragraphs
            if paragraph.text.strip()
        )
        return "\n\n".join(paragraphs)
    return cell.text.replace("\\n", "\n")


def _as_list_item(text: str) -> str:
    """A list item with a bullet; its further lines are joined unless one of them has a sign of its own."""
    first, *more = text.split("\n")
    return f"• {text}" if any(map(pasting.is_signed, more)) else " ".join(["•", first, *more])


def _split_by_signs(text: str) -> list[str]:
    """The parts between semicolons or plus signs outside of brackets and quotes, if each is long enough."""
    hidden = _PROTECTED.sub(lambda match: "\0" * len(match[0]), text)
    parts, begin = [], 0
    for match in _SEPARATORS.finditer(hidden):
        parts.append(text[begin : match.start()])
        begin = match.end()
    parts.append(text[begin:])
    texts = [part.strip() for part in parts if part.strip()]
    return texts if all(len(part) >= _FEWEST_SIGNS for part in texts) else [text]


def _item(text: str) -> CellItem:
    bare, note = without_notes(text)
    return CellItem(_BLANKS.sub(" ", bare).rstrip(_LAST).strip(), note)


def _with_note(cell: Cell, items: tuple[CellItem, ...]) -> tuple[CellItem, ...]:
    """The items of a cell; the last one gets the footnote of the cell."""
    if not cell.note or not items:
        return items
    *others, last = items
    return (*others, replace(last, note="\n".join(filter(None, (last.note, cell.note)))))


def readable(text: str) -> str:
    """A text with its footnotes in brackets."""
    return NOTE.sub(r" (\1)", text) if NOTE_BEGIN in text else text


def without_notes(text: str) -> tuple[str, str]:
    """A text without its footnotes, and the footnotes."""
    return NOTE.sub("", text), "\n".join(NOTE.findall(text))
