"""Scales as plain JSON, in tables, journal and documents."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from riskdesk.domain.label import Label
from riskdesk.domain.plain import number, text
from riskdesk.domain.scale import Band, BandColour, Level, Rule, Scale

# An older Riskdesk admitted more levels and bands than today's.
_MOST_PARTS = 100


def scale_record(scale: Scale) -> dict[str, Any]:
    """A scale as plain JSON; one of an older format, with words in one language, is written as it was."""
    record: dict[str, Any] = {
        "name": _label_record(scale.name),
        "profile": scale.profile,
        "likelihood": [_level_record(level) for level in scale.likelihood],
        "impact": [_level_record(level) for level in scale.impact],
        "rule": scale.rule.value,
        "bands": [_band_record(band) for band in scale.bands],
    }
    if scale.table:
        record["table"] = [list(row) for row in scale.table]
    return record if scale.tolerance is None else record | {"tolerance": scale.tolerance}


def scale_from_record(record: Mapping[str, Any]) -> Scale:
    """The scale of a record; ValueError, KeyError or TypeError if it is none or larger than any Riskdesk admitted."""
    table = record.get("table", ())
    parts = (record["likelihood"], record["impact"], record["bands"], table, *table)
    if any(len(part) > _MOST_PARTS for part in parts):
        raise ValueError("too many levels, bands or cells")
    scale = Scale(
        name=label_from_record(record["name"]),
        profile=text(record.get("profile", "")),
        likelihood=tuple(_level(level) for level in record["likelihood"]),
        impact=tuple(_level(level) for level in record["impact"]),
        rule=Rule(record["rule"]),
        bands=tuple(_band(band) for band in record["bands"]),
        table=tuple(tuple(number(cell) for cell in row) for row in table),
        tolerance=None if record.get("tolerance") is None else number(record["tolerance"]),
    )
    _require_sound(scale)
    return scale


def unknown_names(record: Mapping[str, Any]) -> set[str]:
    """The names in the record of a scale that neither it nor its levels and bands have; they are not read."""
    kinds: tuple[tuple[str, type[Level | Band]], ...] = (("likelihood", Level), ("impact", Level), ("bands", Band))
    parts = [(record, Scale), *((part, kind) for name, kind in kinds for part in record[name])]
    return {name for part, kind in parts for name in part.keys() - {field.name for field in fields(kind)}}


def _require_sound(scale: Scale) -> None:
    if not (scale.likelihood and scale.impact and scale.bands):
        raise ValueError("a scale needs levels and bands")
    if scale.tolerance is not None and not 0 <= scale.tolerance < len(scale.bands):
        raise ValueError("the tolerance names a band that is not there")
    if scale.rule is Rule.TABLE:
        rows = [len(row) for row in scale.table]
        if rows != [len(scale.impact)] * len(scale.likelihood):
            raise ValueError("the table needs a cell for each pair of levels")
        if not all(0 <= cell < len(scale.bands) for row in scale.table for cell in row):
            raise ValueError("the table names a band that is not there")


def _level(record: Mapping[str, Any]) -> Level:
    return Level(label_from_record(record["name"]), label_from_record(record.get("definition", "")))


def _band(record: Mapping[str, Any]) -> Band:
    colour = record.get("colour")
    return Band(
        label_from_record(record["name"]),
        number(record.get("upto", 0)),
        None if colour is None else BandColour(colour),
    )


def label_from_record(record: object) -> Label:
    """The label of a record with words in both languages; one may be left out, plain text is used for both.

    TypeError if it is neither.
    """
    if isinstance(record, str):
        return Label.same(record)
    if not isinstance(record, Mapping) or not record.keys() <= {"en", "fr"}:
        raise TypeError("text, or text in both languages, expected")
    return Label(text(record.get("en", "")), text(record.get("fr", "")))


def _label_record(label: Label) -> str | dict[str, Any]:
    return label.en if label.en == label.fr else {"en": label.en, "fr": label.fr}


def _level_record(level: Level) -> dict[str, Any]:
    return {"name": _label_record(level.name), "definition": _label_record(level.definition)}


def _band_record(band: Band) -> dict[str, Any]:
    record: dict[str, Any] = {"name": _label_record(band.name), "upto": band.upto}
    return record if band.colour is None else record | {"colour": band.colour.value}
