"""Several measures, or risks, in one cell: by list items, lines, and signs between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from riskdesk.domain import pasting
from riskdesk.domain.importing.words.vocabulary import NOTHING, plain
from riskdesk.domain.language import NBSP
from riskdesk.domain.sheets import NOTE_BEGIN, NOTE_END, Cell, FilePlace

_NOTE = re.compile(f"{NOTE_BEGIN}([^{NOTE_BEGIN}{NOTE_END}]*){NOTE_END}")
_SEPARATORS = re.compile(r"\s*;\s+|\s+;\s*|\s+\+\s+")
_PROTECTED = re.compile(r"\([^()]*\)|«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\[[^\[\]]*\]")
# Spaces that hold words together stay as they are.
_BLANKS = re.compile(r"[ \t\n]+")
_LAST = " ;\u00a0\u202f"
_APART = f"–{NBSP}"
_FEWEST_SIGNS = 4
_SENTENCES = re.compile(r"(?<=\w\w[.!?])\s+(?=[A-ZÀ-Þ])")
# A letter that may be the first of a name.
_INITIAL = re.compile(r"\s*[A-Za-z]\.")
_COUNTED = re.compile(r"\s*\(?\w{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class Item:
    """A text of its own in a cell, and the footnote that belongs to it; `place` where that is not the cell's."""

    text: str
    note: str = ""
    place: FilePlace | None = None


@dataclass(frozen=True, slots=True)
class SplitCell:
    """The items of a cell, and what may part or join them otherwise: lines, wrapped lines, sentences, or nothing."""

    items: tuple[Item, ...]
    doubt: str = ""


def split_cells(cells: Sequence[Cell]) -> list[SplitCell]:
    """The items of each cell of a column; numbers are those of lists where they count on through all cells."""
    texts = [_text(cell) for cell in cells]
    lists = pasting.lists(texts) if texts else []
    parted_cells = (
        _parted(text, list_items, parts)
        for text, list_items, parts in zip(texts, lists, _in_lines(texts, lists), strict=True)
    )
    return [
        replace(parted_cell, items=_with_note(cell, parted_cell.items))
        for cell, parted_cell in zip(cells, parted_cells, strict=True)
    ]


def as_one(cell: Cell) -> Item:
    """A cell as one text: its lines are joined, its list items with a semicolon between them."""
    text, note = without_notes(cell.text.replace("\\n", "\n"))
    if any(pasting.is_signed(line) for line in text.split("\n")):
        text = "; ".join(item.rstrip(" ;") for item in pasting.lists([text])[0])
    return Item(_BLANKS.sub(" ", text).strip(), "\n".join(filter(None, (note, cell.note))))


def is_nothing(text: str) -> bool:
    """Whether a text says that there is nothing to say."""
    return plain(text) in NOTHING or text.isspace() or not text


def _in_lines(texts: Sequence[str], lists: Sequence[Sequence[str]]) -> list[list[str]]:
    """The parts of each cell of a single line, without numbers that count on from part to part, such as 1) and 2)."""
    # A list item is one, whatever signs are in it.
    singles = [len(items) == 1 and not pasting.is_signed(text) for text, items in zip(texts, lists, strict=True)]
    parts = [_by_signs(items[0]) if single else [] for single, items in zip(singles, lists, strict=True)]
    all_parts = [part for cell_parts in parts for part in cell_parts]
    if len(all_parts) == sum(singles):
        return parts
    items_of_parts = zip(all_parts, pasting.lists(all_parts), strict=True)
    remaining = iter(
        [items[0] if len(items) == 1 and not _INITIAL.match(part) else part for part, items in items_of_parts]
    )
    return [list(islice(remaining, len(cell_parts))) for cell_parts in parts]


def _parted(text: str, list_items: Sequence[str], parts: Sequence[str]) -> SplitCell:
    items = list(parts or list_items)
    bare_items = [_item(item) for item in items]
    return SplitCell(tuple(item for item in bare_items if item.text), _doubt(text, len(list_items), len(items)))


def _doubt(text: str, lists: int, items: int) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    if any(pasting.is_signed(line) for line in lines) or (lists == 1 and items > 1):
        return ""
    # Paragraphs are more than lines.
    if lists > 1:
        return "" if "\n\n" in text or _COUNTED.match(lines[0]) else "lines"
    if len(lines) > 1:
        return "wraps"
    return "sentences" if _SENTENCES.search(text) else ""


def bare_lines(cell: Cell) -> set[str]:
    """The lines of a cell that are no list items, as the texts of items; a dash may keep them apart as in print."""
    lines = [line.removeprefix(_APART) for line in _text(cell).split("\n")]
    return {_item(line).text for line in lines if not pasting.is_signed(line)}


def answered(cell: Cell, parted: SplitCell, answer: str) -> tuple[Item, ...]:
    """The items of a cell as a user wants them: parted, or as one."""
    if answer == "no":
        return (as_one(cell),) if parted.doubt == "lines" else parted.items
    if parted.doubt == "wraps":
        return _with_note(cell, tuple(_item(line) for line in cell.text.split("\n") if line.strip()))
    if parted.doubt == "sentences":
        return _with_note(cell, tuple(_item(part) for part in _SENTENCES.sub("\n", cell.text).split("\n")))
    return parted.items


def _text(cell: Cell) -> str:
    """The text of a cell with a sign before each of its list items and an empty line between paragraphs."""
    if cell.paragraphs:
        paragraphs = (
            _listed(paragraph.text) if paragraph.sign else paragraph.text
            for paragraph in cell.paragraphs
            if paragraph.text.strip()
        )
        return "\n\n".join(paragraphs)
    return cell.text.replace("\\n", "\n")


def _listed(text: str) -> str:
    """An item of a list with its sign; a line that it goes on in is one of its own only if that has a sign, too."""
    first, *more = text.split("\n")
    return f"• {text}" if any(map(pasting.is_signed, more)) else " ".join(["•", first, *more])


def _by_signs(text: str) -> list[str]:
    """The parts between semicolons or plus signs outside brackets and quotes, if each is long enough."""
    hidden = _PROTECTED.sub(lambda match: "\0" * len(match[0]), text)
    parts, begin = [], 0
    for match in _SEPARATORS.finditer(hidden):
        parts.append(text[begin : match.start()])
        begin = match.end()
    parts.append(text[begin:])
    texts = [part.strip() for part in parts if part.strip()]
    return texts if all(len(part) >= _FEWEST_SIGNS for part in texts) else [text]


def _item(text: str) -> Item:
    bare, note = without_notes(text)
    return Item(_BLANKS.sub(" ", bare).rstrip(_LAST).strip(), note)


def _with_note(cell: Cell, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items of a cell, with the footnote of the cell at the last one."""
    if not cell.note or not items:
        return items
    *others, last = items
    return (*others, replace(last, note="\n".join(filter(None, (last.note, cell.note)))))


def readable(text: str) -> str:
    """A text with its footnotes in brackets."""
    return _NOTE.sub(r" (\1)", text) if NOTE_BEGIN in text else text


def without_notes(text: str) -> tuple[str, str]:
    """A text without its footnotes, and these."""
    return _NOTE.sub("", text), "\n".join(_NOTE.findall(text))
