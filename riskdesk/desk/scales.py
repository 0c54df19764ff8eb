"""The scales that are shipped, in the words of a language."""

import json
from collections.abc import Callable, Sequence
from dataclasses import astuple, replace
from functools import cache
from typing import Any, TypeVar

from riskdesk.domain.records import scale_from_record
from riskdesk.domain.scale import Band, Level, Scale
from riskdesk.domain.values import Language
from riskdesk.resource import resource

_Named = TypeVar("_Named", Level, Band)
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


def named(scale: Scale, language: Language) -> Scale:
    """A scale to be shown in a language: words that are shipped in another give way, all others stay as they are.

    So one with words of its own, or with those of an older Riskdesk, has as many in the language as are known.
    """
    if scale.profile not in PROFILES:
        return scale
    known, wanted = [profile(scale.profile, other) for other in Language], profile(scale.profile, language)

    def told(of: Callable[[Scale], Sequence[_Named]]) -> tuple[_Named, ...]:
        pairs = [pair for other in known for pair in zip(of(other), of(wanted), strict=True)]
        words = {old: new for one, other in pairs for old, new in zip(astuple(one), astuple(other), strict=True)}
        return tuple(type(item)(*(words.get(text, text) for text in astuple(item))) for item in of(scale))

    return replace(
        scale,
        likelihood=told(lambda one: one.likelihood),
        impact=told(lambda one: one.impact),
        bands=told(lambda one: one.bands),
    )


def _told(content: Any, language: Language) -> Any:
    if isinstance(content, list):
        return [_told(item, language) for item in content]
    if not isinstance(content, dict):
        return content
    if content.keys() == set(Language):
        return content[language]
    return {name: _told(item, language) for name, item in content.items()}
