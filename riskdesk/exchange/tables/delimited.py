"""Text files with separators: detecting their encodings, and reading rows as spreadsheets write them."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from itertools import dropwhile, islice
from pathlib import Path

from riskdesk.domain.formulas import unguarded
from riskdesk.domain.importing.own.own import is_own
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.sheets import Cell, FilePlace, Remark, Source, Table, TableKind
from riskdesk.domain.text import without_control
from riskdesk.exchange.tables.limits import MOST_COLUMNS, MOST_SIGNS, Count

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# é à è ê ç ô î û ù ë â ï in the encodings of MS-DOS and old Macintoshes, which are symbols and capitals in Windows.
_OLD = {
    "cp850": rb"\x82\x85\x8a\x88\x87\x93\x8c\x96\x97\x89\x83\x8b",
    "mac_roman": rb"\x8e\x88\x8f\x90\x8d\x99\x94\x9e\x9d\x91\x89\x95",
}
# Words whose letters are all outside ASCII, and those of French, with one or two such letters.
_FOREIGN, _ACCENTED = re.compile(rb"[\xc0-\xff]{3,}"), re.compile(rb"(?<![\xc0-\xff])[\xc0-\xff]{1,2}(?![\xc0-\xff])")
# A question mark inside a word replaces a character that an encoding did not have.
_LOST = re.compile(r"\ufffd|(?<=[^\W\d_])\?(?=[^\W\d_])")
_MOST_LOST = 20
# Text in the form that makes spreadsheets keep the zeros of ="007".
_AS_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SEPARATORS = "\t;,|"
# What Markdown draws below each head, and writes before headings.
_RULE = re.compile(r":?-{2,}:?|:-:?|-:")
# How a line ends within a cell of Markdown, and how words are made bold.
_LINE_END = re.compile(r"[ \t]*<br[ \t]*/?>[ \t]*", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(?=[^\s*])([^*\n]*[^\s*])\*\*")
_HEADING = re.compile(r"#{1,6}\s+")
# The number of lines by which the separator is told.
_FIRST = 8


def decoded(data: bytes, encoding: str) -> tuple[str, str]:
    """The text of bytes and its encoding: the given one, by a byte order mark, strict UTF-8, else one of Windows.

    Bytes that the encoding does not have are replaced.
    """
    mark = next((known for start, known in _MARKS.items() if data.startswith(start)), "")
    for known in [encoding] if encoding else [mark or "utf-8", *([] if mark else _unmarked(data)), _page(data)]:
        try:
            return data.decode(known), known
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace"), "cp1252"


def read(path: Path, data: bytes, encoding: str = "") -> Source:
    """The table in a text file; InputProblem if it holds no text, or a quote that never ends."""
    text, actual_encoding = decoded(data, encoding)
    if "\x00" in text:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} is not a text file; check its ending and try again."), file=path
        )
    is_told = actual_encoding.startswith("utf")
    remarks = [] if is_told else [Remark("encoding", _accents(text), _place(), actual_encoding)]
    for match in islice(_LOST.finditer(text), _MOST_LOST):
        line = text.count("\n", 0, match.start()) + 1
        around = " ".join(text[max(0, match.start() - 20) : match.end() + 20].split())
        remarks.append(Remark("lost_character", around, FilePlace(TableKind.LINES, 1, "", line)))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    table = _lines(path, text) or Table(TableKind.LINES, 1, cells=tuple(_cells(path, text, separator(text))))
    return Source((table,), tuple(remarks), path.name)


def _lines(path: Path, text: str) -> Table | None:
    """The lines of a text as they are, if its risks are in cards or lists and not in columns; else None."""
    from riskdesk.domain.importing.cards import card_tables
    from riskdesk.domain.importing.tables import below_headings
    from riskdesk.domain.importing.tables.grid import Grid
    from riskdesk.domain.importing.tables.regions import has_heads

    if text.count("\n") > card_tables.MOST:
        return None
    count, cells = Count(), []
    for number, line in enumerate(text.split("\n"), 1):
        content = without_control(line).strip(" \u00a0")
        if content:
            count.add(content)
            cells.append(Cell(number, 1, content))
    lines = Table(TableKind.LINES, 1, cells=tuple(cells))
    if not (card_tables.holds(lines) or below_headings.holds(lines)):
        return None
    try:
        in_columns = Table(TableKind.LINES, 1, cells=tuple(_cells(path, text, separator(text))))
    except InputProblem:
        # A quote in prose was taken for the beginning of a cell.
        return lines
    return None if has_heads(Grid(in_columns)) else lines


def separator(text: str) -> str:
    """The separator of cells: the most common of tab, semicolon, comma and bar in the first lines with text.

    Signs inside quotes do not count, and signs that are in all lines take precedence. A title above may have some, too.
    """
    bare = re.sub(r'"(?:[^"]|"")*"', "", text[:20_000])
    counts = [Counter(line) for line in _from_head([line for line in bare.split("\n") if line.strip()])]
    if not counts:
        return ","
    return max(
        _SEPARATORS,
        key=lambda sign: (min(counts[0][sign], 1), min(count[sign] for count in counts) > 0, counts[0][sign]),
    )


def _from_head(lines: Sequence[str]) -> Sequence[str]:
    """The first lines without a title above: from one with a sign that the next ones have, too, else from a sign."""
    for start in range(min(len(lines), _FIRST)):
        rows = lines[start : start + _FIRST]
        # Two lines of prose may have a comma each, and so may the last line alone.
        fewest = 2 if start else 1
        is_alone = start > 0 and len(rows) == 1
        if not is_alone and any(min(row.count(sign) for row in rows) >= fewest for sign in _SEPARATORS):
            return rows
    below = list(dropwhile(set(_SEPARATORS).isdisjoint, lines))
    is_head = bool(below) and max(map(below[0].count, _SEPARATORS)) > 1
    return (below if is_head else lines)[:_FIRST]


def _page(data: bytes) -> str:
    """Windows' code page for French, Cyrillic or Greek; an older one if it fits more words."""
    if len(_FOREIGN.findall(data)) > len(_ACCENTED.findall(data)):
        # а and о, the most common letters of Cyrillic, correspond to the rarest ones of Greek, next to its most common.
        cyrillic, greek = (sum(map(data.count, letters)) for letters in ((b"\xe0", b"\xee"), (b"\xe1", b"\xef")))
        return "cp1251" if cyrillic >= greek else "cp1253"
    windows = len(re.findall(rb"(?<=[a-z])[\xe0-\xff](?=[a-z\s'])", data))
    old = {name: len(re.findall(rb"(?<=[a-z])[%b](?=[a-z\s'])" % signs, data)) for name, signs in _OLD.items()}
    likeliest = max(old, key=lambda name: old[name])
    return likeliest if old[likeliest] > 2 * windows else "cp1252"


def _unmarked(data: bytes) -> list[str]:
    """The encodings of UTF-16 without a byte order mark that the bytes may have, as some programs write it."""
    zeros = [data[place::2][:1000].count(0) for place in (0, 1)]
    if max(zeros) * 4 < min(len(data), 2000):
        return []
    return ["utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"]


def _cells(path: Path, text: str, sign: str) -> list[Cell]:
    csv.field_size_limit(MOST_SIGNS)
    cells: list[Cell] = []
    # Lines are passed one at a time, as a file in memory would take four times the size of the text.
    lines = (match[0] for match in _LINE.finditer(text))
    count, reader, line = Count(), csv.reader(lines, delimiter=sign, strict=True), 1
    blanks = " \u00a0"
    try:
        for row in reader:
            if line == 1 and is_own(row):
                # Riskdesk writes texts unchanged, so blanks are kept.
                blanks = ""
            for column, content in enumerate(row[:MOST_COLUMNS], 1):
                cell_text = _plain(without_control(content).strip(blanks)) if content else ""
                if sign == "|":
                    cell_text = _from_markdown(cell_text, alone=len(row) == 1)
                if cell_text.strip():
                    count.add(cell_text)
                    cells.append(Cell(line, column, cell_text))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} has a quotation mark in line {line} that does not fit the others; correct it there and try"
                " again.",
            ),
            file=path,
            line=str(line),
        ) from error
    return cells


def _plain(content: str) -> str:
    """The text of a cell, without what only tells a spreadsheet that it is text."""
    match = _AS_FORMULA.fullmatch(content)
    return match[1].replace('""', '"') if match else unguarded(content)


def _from_markdown(cell_text: str, *, alone: bool) -> str:
    """The text of a cell, empty if it is a rule; one that is `alone` in its line may be a heading."""
    if _RULE.fullmatch(cell_text):
        return ""
    cell_text = _BOLD.sub(r"\1", _LINE_END.sub("\n", cell_text))
    return cell_text[match.end() :] if alone and (match := _HEADING.match(cell_text)) else cell_text


def _place() -> FilePlace:
    return FilePlace(TableKind.LINES, 1)


def _accents(text: str) -> str:
    """Some words with letters that differ between encodings."""
    return ", ".join(dict.fromkeys(re.findall(r"\w*[^\W\x00-\x7f]\w*", text)[:8]))
