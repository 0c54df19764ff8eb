"""The scales that are shipped, in the words of a language."""

import json
from functools import cache
from typing import Any

from riskdesk.domain.records import scale_from_record
from riskdesk.domain.scale import Scale
from riskdesk.domain.values import Language
from riskdesk.resource import resource

DEFAULT = "5x5"
PROFILES = (DEFAULT, "pm2-risk-log", "eu-action-document-3x3")


@cache
def profile(name: str, language: Language) -> Scale:
    """A shipped scale: "5x5", "pm2-risk-log" or "eu-action-document-3x3"."""
    content = json.loads(resource(f"scales/{name}.json").read_text("utf-8"))
    return scale_from_record(_told(content, language) | {"profile": name})


def translated(scale: Scale, language: Language) -> Scale:
    """A shipped scale in the words of another language; a user's own, or one changed by hand, as it is."""
    shipped = scale.profile in PROFILES and any(scale == profile(scale.profile, known) for known in Language)
    return profile(scale.profile, language) if shipped else scale


def _told(content: Any, language: Language) -> Any:
    if isinstance(content, list):
        return [_told(item, language) for item in content]
    if not isinstance(content, dict):
        return content
    if content.keys() == set(Language):
        return content[language]
    return {name: _told(item, language) for name, item in content.items()}
