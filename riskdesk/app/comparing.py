"""What the command line prints when a file is compared with a register, and the choices in the answers."""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from riskdesk.app.speech import Counted, translate
from riskdesk.domain.comparing.comparison import CATEGORY, Choice, Choices, Comparison, ComparisonRow, Difference, State
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.records import Record, to_record
from riskdesk.domain.remap import Remap
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.domain.step import Change
from riskdesk.domain.telling import Telling

# The key of a comparison, in a file of answers that also has the ids of questions.
_KEY = re.compile(rf"register/.+|(?:{'|'.join(VALUE_KINDS)})/.+")
_LEVELS = "levels:likelihood", "levels:impact"


def choices_in(answers: Mapping[str, str]) -> dict[str, Choice]:
    """The choices for a comparison, by its keys; InputProblem for a word other than “take” and “keep”."""
    choices = {}
    for key, word in answers.items():
        if _KEY.fullmatch(key):
            if word not in list(Choice):
                raise InputProblem(_NO_CHOICE, key=key, found=word)
            choices[key] = Choice(word)
    return choices


def remap_in(answers: Mapping[str, str]) -> Remap | None:
    """The translation of the file's levels, as the answers give it: numbers from low to high, “-” for none."""
    tables = [re.findall(r"\d+|-|None", answers.get(name, "")) for name in _LEVELS]
    if not any(tables):
        return None
    return Remap(*(tuple(int(level) if level.isdigit() else None for level in table) for table in tables))


def lines(comparison: Comparison, choices: Choices, telling: Telling) -> Iterator[str]:
    """The lines of a comparison: one for each difference and each item of one side only, with its key and choice."""
    for row in comparison.rows:
        for difference in row.differences:
            yield f"{_difference(row, difference, telling)}  ({_choice(difference.key, difference.usual, choices)})"
        if row.state in (State.NEW, State.MISSING) and row.kind != "entry":
            yield f"{_whole(row, telling)}  ({_choice(row.key, row.usual, choices)})"


def keys(comparison: Comparison) -> set[str]:
    """The keys of the choices in a comparison, and of the translation of its levels."""
    row_keys = {row.key for row in comparison.rows}
    return row_keys | {difference.key for difference in comparison.differences} | set(_LEVELS)


def summary(comparison: Comparison, choices: Choices) -> str:
    """How many fields are changed, and how many items added, deleted, or kept that the file lacks."""
    changes = comparison.taken_rows(choices)
    counts = [
        sum(row.state is state and difference is None and row.kind != "entry" for row, difference in changes)
        for state in State
    ]
    by_state = dict(zip(State, counts, strict=True))
    missing = sum(row.state is State.MISSING and row.kind != "entry" for row in comparison.rows)
    fields = sum(difference is not None for _, difference in changes)
    added, deleted = by_state[State.NEW], by_state[State.MISSING]
    parts = (
        (fields, Counted.tr("%Ln field(s) changed", "", fields)),
        (added, Counted.tr("%Ln item(s) added", "", added)),
        (deleted, Counted.tr("%Ln item(s) deleted", "", deleted)),
        (missing - deleted, Counted.tr("%Ln item(s) kept that the file does not have", "", missing - deleted)),
    )
    return ", ".join(text for count, text in parts if count) or translate("CommandLine", "nothing to change")


def as_json(comparison: Comparison, choices: Choices) -> Record:
    """A comparison for other programs."""
    remap = comparison.remap
    return {
        "levels": remap and {"likelihood": list(remap.likelihood), "impact": list(remap.impact)},
        "rows": [_row(row, choices) for row in comparison.rows if row.state is not State.EQUAL],
    }


def _difference(row: ComparisonRow, difference: Difference, telling: Telling) -> str:
    assert row.here is not None, "it is on both sides"
    record = to_record(row.here)
    if difference.field == CATEGORY:
        pattern = translate("Values", "{field}: {before} → {after}")
        one, other = map(telling.quoted, side_by_side(difference.here, difference.incoming))
        text = pattern.format(field=telling.field(row.kind, CATEGORY), before=one, after=other)
        return f"{telling.item_name(row.kind, record)} · {text}"
    change = Change(
        row.kind,
        row.here.id,
        {difference.field: _plain(difference.here)},
        {difference.field: _plain(difference.incoming)},
    )
    return telling.change_line(change, record)


def _whole(row: ComparisonRow, telling: Telling) -> str:
    if row.here is None:
        assert row.incoming is not None, "it is on one side"
        return telling.change_line(Change(row.kind, row.incoming.id, None, to_record(row.incoming)))
    item = telling.item_name(row.kind, to_record(row.here))
    return translate("CommandLine", "{item} is not in the file").format(item=item)


def _choice(key: str, usual: Choice, choices: Choices) -> str:
    return translate("CommandLine", "{id} = {answer}").format(id=key, answer=choices.get(key, usual))


def _row(row: ComparisonRow, choices: Choices) -> Record:
    record: Record = {"key": row.key, "kind": row.kind, "state": row.state.value}
    record |= {name: value.id for name, value in (("here", row.here), ("found", row.incoming)) if value is not None}
    if row.match is not None:
        record["match"] = row.match.value
    if row.state in (State.NEW, State.MISSING):
        record["choice"] = choices.get(row.key, row.usual).value
    if row.differences:
        record["differences"] = [
            {
                "key": difference.key,
                "field": difference.field,
                "here": _plain(difference.here),
                "found": _plain(difference.incoming),
                "choice": choices.get(difference.key, difference.usual).value,
            }
            for difference in row.differences
        ]
    return record


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


_NO_CHOICE = QT_TRANSLATE_NOOP(
    "Problem", "In the answers, “{key}” is “{found}”; write “take” for what is in the file or “keep” for what is here."
)
