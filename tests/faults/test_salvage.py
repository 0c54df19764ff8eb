"""Whatever becomes of a store, what is salvaged of it is what it was, or the report names it."""

from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import chain, repeat
from pathlib import Path
from random import Random

import pytest

from riskdesk.desk.salvage import Salvaged, salvage
from riskdesk.desk.salvage_report import lines
from riskdesk.desk.session import Session
from riskdesk.domain.problems import FileProblem
from riskdesk.domain.records import KINDS, parent_of
from riskdesk.domain.replay import Key, State
from riskdesk.domain.step import Step
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language
from riskdesk.store.check import findings
from riskdesk.store.store import Store
from tests.faults.damages import DAMAGES, PAGE, Damage, garbage, one_bit, one_byte, page_replaced, page_zeroed
from tests.faults.typist import Typist, add_register

ACTIONS = 60
ENGLISH = Telling(Language.ENGLISH, lambda _context, text: text)


def several(content: bytes, chance: Random, harm: Damage) -> bytes:
    for _ in range(12):
        content = harm(content, chance)
    return content


def without_the_last_leaves(content: bytes, chance: Random) -> bytes:
    """Pages of rows that are gone together, such as the last ones that were written."""
    leaves = [at for at in range(PAGE, len(content), PAGE) if content[at] == 13]
    for at in chance.sample(leaves, 3):
        content = content[:at] + bytes(PAGE) + content[at + PAGE :]
    return content


HARMS: dict[Damage, int] = {
    **{harm: max(2, count // 6) for harm, count in DAMAGES.items()},
    **{partial(several, harm=harm): 4 for harm in (one_byte, one_bit, garbage, page_zeroed, page_replaced)},
    without_the_last_leaves: 4,
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the Kazakhstan register and what was done to it since."""
    path = tmp_path_factory.mktemp("whole") / "whole.riskdesk"
    with closing(Session.create(path, "A. Tester")) as session:
        session.run(add_register())
        typist = Typist(session, "salvage")
        for _ in range(ACTIONS):
            typist.act()
    return path


def content(path: Path) -> tuple[State, list[Step]]:
    with closing(Store.open(path, read_only=True)) as store:
        return store.state(), store.steps()


def unnamed(truth: State, saved: State, report: Salvaged) -> list[tuple[Key, str]]:
    """The fields that are not what they were and of which the report has no line."""
    named = {(finding.key, finding.field) for finding in report.findings}
    wrong = []
    for key, record in saved.items():
        if (key, None) not in named:
            was = truth.get(key, {})
            names = [name for name in record if name != "position" and record[name] != was.get(name)]
            wrong += [(key, name) for name in names if (key, name) not in named]
    return wrong + [(key, "position") for key in misplaced(truth, saved, named)]


def misplaced(truth: State, saved: State, named: set[tuple[Key, str | None]]) -> list[Key]:
    """What stands in another order than it did, and is not named."""
    siblings = defaultdict[Key | None, list[Key]](list)
    for key in sorted(saved, key=lambda key: saved[key]["position"]):
        fields = {None, "position", *KINDS}
        if not any((key, name) in named for name in fields):
            siblings[parent_of(key, saved[key])].append(key)
    return [
        key
        for group in siblings.values()
        for kind in KINDS
        for key, right in zip(
            [key for key in group if key[0] == kind],
            sorted((key for key in group if key[0] == kind), key=lambda key: truth[key]["position"]),
            strict=True,
        )
        if key != right
    ]


def test_what_is_not_what_it_was_is_named(
    whole: Path, tmp_path: Path, times: Callable[[int, int], int], figures: Callable[[str], None]
) -> None:
    (truth, steps), chance, count = content(whole), Random("salvage"), Counter[str]()
    damaged, sound = tmp_path / "damaged.riskdesk", whole.read_bytes()
    for number, harm in enumerate(chain.from_iterable(repeat(*each) for each in HARMS.items())):
        for again in range(times(1, 40)):
            damaged.write_bytes(harm(sound, chance))
            new = tmp_path / f"{number}-{again}.riskdesk"
            try:
                report = salvage(damaged, new, "A. Tester", Language.ENGLISH)
            except FileProblem:
                assert not new.exists()
                count["nothing left"] += 1
                continue
            assert findings(new) == []
            saved, saved_steps = content(new)
            new.unlink()
            assert unnamed(truth, saved, report) == []
            assert saved_steps == (steps[: len(saved_steps)] if report.history else saved_steps[:1])
            assert not report.whole or (saved, saved_steps) == (truth, steps)
            report_lines = lines(report, ENGLISH)
            assert sum(line.startswith("– ") for line in report_lines) == len(report.findings)
            count.update(
                {
                    "files": 1,
                    "right": sum(saved.get(key) == record for key, record in truth.items()),
                    "values": len(truth),
                    "named": len(report.findings),
                    "told whole": report.whole,
                }
            )
    figures(
        f"salvaged files: {count['files']:,}, of {count['values']:,} values {count['right']:,} right;"
        f" named {count['named']:,}, wrong and not named 0; told whole {count['told whole']:,}"
    )
