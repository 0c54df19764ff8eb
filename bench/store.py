"""What one committed action costs, against the same rows written by plain sqlite3 with the same settings."""

import gc
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from riskdesk.desk import registers, risks
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language
from riskdesk.store.connection import connect

ROUNDS = 200


def main() -> None:
    """Take turns and print the medians of the time that passes, most of which is the disk's."""
    gc.disable()  # as in the window
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "registers.riskdesk"
        with closing(Session.create(path, "bench")) as session:
            session.run(registers.add(template(EXAMPLE, Language.ENGLISH)))
            risk = next(session.tree(session.registers()[0].id).risks).id
            plain = Path(folder) / "plain.riskdesk"
            plain.write_bytes(path.read_bytes())
            with closing(connect(plain)) as raw:
                pairs = [_pair(session, raw, risk, number) for number in range(ROUNDS)]
    own, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"one action: {1000 * own:.2f} ms; plain sqlite3 {1000 * bare:.2f} ms; ratio {own / bare:.2f}")


def _pair(session: Session, raw: sqlite3.Connection, risk: str, number: int) -> tuple[float, float]:
    return (
        _time(lambda: session.run(risks.edit(risk, note=f"Note {number}"))),
        _time(lambda: _write(raw, risk, number)),
    )


def _write(raw: sqlite3.Connection, risk: str, number: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE risk SET note = ? WHERE id = ?", (f"Note {number}", risk))
    raw.execute(
        "INSERT INTO step SELECT max(number) + 1, at, who, label, undoes, ?, previous, hash FROM step",
        (f'[["risk","{risk}",{{"note":"Note {number - 1}"}},{{"note":"Note {number}"}}]]',),
    )
    raw.execute("INSERT INTO touch SELECT id, (SELECT max(number) FROM step), ? FROM register", (risk,))
    raw.execute("COMMIT")


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
