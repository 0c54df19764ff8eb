"""Reads lines that the working register prints below a text: who acts, until when, and the state."""

import re
from typing import Any

from riskdesk.domain.codes import RISK_STATES
from riskdesk.domain.importing.values import dates
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.fields import PERSONS
from riskdesk.domain.importing.words.vocabulary import MEASURE_STATES, plain
from riskdesk.domain.values import ENDED_STATES, Language, RiskStatus

_PARTS = re.compile(r"\s+·\s+")
_WHO = re.compile(r"([^:]{2,40}?)\s*:\s+(\S.*)")
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
    who = _WHO.fullmatch(part)
    if who and heads.is_whole(who[1]) and heads.read(who[1]).field in PERSONS:
        return {"action_owner": " ".join(who[2].split())}
    return {}
