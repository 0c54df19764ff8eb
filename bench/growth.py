"""What actions cost in a large file against a small one: many risks, many registers, many steps of history.

CPU time, with the collector of garbage off as in the window; import is measured against `json.load` and plain sqlite3
that writes the same rows.
"""

import gc
import json
import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from _timing import cpu
from generate import journal, register

from riskdesk.desk import items, registers, transfer
from riskdesk.desk.session import Session
from riskdesk.domain.document import to_document
from riskdesk.domain.records import KINDS, kind_name, to_record
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.store import copying

STEPS, RISKS, REGISTERS, SMALL, ADDED = (100, 10_000, 100_000), 10_000, (1, 31, 310), 31, 15


def main() -> None:
    """Measure one after the other and print."""
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        _by_steps(Path(folder))
        _by_registers(Path(folder))
        _by_risks(Path(folder))


def _by_steps(folder: Path) -> None:
    """Opening a file with a longer and longer history."""
    times = []
    for steps in STEPS:
        path = folder / f"{steps}.riskdesk"
        copying.write(path, journal(register(SMALL, 1), steps))
        times.append(_best(lambda path=path: _open(path)))
    for steps, took in zip(STEPS[1:], times[1:], strict=True):
        print(
            f"open with {steps:,} steps: {took:.3f} s; {STEPS[0]} steps {times[0]:.3f} s; ratio {took / times[0]:.1f}"
        )


def _by_registers(folder: Path) -> None:
    """Opening a register and adding one, alone and among many."""
    took = []
    for count in REGISTERS:
        path = folder / f"registers-{count}.riskdesk"
        with closing(Session.create(path, "bench")) as session:
            for seed in range(count):
                session.run(registers.add(register(SMALL, seed)))
            trees = (registers.add(register(SMALL, count + seed)) for seed in range(ADDED))
            # The median, as each changes other pages of the file.
            added = statistics.median(cpu(lambda tree=tree: session.run(tree)) for tree in trees)
        took.append((_best(lambda path=path: _open(path)), added))
    for name, alone, *among in zip(("open", "add"), *took, strict=True):
        for count, cost in zip(REGISTERS[1:], among, strict=True):
            print(f"{name} one of {count} registers: {cost:.4f} s; alone {alone:.4f} s; ratio {cost / alone:.1f}")


def _by_risks(folder: Path) -> None:
    """Importing thousands of risks, and deleting ten of them."""
    tree, source = register(RISKS, 1), folder / "large.json"
    source.write_text(to_document(tree), "utf-8")
    took: list[tuple[float, float]] = []
    for number in range(3):
        path, plainly = folder / f"large-{number}.riskdesk", folder / f"plain-{number}.db"
        with closing(Session.create(path, "bench")) as session:
            session.prepare()
            own = cpu(lambda session=session: _import(session, source))
        took.append((own, cpu(lambda plainly=plainly: _write_plainly(source, plainly, tree))))
    own, plain = map(min, zip(*took, strict=True))
    print(f"import {RISKS:,} risks: {own:.2f} s; json.load and plain sqlite3 {plain:.2f} s; ratio {own / plain:.1f}")
    print(f"what it journals, to the bytes of its data: {_journal(path):.1f}")
    with closing(Session.open(path, "bench")) as session:
        ten = [risk.id for risk in session.tree(tree.register.id).risks][:10]
        print(f"delete ten of {RISKS:,} risks: {1000 * cpu(lambda: session.run(items.delete(ten))):.0f} ms")


def _journal(path: Path) -> float:
    """The bytes of a journal to those of the rows that it led to."""
    with closing(sqlite3.connect(path)) as raw:
        rows = (row for kind in KINDS for row in raw.execute(f"SELECT * FROM {kind}"))
        data = sum(len(str(value).encode()) for row in rows for value in row if value is not None)
        ((journalled,),) = raw.execute("SELECT sum(length(CAST(changes AS BLOB))) FROM step")
    return float(journalled / data)


def _open(path: Path) -> None:
    with closing(Session.open(path, "bench", whole=False)) as session:
        session.tree(session.registers()[0].id)


def _import(session: Session, source: Path) -> None:
    tree, _ = registers.renumbered(transfer.read(source, Language.ENGLISH))
    session.run(registers.add(tree))


def _write_plainly(source: Path, target: Path, tree: RegisterTree) -> None:
    json.loads(source.read_text("utf-8"))
    rows: dict[str, list[list[object]]] = {}
    for value in tree.values:
        cells = [json.dumps(cell) if isinstance(cell, dict | list) else cell for cell in to_record(value).values()]
        rows.setdefault(kind_name(type(value)), []).append(cells)
    with closing(sqlite3.connect(target)) as plain:
        for kind, kind_rows in rows.items():
            plain.execute(f"CREATE TABLE {kind} ({', '.join(f'c{number}' for number in range(len(kind_rows[0])))})")
            plain.executemany(f"INSERT INTO {kind} VALUES ({', '.join('?' * len(kind_rows[0]))})", kind_rows)
        plain.commit()


def _best(work: Callable[[], object]) -> float:
    work()
    return min(cpu(work) for _ in range(5))


if __name__ == "__main__":
    main()
