"""Two programs edit the same few risks of one store at the same time, without any lock: nothing is lost silently."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.step import Step
from riskdesk.domain.values import Language
from riskdesk.store.check import findings
from riskdesk.store.store import Store

# Edits when told to begin, tries again where told that the other has the file, as happens on a busy machine, and says
# what it wrote and what it was asked about.
WRITE = """
import json, random, sys
from pathlib import Path
from riskdesk.desk import risks
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import FileProblem
path, who, edits = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
session = Session.open(path, who)
ids = [risk.id for risk in session.tree(session.registers()[0].id).risks][:3]
session.prepare()
chance = random.Random(who)
print("ready", flush=True)
sys.stdin.readline()
def run(action):
    while True:
        try:
            return session.run(action)
        except FileProblem as problem:
            if "another program is using" not in str(problem):
                raise
written, asked = [], []
for number in range(edits):
    risk, field, text = chance.choice(ids), chance.choice(["note", "owner", "trigger"]), f"{who} {number}"
    try:
        step = run(risks.edit(risk, **{field: text}))
        written.append([step.number, risk, field, text])
    except Conflict as conflict:
        (clash,) = conflict.clashes
        asked.append([clash.theirs, clash.mine])
session.close()
print(json.dumps([written, asked]), flush=True)
"""


def writers(path: Path, edits: int) -> list[tuple[list[list[object]], list[list[str]]]]:
    """What each of two programs wrote, and where it was asked."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, path, who, str(edits)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for who in ("Anna", "Marat")
    ]
    for each in running:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in running:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    return [json.loads(each.communicate()[0]) for each in running]


def test_no_edit_is_lost_silently(
    tmp_path: Path, times: Callable[[int, int], int], figures: Callable[[str], None]
) -> None:
    path, edits = tmp_path / "a.riskdesk", times(100, 1000)
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    results = writers(path, edits)
    written = [tuple(write) for writes, _ in results for write in writes]
    conflicts = [pair for _, pairs in results for pair in pairs]
    assert len(written) + len(conflicts) == 2 * edits
    assert all(theirs != mine for theirs, mine in conflicts)
    assert len({number for number, *_ in written}) == len(written)
    assert findings(path) == []
    with closing(Store.open(path)) as store:
        steps = {step.number: step for step in store.steps()}
    for number, risk, field, text in written:
        (change,) = steps[number].changes
        assert (change.id, change.after) == (risk, {field: text})
    assert overwritten_unseen(steps.values()) == []
    figures(f"two writers: {2 * edits} edits, {len(written)} written, {len(conflicts)} asked about, 0 lost silently")


def overwritten_unseen(steps: Iterable[Step]) -> list[object]:
    """The edits that began from another value than the one that was stored."""
    stored: dict[tuple[str, str], object] = {}
    wrong = []
    for step in steps:
        for change in step.changes:
            for field, value in (change.after or {}).items():
                if change.before is not None and stored.get((change.id, field)) != change.before[field]:
                    wrong.append(change)
                stored[change.id, field] = value
    return wrong
