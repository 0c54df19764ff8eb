"""Reads what stands above a register and on cover sheets: its title, who prepared it, its date and period."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from riskdesk.domain.folding import fold
from riskdesk.domain.importing.context import Ledger
from riskdesk.domain.importing.tables.grid import Grid
from riskdesk.domain.importing.values import dates
from riskdesk.domain.importing.words.vocabulary import REGISTER_NAME, plain
from riskdesk.domain.layouts import LAYOUTS, Layout
from riskdesk.domain.sheets import Cell, TextLine
from riskdesk.domain.values import Language

_PREPARED = re.compile(r"(?:prepared|compiled|drafted|written) by|author|etabli par|prepare par|redige par|auteur")
_DATE = re.compile(r"(?:date|as of|as at|dated|en date du|au)")
_PERIOD = re.compile(r"(?:period|periode|duration|duree)")
_SPAN = re.compile(r"\s+[-–—]\s+|\s+(?:to|until|au|jusqu’au)\s+")
_REGISTER = re.compile(rf"\b(?:appendix|annex|annexe)\b|{REGISTER_NAME.pattern}"
                       r"|^(?:eu )?action document$|^document d.action(?: de l.ue)?$")  # fmt: skip
_APPENDIX = re.compile(r"(?:appendix|annexe?)\b")
_APPENDIX_ALONE = re.compile(r"(?:appendix|annexe?)(?:\s+\w{1,4})?\s*[.:–—-]?")
_APPROVED = re.compile(r"(?:approved|adopted|approuve|adopte)")
_FROM = re.compile(r"^(?:from|du)\s+", re.IGNORECASE)
# What stands between the name of a document and its title.
_COLON = re.compile(r"\s+[-–—]\s+|\s*:\s+")
# A text with a number and no more words is a date or a version.
_DATED_WORDS = 3
# What stands between a reference and a date.
_DASH = " – "
# The names of the forms that Riskdesk exports registers as.
_FORMS = {LAYOUTS[form].text(language) for form in (Layout.PM2, Layout.EU_ACTION) for language in Language}
_LONGEST, _LONGEST_FACT = 200, 500
# How the greeting of a letter and the words before a list end.
_OPEN = (",", ":", ";")


def shared_titles(grids: Sequence[Grid], begins: Iterable[tuple[int, int]]) -> set[str]:
    """The texts that stand above the heads of every sheet that has any text there, perhaps with more behind them.

    A text above one sheet only is no title of the register.
    """
    above = [
        {cell.text for row, cells in grids[number].by_row.items() if row < top for cell in cells}
        for number, top in begins
    ]
    filled = [texts for texts in above if texts]
    return {
        text for text in set().union(*filled) if all(any(other.startswith(text) for other in texts) for texts in filled)
    }


def from_sheets(
    grids: Sequence[Grid],
    sheets: Iterable[tuple[int, int | None]],
    ledger: Ledger,
    titles: Collection[str] | None,
) -> dict[str, Any]:
    """The fields of the register in sheets, read above a row of each, or in all of it (None).

    The ledger gets the cells that came in. If `titles` are given, a title above a row has to be one of them.
    """
    fields: dict[str, Any] = {}
    for number, before in sheets:
        more, used = _from_cells(grids[number], before, None if before is None else titles)
        ledger.use(number, used)
        fields |= more
    return fields


def _from_cells(grid: Grid, before: int | None, titles: Collection[str] | None) -> tuple[dict[str, Any], list[Cell]]:
    """The fields of the register in the rows of a sheet above its head, and the cells that came in."""
    fields: dict[str, Any] = {}
    used: list[Cell] = []
    above = [cells for row, cells in grid.by_row.items() if before is None or row < before]
    if len(above) > 1 and len(above[0]) == 1 and above[0][0].text.strip() in _FORMS:
        # The name of a form stands above the title of the register, whatever that says.
        del above[0]
        if len(above[0]) == 1:
            used += above.pop(0)
            fields["title"] = used[0].text.strip()
    for cells in above:
        for name, value, cell in _fields(cells, titled="title" in fields):
            if name not in fields and (name != "title" or titles is None or cell.text in titles):
                fields[name] = value
                used.append(cell)
    return fields, used


def from_lines(lines: Sequence[TextLine]) -> tuple[dict[str, Any], list[TextLine]]:
    """The fields of the register in the paragraphs before its table, and the paragraphs that came in."""
    headed = [line for line in lines if line.level]
    fields: dict[str, Any] = {}
    used: list[TextLine] = []
    heading = [line for line in headed if _REGISTER.search(fold(line.text))]
    first = next((line for line in headed if line not in heading), None)
    if first is None and len(heading) > 1 and _is_titled(*heading[-2:]):
        first = heading.pop()
    if first is not None:
        fields["title"], used = first.text, [first]
    if heading:
        # “Appendix II” may stand on a line of its own.
        near = [line for line in heading if line.number == heading[-1].number - 1 and _APPENDIX.match(fold(line.text))]
        name, title = (heading[-1].text, "") if fields else _parted(heading[-1].text)
        fields["heading"] = " ".join([*(line.text for line in near), name])
        fields |= {"title": title} if title else {}
        used += [*near, heading[-1]]
    for line in lines:
        facts = {} if line.level else _facts(line.text)
        if facts and not facts.keys() & fields.keys():
            fields |= facts
            used.append(line)
    return fields, used


def _is_titled(line: TextLine, below: TextLine) -> bool:
    """Whether a line right below the name of the document is the title, though it reads like such a name."""
    return below.number == line.number + 1 and not _APPENDIX_ALONE.fullmatch(fold(line.text).strip())


def _parted(text: str) -> tuple[str, str]:
    """The name and the title in a line such as “Risk register – Reform of the courts”; the title may be empty."""
    for sign in _COLON.finditer(text):
        name, title = text[: sign.start()], text[sign.end() :]
        dated = any(map(str.isdigit, title)) and len(title.split()) <= _DATED_WORDS
        if REGISTER_NAME.search(fold(name)) and not (dated or _REGISTER.search(fold(title))):
            return name, title
    return text, ""


def _facts(text: str) -> dict[str, Any]:
    """The fields in a line that reads as in a printed register: preparer, period, approval, reference and date."""
    label, _, value = (part.strip() for part in text.partition(":"))
    if value and _PREPARED.fullmatch(plain(label)):
        return {"prepared_by": value}
    if value and _PERIOD.fullmatch(plain(label)):
        return _days(value)
    if _APPROVED.match(fold(text)) and len(text) <= _LONGEST_FACT:
        return {"approval": text}
    reference, _, day_text = text.rpartition(_DASH)
    day = dates.read(day_text) if len(text) <= _LONGEST else None
    return {"date": day, **({"reference": reference} if reference else {})} if day else {}


def _days(value: str) -> dict[str, Any]:
    """The first and last day of a period; an ellipsis may stand for either."""
    parts = _SPAN.split(_FROM.sub("", value))
    days = [dates.read(part) for part in parts]
    if len(parts) != 2 or not any(days) or any(not day and part != "…" for part, day in zip(parts, days, strict=True)):
        return {}
    return {name: day for name, day in zip(("period_start", "period_end"), days, strict=True) if day}


def _fields(cells: Sequence[Cell], *, titled: bool) -> Iterator[tuple[str, Any, Cell]]:
    first, rest = cells[0], cells[1:]
    label, _, inside = first.text.partition(":")
    value = inside.strip() or (rest[0].text.strip() if rest else "")
    plain_label = plain(label)
    holder = first if inside.strip() or not rest else rest[0]
    if value and _PREPARED.fullmatch(plain_label):
        yield "prepared_by", value, holder
    elif value and _DATE.fullmatch(plain_label) and (day := _day(value, holder)):
        yield "date", day, holder
    elif value and _PERIOD.fullmatch(plain_label):
        yield from ((name, day, holder) for name, day in _days(value).items())
    elif (
        not titled
        and not rest
        and (":" not in first.text or len(plain_label.split()) > 1)
        and len(first.text) <= _LONGEST
        and len(first.text) > 3
        and not first.text.rstrip().endswith(_OPEN)
    ):
        yield "title", " ".join(first.text.split()), first


def _day(value: str, cell: Cell) -> Any:
    return dates.day(cell) or dates.read(value)
