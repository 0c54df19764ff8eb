"""What `riskdesk check` prints: what is wrong with a store, then the gaps of its registers."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riskdesk.app import stores
from riskdesk.app.commands import as_of
from riskdesk.app.speech import Counted, language, sentence, translate
from riskdesk.desk import health
from riskdesk.domain.gaps import Gap, GapKind, gaps, grouped, waived
from riskdesk.domain.language import words
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import RegisterTree

_INDENT = "  "


def check(given: Namespace) -> int:
    """Print what was found as text or JSON; 1 for a damaged store, and for gaps where that was asked for."""
    file = Path(given.file)
    repaired = len(health.repair(file)) if given.repair else None
    findings = health.check(file)
    distrusted = health.distrusted_sqlite()
    problems = [sentence(told) for told in (findings if distrusted is None else [distrusted, *findings])]
    registers = [] if findings else _registers(given, file)
    if given.json:
        told = {"file": str(file), "problems": problems, "registers": [it.as_json() for it in registers]}
        print(json.dumps(told if repaired is None else {**told, "repaired": repaired}, ensure_ascii=False, indent=2))
    else:
        print(*_lines(repaired, problems, registers, sound=not findings), sep="\n")
    return 1 if findings or (given.strict and any(it.lacks_something for it in registers)) else 0


@dataclass(frozen=True)
class _Register:
    """A register and its gaps."""

    tree: RegisterTree
    found: dict[GapKind, list[Gap]]

    @property
    def lacks_something(self) -> bool:
        return any(kind.counts for kind in self.found)

    def as_json(self) -> dict[str, Any]:
        """All of it as plain values, by the names of fields and the codes of files."""
        kinds = terms(language()).gap_kinds
        return {
            "id": self.tree.register.id,
            "title": self.tree.register.title,
            "gaps": [
                {"kind": kind.value, "title": kinds[kind], "counts": kind.counts, "items": list(map(_plain, found))}
                for kind, found in self.found.items()
            ],
            "waived": [
                {"kind": kind.value, "title": kinds[kind], "reason": waiver.reason}
                for kind, waiver in waived(self.tree).items()
            ],
        }

    def lines(self) -> Iterator[str]:
        """Its title, and below it each kind of gap with what has it."""
        off = waived(self.tree)
        if not self.found and not off:
            return
        told, kinds = words(language()), terms(language()).gap_kinds
        yield ""
        yield self.tree.register.title or told.untitled
        for kind, found in self.found.items():
            yield f"{_INDENT}{kinds[kind]}{told.colon} {told.number(len(found))}"
            yield from (f"{2 * _INDENT}{_line(gap)}" for gap in found)
        for kind, waiver in off.items():
            yield _INDENT + terms(language()).waived.format(gap=kinds[kind], reason=_in_a_line(waiver.reason))


def _registers(given: Namespace, file: Path) -> list[_Register]:
    day = as_of(given)
    with closing(stores.reading(file)) as session:
        trees = [session.tree(register.id) for register in session.registers()]
    return [_Register(tree, grouped(gaps(tree, day))) for tree in trees]


def _lines(
    repaired: int | None, problems: Sequence[str], registers: Sequence[_Register], *, sound: bool
) -> Iterator[str]:
    if repaired is not None:
        yield Counted.tr("%Ln item(s) repaired from the change history.", "", repaired)
    yield from problems
    if sound:
        yield translate("CommandLine", "No problems found in the register file.")
    for register in registers:
        yield from register.lines()


def _plain(gap: Gap) -> dict[str, str]:
    told = {"id": gap.id, "reference": gap.reference, "description": gap.description}
    return {**told, "like": gap.like} if gap.like else told


def _line(gap: Gap) -> str:
    """What has a gap, in one line."""
    text = _in_a_line(f"{gap.reference} {gap.description}")
    return translate("CommandLine", "{text} (like {other})").format(text=text, other=gap.like) if gap.like else text


def _in_a_line(text: str) -> str:
    return " ".join(text.split()) or "–"
