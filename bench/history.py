"""What the history of a risk costs in a journal of 100,000 steps, against plain sqlite3 that reads the same steps."""

import json
import sqlite3
import statistics
import tempfile
from contextlib import closing
from pathlib import Path

from _timing import cpu
from generate import journal, register

from riskdesk.desk import history
from riskdesk.desk.session import Session
from riskdesk.store import copying

STEPS, RISKS, ROUNDS = 100_000, 1_000, 50
_PLAIN = "SELECT changes FROM step WHERE number IN (SELECT step FROM touch WHERE item = ? ORDER BY step DESC LIMIT 100)"


def main() -> None:
    """Print the medians for risks that are taken in turn, and what the deleted items of the register cost."""
    tree = register(RISKS, 1)
    risks = [risk.id for risk in tree.risks]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "registers.riskdesk"
        copying.write(path, journal(tree, STEPS))
        with closing(Session.open(path, "bench", whole=False)) as session, closing(sqlite3.connect(path)) as raw:
            pairs = [_pair(session, raw, risk) for risk in risks[:ROUNDS]]
            gone = cpu(lambda: session.history.deleted_items(tree.register.id))
            page = cpu(lambda: session.history.of_register(tree.register.id))
    own, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"history of a risk: {1000 * own:.1f} ms; plain sqlite3 {1000 * bare:.1f} ms; ratio {own / bare:.1f}")
    print(f"a page of the register's steps: {1000 * page:.1f} ms; deleted items: {1000 * gone:.0f} ms")


def _pair(session: Session, raw: sqlite3.Connection, risk: str) -> tuple[float, float]:
    return cpu(lambda: history.chapter(session, risk)), cpu(lambda: _read(raw, risk))


def _read(raw: sqlite3.Connection, risk: str) -> list[object]:
    return [json.loads(changes) for (changes,) in raw.execute(_PLAIN, (risk,))]


if __name__ == "__main__":
    main()
