"""The report on a damaged store, line by line: what was recovered, what is in doubt, and what is lost."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from riskdesk.desk.remains import Doubt, DoubtfulValue
from riskdesk.desk.salvage import Salvaged
from riskdesk.domain.language import moment_label
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Problem
from riskdesk.domain.records import KINDS
from riskdesk.domain.replay import Key, first_words, register_of, scales_in
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.domain.telling import Telling
from riskdesk.domain.text import without_control


def lines(salvaged: Salvaged, telling: Telling) -> list[str]:
    """Sentences on what was recovered, then a line for each doubtful value, under a heading for each kind of doubt."""
    return list(_Report(salvaged, telling).lines())


class _Report:
    def __init__(self, salvaged: Salvaged, telling: Telling) -> None:
        self._salvaged, self._telling = salvaged, telling
        self._first_words, self._scales = first_words(salvaged.state), scales_in(salvaged.state)

    def lines(self) -> Iterator[str]:
        counts = {f"{kind}s": self._salvaged.count(kind) for kind in ("register", "risk", "mitigation")}
        yield self._sentence(_CAME_BACK, **counts, categories=self._salvaged.count("category"))
        yield self._history()
        for warning in self._salvaged.warnings:
            yield warning.translated(self._telling.translate, self._telling.language)
        if self._salvaged.lost:
            yield self._sentence(_LOST_STEPS, number=len(self._salvaged.lost), steps=_ranges(self._salvaged.lost))
        if self._salvaged.passed_over:
            steps = self._salvaged.passed_over
            yield self._sentence(_PASSED_OVER, number=len(steps), steps=_ranges(steps))
        by_doubt = sorted(self._salvaged.findings, key=lambda finding: finding.doubt.value)
        for doubt, group in groupby(by_doubt, key=lambda finding: finding.doubt):
            findings = list(group)
            yield ""
            yield self._sentence(_HEADS[doubt], number=len(findings))
            yield from map(self._line, findings)

    def _history(self) -> str:
        if self._salvaged.whole:
            return self._sentence(_HISTORY)
        if not self._salvaged.history:
            return self._sentence(_NO_HISTORY)
        return self._sentence(
            _HISTORY_SO_FAR, step=str(len(self._salvaged.steps)), time=moment_label(self._salvaged.last)
        )

    def _line(self, finding: DoubtfulValue) -> str:
        item = self._item(finding.key)
        if finding.field is None:
            return f"– {item}"
        now, other = side_by_side(*(self._value(finding, value) for value in (finding.now, finding.other)))
        field = self._telling.field(finding.key[0], finding.field)
        values = {"now": self._telling.quoted(now), "other": self._telling.quoted(other)}
        return "– " + self._sentence(_LINES[finding.doubt], item=item, field=field, **values)

    def _item(self, key: Key) -> str:
        kind, identity = key
        record = self._salvaged.state.get(key, {})
        if kind == "entry":
            record = {"description": self._first_words.get(identity)}
        name = self._telling.item_name(kind, record)
        return name if name != self._telling.kind(kind) else f"{name} {without_control(identity)}"

    def _value(self, finding: DoubtfulValue, value: object) -> str:
        kind, name = finding.key[0], str(finding.field)
        _, register = register_of(finding.key, self._salvaged.state) or ("", "")
        scale = self._scales.get(register)
        text = self._item((name, str(value))) if name in KINDS else self._telling.value(kind, name, value, scale)
        return " ".join(without_control(text).split())

    def _sentence(self, text: str, **values: object) -> str:
        return Problem(text, **values).translated(self._telling.translate, self._telling.language)


def _ranges(numbers: tuple[int, ...]) -> str:
    """Numbers in ranges, such as "3, 7–9"."""
    starts = [numbers[0], *(later for before, later in pairwise(numbers) if later != before + 1)]
    ends = [*(before for before, later in pairwise(numbers) if later != before + 1), numbers[-1]]
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in zip(starts, ends, strict=True))


_CAME_BACK = QT_TRANSLATE_NOOP(
    "Problem",
    "Recovered – registers: {registers}, categories: {categories}, risks: {risks}, mitigations: {mitigations}.",
)
_HISTORY = QT_TRANSLATE_NOOP("Problem", "The whole history was recovered.")
_HISTORY_SO_FAR = QT_TRANSLATE_NOOP(
    "Problem", "The history was recovered up to step {step}, of {time}; later steps, if there were any, are lost."
)
_NO_HISTORY = QT_TRANSLATE_NOOP("Problem", "The history could not be fully recovered; the new file starts a new one.")
_LOST_STEPS = QT_TRANSLATE_NOOP("Problem", "Steps of the change history that are lost: {number} ({steps}).")
_PASSED_OVER = QT_TRANSLATE_NOOP(
    "Problem", "Steps with data that Riskdesk does not write, which were passed over: {number} ({steps})."
)
_HEADS = {
    Doubt.RESTORED: QT_TRANSLATE_NOOP(
        "Problem", "Recovered from the change history alone, and may be older than what was there: {number}"
    ),
    Doubt.REPLACED: QT_TRANSLATE_NOOP(
        "Problem", "Was garbled, and is now the last value in the change history, which may be older: {number}"
    ),
    Doubt.DIFFERS: QT_TRANSLATE_NOOP(
        "Problem", "Found in two versions, in the tables and in the change history; please compare: {number}"
    ),
    Doubt.UNVOUCHED: QT_TRANSLATE_NOOP(
        "Problem", "Found, but not mentioned in what is left of the change history; please check: {number}"
    ),
    Doubt.GARBLED: QT_TRANSLATE_NOOP("Problem", "Is garbled, and nothing else is left of it: {number}"),
    Doubt.EMPTIED: QT_TRANSLATE_NOOP("Problem", "Could not be read, and is now as in a new register: {number}"),
    Doubt.HEADING: QT_TRANSLATE_NOOP("Problem", "Lost; its contents are under the heading “Recovered”: {number}"),
    Doubt.GONE: QT_TRANSLATE_NOOP("Problem", "Not in the new file, as this is all that is left of it: {number}"),
}
_LEFT = QT_TRANSLATE_NOOP("Problem", "{item} · {field}: {other}")
_LINES = {
    Doubt.REPLACED: QT_TRANSLATE_NOOP("Problem", "{item} · {field}: {now} in place of {other}"),
    Doubt.DIFFERS: QT_TRANSLATE_NOOP("Problem", "{item} · {field}: {now} was kept, not {other}"),
    Doubt.GARBLED: QT_TRANSLATE_NOOP("Problem", "{item} · {field}: {now}"),
    Doubt.EMPTIED: _LEFT,
    Doubt.GONE: _LEFT,
}
