"""A scale as a small JSON file, to be shared in an office."""

from collections.abc import Mapping
from typing import Any

from riskdesk.domain import json_text
from riskdesk.domain.json_text import BadJson
from riskdesk.domain.possible_scale import admitted_scale
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_record import scale_from_record, scale_record
from riskdesk.domain.text import shortened

FORMAT = "riskdesk-scale"
VERSION = 1
# In bytes: many times the size of a scale with the longest texts that anybody would read.
LARGEST = 1_000_000
_DEEPEST, _MOST = 6, 20_000


def to_scale_document(scale: Scale) -> str:
    """The JSON text of a scale, indented by two spaces, ending in a newline."""
    content = scale_record(scale)
    del content["profile"]
    return json_text.written({"format": FORMAT, "version": VERSION, **content})


def from_scale_document(text: str) -> Scale:
    """The scale in a text; InputProblem if it holds none, or one by which nothing can be assessed."""
    try:
        content = json_text.loads(text, deepest=_DEEPEST, most=_MOST)
    except BadJson as bad:
        raise bad.problem from None
    if not isinstance(content, Mapping) or content.get("format") != FORMAT:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "This JSON file is not a scale; choose one that was saved as a scale.")
        )
    if content.get("version") != VERSION:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "This scale's JSON has version {found}, and your version of Riskdesk reads version {known}; update"
                " Riskdesk to read it.",
            ),
            found=shortened(str(content.get("version")), 60),
            known=VERSION,
        )
    return admitted_scale(_scale(content))


def _scale(content: Mapping[str, Any]) -> Scale:
    try:
        return scale_from_record({**content, "profile": ""})
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "The scale in this file is not complete, or holds what no scale can have; ask for it to be saved"
                " again.",
            )
        ) from None
