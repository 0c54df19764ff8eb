"""Text from other programs: its cells, and the list items in them without bullets and numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from riskdesk.domain.clipboard import require_lines
from riskdesk.domain.table import check_cells

_BLANK = "[ \t\u00a0]"
# Characters that are never words; those of Word's and LibreOffice's symbol fonts are in Unicode's private use area.
_BULLETS = "•‣⁃∙·⦁●○◦◉◎⬤⚫⚪▪▫■□❏❑❒◆◇◾◼❖➢➤►▶▸▹✓✔✗✘☑☒✅☐\ue000-\ue0ff\uf020-\uf0ff"
_DASHES = "*‐‑‒–—−→⇒➔➜➝➞➟➠➡⟶⟹-"
# Word's bullets of lower levels if their font is lost: letters, so they count only before a tab or several blanks.
_LOST_SIGNS = "o§Øüqvnlw"
# Numbers before a tab, as Word writes them; capital letters may be initials and have to count on.
_TABBED_NUMBERS = (
    r"\(?(?:(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]\t"
    r"|\d{1,3}(?:\.\d{1,3})+\t(?![ \t\u00a0]*\d))"
)
_SIGN = re.compile(
    f"{_BLANK}*(?:[{_BULLETS}]|[{_DASHES}](?:{_BLANK}|$)|[{_LOST_SIGNS}](?:\t|[ \u00a0]{{2}})|{_TABBED_NUMBERS})"
    f"{_BLANK}*"
)
_NUMBER = re.compile(
    rf"{_BLANK}*(?P<opening>\(?)(?P<number>\d{{1,3}}[a-z](?=[.)])|\d{{1,3}}(?:\.\d{{1,3}})*|[a-zA-Z]|[ivx]{{1,5}}|[IVX]{{1,5}})"
    rf"(?P<closing>[.)]|(?<=\d\.\d)|(?<=\d\.\d\d)){_BLANK}+"
)
# The csv module would take a quote typed at the start of a cell for one of Excel's, and read on to the end.
_CELL = re.compile(r'"(?P<quoted>(?:[^"]++|"")*+)"(?=[\t\n]|\Z)|[^\t\n]*+')
_CLOSING = (".", ";", ":", "!", "?", "…")
_SHORTEST_WRAPPED = 16
# A capital letter that begins a name.
_INITIAL = re.compile(rf"{_BLANK}*[A-Z]\.{_BLANK}")
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its list sign; `length` is that of the whole line."""

    text: str
    length: int
    signed: bool
    indented: bool


@dataclass(frozen=True, slots=True)
class _Number:
    """A number before a line, in one of its readings; `style` is the first number of lists of its kind."""

    line: int
    style: str
    value: tuple[int, ...]

    def precedes(self, other: "_Number") -> bool:
        """Whether `other` is the next number: 2 after 1, and 1.1 or 2 after 1, but 1.2 or 2 after 1.1."""
        return other.value in [(*self.value, 1)] + [
            (*self.value[:place], part + 1) for place, part in enumerate(self.value)
        ]


def bullets(text: str) -> list[str]:
    """The list items of pasted text: those of each of its cells, row by row, where it is a table.

    Raise InputProblem if it is too much, as `rows` does.
    """
    cells = [cell for row in rows(text) for cell in row]
    return [item for items in lists(cells) for item in items]


def rows(text: str) -> list[list[str]]:
    """The cells of a table as Excel and Word copy it: tabs, and quotes around line breaks; other text is one cell.

    Raise InputProblem if there are too many lines or cells to be read at once.
    """
    require_lines(text)
    check_cells(text.count("\t"))
    matches = list(_cells(text))
    if not _is_table(text) and not any("\n" in (match["quoted"] or "") for match in matches):
        return [[text]]
    cell_rows: list[list[str]] = [[]]
    for match in matches:
        cell_rows[-1].append(_content(match))
        if text[match.end() : match.end() + 1] == "\n":
            cell_rows.append([])
    cell_rows = [row for row in cell_rows if any(cell.strip() for cell in row)]
    if all(len(row) == 2 for row in cell_rows) and counts_on([row[0] for row in cell_rows]):
        return [row[1:] for row in cell_rows]
    # A tab here and there in running text makes no table of it.
    sparse = 2 * sum(len(row) > 1 for row in cell_rows) < len(cell_rows)
    return [[cell] for row in cell_rows for cell in row if cell.strip()] if sparse else cell_rows


def lists(cells: Sequence[str], *, of_names: bool = False) -> list[list[str]]:
    """The list items of each cell; numbers are removed if they count on from line to line through all cells.

    In lists of names, a capital letter with a full stop is an initial, and no number.
    """
    lines = [(place, line.rstrip()) for place, cell in enumerate(cells) for line in cell.split("\n")]
    counting = _counting([line if not (of_names and _INITIAL.match(line)) else "" for _, line in lines])
    placed_lines = [
        (place, _without_sign(line, counting=number in counting)) for number, (place, line) in enumerate(lines)
    ]
    return [list(_items([line for _, line in group])) for _, group in groupby(placed_lines, key=lambda pair: pair[0])]


def is_signed(text: str) -> bool:
    """Whether a text begins with a sign of a list."""
    return bool(_SIGN.match(text))


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence or an item of a list does."""
    return text.rstrip(" \u00a0\u202f\"'”’»)]").endswith(_CLOSING)


def counts_on(cells: Sequence[str]) -> bool:
    """Whether cells hold nothing but numbers that count on, such as 1, 2, 3."""
    numbers = [cell.strip() if cell.strip().endswith(")") else f"{cell.strip().rstrip('.')}." for cell in cells]
    alone = all(_NUMBER.fullmatch(f"{number} ") for number in numbers)
    return bool(cells) and alone and len(_counting([f"{number} " for number in numbers])) == len(numbers)


def _is_table(text: str) -> bool:
    """Whether tabs separate cells; one after a list sign, or at the start or the end of a line, is not enough."""
    lines = text.split("\n")
    between = any("\t" in _without_sign(line).text for line in lines)
    return between or (any(line[:1] == "\t" for line in lines) and any(line[-1:] == "\t" for line in lines))


def _cells(text: str) -> Iterator[re.Match[str]]:
    place = 0
    while place <= len(text):
        match = _CELL.match(text, place)
        assert match, "an empty cell matches too"
        yield match
        place = match.end() + 1


def _content(match: re.Match[str]) -> str:
    quoted: str | None = match["quoted"]
    # Excel quotes only what holds one of these; other quotes are the user's own.
    if quoted is not None and any(sign in quoted for sign in '\t\n"'):
        return quoted.replace('""', '"')
    return match.group()


def _without_sign(line: str, *, counting: bool = False) -> _Line:
    sign = _SIGN.match(line) or (_NUMBER.match(line) if counting else None)
    text = line[sign.end() :] if sign else line
    return _Line(text.strip(), len(line), signed=bool(sign), indented=line[:1].isspace())


def _counting(lines: Sequence[str]) -> set[int]:
    """The places of the lines whose numbers are those of a list."""
    readings = [reading for place, line in enumerate(lines) for reading in _readings(place, line)]
    readings.sort(key=lambda reading: reading.style)
    places: set[int] = set()
    for _, group in groupby(readings, key=lambda reading: reading.style):
        places |= _in_sequence(list(group))
    return places


def _in_sequence(numbers: list[_Number]) -> set[int]:
    """The lines whose numbers, all of one style, count on, and those that begin again at 1 if there are such lines.

    Letters that may be the initials of names have to count on from the first one.
    """
    runs: list[list[_Number]] = []
    for number in numbers:
        if runs and runs[-1][-1].precedes(number):
            runs[-1].append(number)
        else:
            runs.append([number])
    initials = numbers[0].style in ("a.", "A.", "i.", "I.")
    long = [run for run in runs if len(run) > 1 and (run[0].value == (1,) or not initials)]
    again = [run for run in runs if long and run[0].value == (1,)]
    return {number.line for run in (*long, *again) for number in run}


def _readings(place: int, line: str) -> Iterator[_Number]:
    match = None if _SIGN.match(line) else _NUMBER.match(line)
    if match is None:
        return
    number, closing = match["number"], match["closing"]
    if number[0].isdecimal() and number[-1].isalpha():
        yield _Number(place, "1a", (int(number[:-1]), ord(number[-1]) - ord("a") + 1))
        return
    if number[0].isdecimal():
        yield _Number(place, "1", tuple(int(part) for part in number.split(".")))
        return
    letter, roman = ("a", "i") if number.islower() else ("A", "I")
    if len(number) == 1:
        yield _Number(place, letter + closing, (ord(number) - ord(letter) + 1,))
    if set(number.lower()) <= set(_ROMAN):
        yield _Number(place, roman + closing, (_roman(number.lower()),))


def _roman(number: str) -> int:
    digits = [_ROMAN[sign] for sign in number]
    return sum(-digit if digit < max(digits[place:]) else digit for place, digit in enumerate(digits))


def _items(lines: Sequence[_Line]) -> Iterator[str]:
    longest, listed = max(line.length for line in lines), any(line.signed for line in lines)
    item, before = "", None
    for line in lines:
        if not line.text:
            before = None
            continue
        follows = (line.indented and listed) or not item[:1].islower()
        if before and follows and _wraps(before, line, longest):
            item += line.text if _cut(item) else f" {line.text}"
        else:
            if item:
                yield item
            item = line.text
        before = line
    if item:
        yield item


def _wraps(before: _Line, line: _Line, longest: int) -> bool:
    """Whether a line only continues the one before, which had no room for its first word."""
    if line.signed or not line.text[:1].islower() or is_closed(before.text) or before.length < _SHORTEST_WRAPPED:
        return False
    return before.length + 1 + len(line.text.split()[0]) > 0.9 * longest


def _cut(item: str) -> bool:
    """Whether a line was wrapped at the hyphen of a word."""
    return item.endswith("-") and item[-2:-1].isalpha()
