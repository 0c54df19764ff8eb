"""Reads lines below a text, as the working register prints them: who acts, until when, and the state."""

import re
from typing import Any

from riskdesk.domain.codes import RISK_STATES
from riskdesk.domain.importing.values import dates
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import PERSONS, Field
from riskdesk.domain.importing.words.vocabulary import MEASURE_STATES, plain
from riskdesk.domain.values import ENDED_STATES, Language, RiskStatus

_PARTS = re.compile(r"\s+·\s+")
_LABELLED = re.compile(r"([^:]{2,40}?)\s*:\s+(\S.*)")
_UNTIL = re.compile(r"(?:due|échéance(?:\s+le)?)\s*:?\s+(.+)", re.IGNORECASE)
# Exactly as they are printed, since the text of a risk may end with such a word.
_ENDS = {RISK_STATES[state].text(language): state for state in ENDED_STATES for language in Language}


def of_measure(line: str) -> dict[str, Any]:
    """The fields of a measure in the line below it; empty if the line says anything else."""
    fields: dict[str, Any] = {}
    for part in _PARTS.split(line.strip()):
        field = _field(part)
        if not field or field.keys() & fields.keys():
            return {}
        fields |= field
    return fields


def ended(line: str) -> RiskStatus | None:
    """How a risk ended, if the line says only that; else None."""
    return _ENDS.get(line.strip())


def of_risk(text: str) -> tuple[str, RiskStatus | None]:
    """The text of a risk, and how it ended: None for an open one.

    A last line that says how it ended is cut off the text.
    """
    before, _, last = text.rstrip().rpartition("\n")
    state = ended(last) if before.strip() else None
    return (before, state) if state else (text, None)


def _field(part: str) -> dict[str, Any]:
    """The field in a part of a line below a measure."""
    state = MEASURE_STATES.get(plain(part))
    if state is not None:
        return {"status": state}
    until = _UNTIL.fullmatch(part)
    day = dates.read(until[1]) if until else None
    if day is not None:
        return {"due_date": day}
    labelled = _LABELLED.fullmatch(part)
    return _labelled(heads.read(labelled[1]).field, labelled[2]) if labelled and heads.is_whole(labelled[1]) else {}


def _labelled(field: Field | None, text: str) -> dict[str, Any]:
    """The field in a part such as “Responsible: the adviser”, “Deadline: 1 March 2027” or “Status: done”."""
    if field in PERSONS:
        return {"action_owner": " ".join(text.split())}
    day = dates.read(text) if field is Field.DUE else None
    if day is not None:
        return {"due_date": day}
    state = MEASURE_STATES.get(plain(text)) if field in (Field.STATUS, Field.MEASURE_STATUS) else None
    return {} if state is None else {"status": state}
