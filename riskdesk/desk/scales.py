"""The shipped scales, and translating the words of scales from older files."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from riskdesk.domain.label import Label
from riskdesk.domain.scale import Band, Level, Scale
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.resource import resource

DEFAULT = "5x5"
PROFILES = (DEFAULT, "pm2-risk-log", "eu-action-document-3x3", "probability-severity-4x4")


@cache
def profile(name: str) -> Scale:
    """A shipped scale by its name, such as "5x5"."""
    content = json.loads(resource(f"scales/{name}.json").read_text("utf-8"))
    return scale_from_record(content | {"profile": name})


def in_both_languages(scale: Scale) -> Scale:
    """A scale with both languages of shipped words, for showing and printing; older formats had words in one language.

    All other words, and scales of the user's own, stay as they are.
    """
    if scale.profile not in PROFILES:
        return scale
    shipped = profile(scale.profile)
    return replace(
        scale,
        name=_in_both(scale.name, _words([shipped.name])),
        likelihood=_levels(scale.likelihood, shipped.likelihood),
        impact=_levels(scale.impact, shipped.impact),
        bands=_bands(scale.bands, _words(band.name for band in shipped.bands)),
    )


def _levels(levels: Iterable[Level], shipped: Sequence[Level]) -> tuple[Level, ...]:
    names, meanings = _words(level.name for level in shipped), _words(level.definition for level in shipped)
    return tuple(Level(_in_both(level.name, names), _in_both(level.definition, meanings)) for level in levels)


def _bands(bands: Iterable[Band], names: Mapping[str, Label]) -> tuple[Band, ...]:
    return tuple(replace(band, name=_in_both(band.name, names)) for band in bands)


def _words(labels: Iterable[Label]) -> dict[str, Label]:
    """A mapping from shipped words in either language to the same words in both."""
    return {text: label for label in labels for text in (label.en, label.fr)}


def _in_both(label: Label, words: Mapping[str, Label]) -> Label:
    return words.get(label.en, label) if label.en == label.fr else label


def recognised(scale: Scale) -> Scale:
    """A scale with the name of the shipped one that it equals, if any."""
    names = (name for name in PROFILES if replace(scale, profile=name) == profile(name))
    return replace(scale, profile=next(names, ""))
