"""The command that checks a store: it prints what is wrong with it, then the gaps of its registers."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riskdesk.app import places, stores
from riskdesk.app.commands import as_of
from riskdesk.app.speech import Counted, language, sentence, title_of, translate
from riskdesk.app.ways_out import ways_out
from riskdesk.desk import health, memory
from riskdesk.domain.gaps import Gap, GapKind, gaps, grouped, waived
from riskdesk.domain.language import words
from riskdesk.domain.terms import terms
from riskdesk.domain.tree import RegisterTree

_INDENT = "  "


def check(options: Namespace) -> int:
    """Print what was found as text or JSON; return 1 for a damaged store, and with `--strict` for gaps as well."""
    file = Path(options.file)
    repaired = _repair(file) if options.repair else None
    store_health = health.of_file(file)
    findings = list(store_health.findings())
    if findings:
        memory.forget(places.backups(), file)
    distrusted = health.distrusted_sqlite()
    problems = [sentence(problem) for problem in (findings if distrusted is None else [distrusted, *findings])]
    registers = [] if findings else _registers(options, file)
    if options.json:
        content = {"file": str(file), "problems": problems, "registers": [register.as_json() for register in registers]}
        print(
            json.dumps(content if repaired is None else {**content, "repaired": repaired}, ensure_ascii=False, indent=2)
        )
    else:
        print(*_lines(repaired, problems, registers, store_health), sep="\n")
    return 1 if findings or (options.strict and any(register.lacks_something for register in registers)) else 0


def _repair(file: Path) -> int:
    """Repair a store that no other program has open; return how many items were repaired."""
    with stores.alone(file):
        return len(health.repair(file))


@dataclass(frozen=True)
class _Register:
    """A register and its gaps."""

    tree: RegisterTree
    gaps_by_kind: dict[GapKind, list[Gap]]

    @property
    def lacks_something(self) -> bool:
        return any(kind.counts for kind in self.gaps_by_kind)

    def as_json(self) -> dict[str, Any]:
        """The register and its gaps as plain values, with the names of fields and the codes of files."""
        kinds = terms(language()).gap_kinds
        return {
            "id": self.tree.register.id,
            "title": self.tree.register.title,
            "gaps": [
                {"kind": kind.value, "title": kinds[kind], "counts": kind.counts, "items": list(map(_plain, of_kind))}
                for kind, of_kind in self.gaps_by_kind.items()
            ],
            "waived": [
                {"kind": kind.value, "title": kinds[kind], "reason": waiver.reason}
                for kind, waiver in waived(self.tree).items()
            ],
        }

    def lines(self) -> Iterator[str]:
        """The title of the register, and below it each kind of gap with the items that have it."""
        off = waived(self.tree)
        if not self.gaps_by_kind and not off:
            return
        wording, kinds = words(language()), terms(language()).gap_kinds
        yield ""
        yield title_of(self.tree.register)
        for kind, of_kind in self.gaps_by_kind.items():
            yield f"{_INDENT}{kinds[kind]}{wording.colon} {wording.number(len(of_kind))}"
            yield from (f"{2 * _INDENT}{_line(gap)}" for gap in of_kind)
        for kind, waiver in off.items():
            yield _INDENT + terms(language()).waived.format(gap=kinds[kind], reason=_in_a_line(waiver.reason))


def _registers(options: Namespace, file: Path) -> list[_Register]:
    day = as_of(options)
    with closing(stores.reading(file)) as session:
        trees = [session.tree(register.id) for register in session.registers()]
    return [_Register(tree, grouped(gaps(tree, day))) for tree in trees]


def _lines(
    repaired: int | None, problems: Sequence[str], registers: Sequence[_Register], store_health: health.Health
) -> Iterator[str]:
    if repaired is not None:
        yield Counted.tr("%Ln item(s) repaired from the change history.", "", repaired)
    yield from problems
    if store_health.sound:
        yield translate("CommandLine", "No problems found in the register file.")
    else:
        yield from ways_out(store_health, is_ours=True)
    for register in registers:
        yield from register.lines()


def _plain(gap: Gap) -> dict[str, str]:
    record = {"id": gap.id, "reference": gap.reference, "description": gap.description}
    return {**record, "like": gap.like} if gap.like else record


def _line(gap: Gap) -> str:
    """The item that has a gap, in one line."""
    text = _in_a_line(f"{gap.reference} {gap.description}")
    return translate("CommandLine", "{text} (like {other})").format(text=text, other=gap.like) if gap.like else text


def _in_a_line(text: str) -> str:
    return " ".join(text.split()) or "–"
