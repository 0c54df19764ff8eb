"""Changes in words: which item, which field, which text; for people, in their language."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from riskdesk.domain.conflict import WORKED_OUT, Clash
from riskdesk.domain.fields import FIELDS, Field, FieldType, column_names, field_label
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.domain.records import nest
from riskdesk.domain.scale import Scale
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.step import Change
from riskdesk.domain.text import is_blank, short
from riskdesk.domain.tree import EntryTree
from riskdesk.domain.values import Language, Mitigation, RegisterTitle, Risk

if TYPE_CHECKING:
    from riskdesk.domain.replay import Differences, Key, Places

# The part of a reference that fits beside a title.
_LONGEST_MARK = 20
T = TypeVar("T")
_NONE: Mapping[str, Any] = {}


_Scales: TypeAlias = "tuple[Scale | None, ...]"
# Returns the record of an item by its kind and id, to name it by; empty if there is none. An entry has the first words
# in it, but not those of the item whose id is the third argument.
Find: TypeAlias = Callable[[str, str, str], Mapping[str, Any]]


def _no_scales(_key: "Key") -> _Scales:
    return None, None


class Telling(NamedTuple):
    """A writer of changes in one language; `translate(context, text)` translates all but its printed words.

    `scales` finds the scales on which the levels of an item are, before and after a change, so that they are named.
    """

    language: Language
    translate: Callable[[str, str], str]
    scales: "Callable[[Key], _Scales]" = _no_scales

    def on(self, before: Scale | None, after: Scale | None) -> "Telling":
        """Itself, naming levels as these scales do, before and after a change."""
        return self._replace(scales=lambda _key: (before, after))

    def lines(
        self,
        changes: Iterable[Change],
        find: Callable[[Change], Mapping[str, Any]] = lambda _: _NONE,
        places: "Places | None" = None,
        shifted: Collection[tuple[str, str]] = (),
    ) -> list[str]:
        """A line for each change, without what is worked out; `find` gives the whole record of one, to name it by.

        If `places` have several registers, the lines of each are below its name. `shifted` are the keys of items
        that have another place among their siblings.
        """
        change_lines = (
            (change, self.change_line(change, find(change), is_shifted=change.key in shifted))
            for change in map(_by_hand, changes)
            if change.after != {} or change.key in shifted
        )
        if places is None or not places.are_several:
            return [line for _, line in change_lines]
        names = register_names(places.registers, self.language)
        below: dict[str, list[str]] = {name: [] for name in names.values()}
        for change, line in change_lines:
            below[names[places.of[change.key]]].append(f"    {line}")
        return [line for name, lines in below.items() if lines for line in (name, *lines)]

    def differences(self, differences: "Differences", most: int | None = None) -> list[str]:
        """The lines of so many differences at most."""
        changes, records, places, moved, scales = differences
        telling = self._replace(scales=lambda key: places.scales_of(key, *scales))
        return telling.lines(changes[:most], lambda change: records[change.key], places, moved)

    def change_line(self, change: Change, record: Mapping[str, Any] = _NONE, *, is_shifted: bool = False) -> str:
        """A change in one line: "risk R-05 · note: “old” → “new”", or what was added or removed."""
        if change.before is None:
            return self._whole(QT_TRANSLATE_NOOP("Values", "{kind} added: {text}"), change.kind, record or change.after)
        if change.after is None:
            return self._whole(
                QT_TRANSLATE_NOOP("Values", "{kind} removed: {text}"), change.kind, record or change.before
            )
        edits = [self._edit(change.key, name, change.before.get(name), after) for name, after in change.after.items()]
        edits += [self._moved()] * is_shifted
        return f"{self.item_name(change.kind, record)} · {' · '.join(edits)}"

    def item_name(self, kind: str, record: Mapping[str, Any]) -> str:
        """The name of an item: its kind, and its reference or text if these are known."""
        name, text = _reference(kind, record), record_text(record)
        return " ".join([self.kind(kind), *([name or self.quoted(text)] if name or text else [])])

    def quoted(self, text: str) -> str:
        """A text in quotation marks and in one line, shortened if it is long; “(empty)” if there is none."""
        if not text:
            return self.translate("Values", QT_TRANSLATE_NOOP("Values", "(empty)"))
        return self.translate("Values", QT_TRANSLATE_NOOP("Values", "“{text}”")).format(text=short(text))

    def side(self, clash: Clash, value: Any) -> str:
        """The value on one side of a clash."""
        if clash.field:
            return self.value(clash.kind, clash.field, value, self.scales((clash.kind, clash.id))[1])
        if value is None:
            return self.translate("Values", QT_TRANSLATE_NOOP("Values", "(deleted)"))
        return self._kept((clash.kind, clash.id), value)

    def places(self, clash: Clash, find: Find) -> tuple[str, str]:
        """The names of the places to which both sides moved an item, with category and register where these differ."""
        theirs, mine = (
            nest((clash.field, str(parent)), lambda kind, name: find(kind, name, clash.id))
            for parent in (clash.theirs, clash.mine)
        )
        while len(theirs) > 1 and len(mine) > 1 and theirs[0][0] == mine[0][0]:
            theirs, mine = theirs[1:], mine[1:]
        return self._nested(theirs), self._nested(mine)

    def _nested(self, items: "Sequence[tuple[Key, Mapping[str, Any]]]") -> str:
        shown = items if len(items) == 1 or record_text(items[-1][1]) else items[:-1]
        return " · ".join(self.item_name(kind, record) for (kind, _), record in shown)

    def _kept(self, key: "Key", record: Mapping[str, Any]) -> str:
        """What one side keeps of an item that the other deletes: its text, or the fields that were edited of it."""
        edited = [name for name in record if name not in WORKED_OUT]
        if "id" in record or (len(edited) == 1 and record_text(record)):
            return record_text(record)
        return "\n".join(self._field_line(key, name, record[name]) for name in edited)

    def _field_line(self, key: "Key", name: str, value: Any) -> str:
        if name in VALUE_KINDS:
            return self._moved()
        text = self.value(key[0], name, value, self.scales(key)[1])
        return f"{self.field(key[0], name)}{words(self.language).colon} {text or '–'}"

    def about(self, clash: Clash, record: Mapping[str, Any] = _NONE) -> str:
        """The subject of a clash: the item and, unless it is the item as a whole, the field."""
        item = self.item_name(clash.kind, record)
        return f"{item} · {self.field(clash.kind, clash.field)}" if clash.field else item

    def kind(self, name: str) -> str:
        """The name of a kind of value."""
        return VALUE_KINDS[name].label.in_sentence.text(self.language)

    def changed(self, field: str) -> str:
        """The words for a change of a field whose text is the same before and after, such as the colours of a scale."""
        return self.translate("Values", QT_TRANSLATE_NOOP("Values", "{field} changed")).format(field=field)

    def field(self, kind: str, name: str) -> str:
        """The name of a field of a kind of value."""
        return field_label(kind, name).in_sentence.text(self.language)

    def value(self, kind: str, name: str, value: Any, scale: Scale | None = None) -> str:
        """The value of a field as people read it, a level with its name on the scale.

        One that the field cannot hold is returned unchanged.
        """
        field = FIELDS[kind].get(name)
        if value is None or field is None:
            return "" if value is None else str(value)
        if field.type is FieldType.LEVEL and isinstance(value, int) and scale is not None:
            return scale.level_text(name, value, self.language)
        try:
            return self._field_text(field, value)
        except (ValueError, TypeError, KeyError, AttributeError):
            return str(value)

    def _field_text(self, field: Field, value: Any) -> str:
        if field.type is FieldType.SCALE:
            return self._scale(scale_from_record(value))
        if field.type is FieldType.COLUMNS:
            return ", ".join(column_names(self.language)[column] for column in value)
        if field.type is FieldType.DATE:
            value = datetime.date.fromisoformat(value)
        return words(self.language).value(field, value)

    def _scale(self, scale: Scale) -> str:
        """The name of a scale, its levels, its bands with their highest scores, and which are tolerated."""
        language = self.language
        levels = (" / ".join(level.name.text(language) for level in half) for half in (scale.likelihood, scale.impact))
        names = ((band.name.text(language), band.upto) for band in scale.bands)
        bands = ", ".join(f"{name} ≤\u00a0{upto}" if upto else name for name, upto in names)
        if scale.tolerance is not None:
            text = self.translate("Values", QT_TRANSLATE_NOOP("Values", "{bands}; tolerated up to {band}"))
            bands = text.format(bands=bands, band=scale.bands[scale.tolerance].name.text(language))
        return f"{scale.name.text(language)}{words(language).colon} {' × '.join(levels)} · {bands}"

    def _whole(self, text: str, kind: str, record: Mapping[str, Any] | None) -> str:
        return self.translate("Values", text).format(
            kind=self.kind(kind), text=self.quoted(record_text(record or _NONE))
        )

    def _moved(self) -> str:
        return self.translate("Values", QT_TRANSLATE_NOOP("Values", "moved"))

    def _edit(self, key: "Key", name: str, before: Any, after: Any) -> str:
        if name in VALUE_KINDS:
            return self._moved()
        kind, scales = key[0], self.scales(key)
        texts = self.value(kind, name, before, scales[0]), self.value(kind, name, after, scales[1])
        if texts[0] == texts[1] or (name in FIELDS[kind] and FIELDS[kind][name].is_json):
            return self.changed(self.field(kind, name))
        text = self.translate("Values", QT_TRANSLATE_NOOP("Values", "{field}: {before} → {after}"))
        # Imported late, as little of what is told has two texts.
        from riskdesk.domain.side_by_side import side_by_side

        one, other = map(self.quoted, side_by_side(*texts))
        return text.format(field=self.field(kind, name), before=one, after=other)


def name_of(item: Risk | Mitigation) -> str:
    """The name of an item: the reference of a risk, else its title or its text."""
    return (item.reference or item.title or item.description) if isinstance(item, Risk) else item.description


def risk_name(risk: Risk) -> str:
    """What a sentence calls a risk: its reference, else its title or its text, shortened."""
    return risk.reference or short(risk.title or risk.description)


def _by_hand(change: Change) -> Change:
    if change.before is None or change.after is None:
        return change
    by_hand = change.edited - WORKED_OUT
    # In the order of the catalogue; the journal has names in that of the alphabet.
    names = (name for name in (*FIELDS[change.kind], *change.after) if name in by_hand)
    return replace(change, after={name: change.after[name] for name in names})


def record_name(kind: str, record: Mapping[str, Any]) -> str:
    """The reference of a risk by its record, or the text of an item; empty if it has neither."""
    return _reference(kind, record) or record_text(record)


def _reference(kind: str, record: Mapping[str, Any]) -> str:
    return str(record.get("reference") or "") if kind == "risk" else ""


def record_text(record: Mapping[str, Any]) -> str:
    """The text of an item by its record, shortened; for a waiver, the reason."""
    reason = record.get("reason") if "gap" in record else None
    return short(str(record.get("description") or record.get("title") or record.get("name") or reason or ""))


def text_of(risk: Risk) -> str:
    """The description of a risk; without one its short title, if it has that."""
    return next((text for text in (risk.description, risk.title) if not is_blank(text)), "")


def first_words(entry: EntryTree, without: str = "") -> str:
    """The first words in an entry, which stand for its name; not those of the item with the id `without`."""
    risks = (text_of(risk) or risk.reference for risk in entry.risks if risk.id != without)
    mitigations = (mitigation.description for mitigation in entry.mitigations if mitigation.id != without)
    names = (*risks, *mitigations)
    return next((name for name in names if not is_blank(name)), "")


def register_names(registers: Sequence[RegisterTitle], language: Language) -> dict[str, str]:
    """The title of each register by its id, with its reference or a number if several have the same title."""
    titles = {register.id: register.title or words(language).untitled for register in registers}
    return {
        identity: f"{titles[identity]} · {mark}" if mark else titles[identity]
        for identity, mark in register_marks(registers).items()
    }


def register_marks(registers: Sequence[RegisterTitle]) -> dict[str, str]:
    """A mark for each register by its id that tells it from others of the same title.

    It is its reference or a number; empty if no other has the same title.
    """
    marks = {register.id: "" for register in registers}
    for namesakes in alike((register.title.casefold(), register) for register in registers):
        references = [_cut(register.reference) for register in namesakes]
        differ = len(set(references)) == len(references) and all(references)
        marks |= {register.id: references[at] if differ else str(at + 1) for at, register in enumerate(namesakes)}
    return marks


def _cut(reference: str) -> str:
    """A reference, shortened to fit beside a title."""
    text = short(reference)
    return text if len(text) <= _LONGEST_MARK else f"…{text[-_LONGEST_MARK:]}"


def alike(named_items: Iterable[tuple[Hashable, T]]) -> list[list[T]]:
    """The groups of those items that share a name with others."""
    groups = defaultdict[Hashable, list[T]](list)
    for name, item in named_items:
        groups[name].append(item)
    return [items for items in groups.values() if len(items) > 1]
