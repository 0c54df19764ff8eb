"""A migration that is killed at any moment leaves the old store or the new one, never something between.

The format to come is made up: a table made anew and an index more.
"""

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from riskdesk.store import file_format
from riskdesk.store.check import findings
from tests.systems import needs_forks

pytestmark = needs_forks

NEXT = """
from riskdesk.store import file_format, migration
INDEX = "CREATE INDEX step_by_label ON step (label);"
today = file_format.FORMAT
tables = file_format.definition(today)
file_format.FORMAT = today + 1
file_format.definition = lambda number: tables + ("" if number == today else INDEX)
def to_next(connection):
    connection.execute("CREATE TABLE made AS SELECT * FROM mitigation")
    names = ("mitigation", "mitigation_of_entry")
    table, index = (
        connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0] for name in names
    )
    connection.execute("DROP TABLE mitigation")
    connection.execute(table)
    connection.execute("INSERT INTO mitigation SELECT * FROM made")
    connection.execute("DROP TABLE made")
    connection.execute(index)
    connection.execute(INDEX)
migration.MIGRATIONS[today] = to_next
"""
# Each round migrates a copy in a process of its own and kills it at some moment of the time that one takes.
KILL = (
    NEXT
    + """
import os, random, shutil, signal, sys, time
from pathlib import Path
from riskdesk.store.store import Store
good, folder, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
chance = random.Random(7)
def migrating(path):
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.write(write, b"x")
        Store.open(path).close()
        os._exit(0)
    os.read(read, 1)
    os.close(read); os.close(write)
    return child
shutil.copy(good, folder / "timed.riskdesk")
began = time.monotonic()
os.waitpid(migrating(folder / "timed.riskdesk"), 0)
usual = time.monotonic() - began
for number in range(rounds):
    path = folder / f"{number}.riskdesk"
    shutil.copy(good, path)
    child = migrating(path)
    time.sleep(chance.uniform(0, usual * 1.2))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
"""
)
STATE = (
    NEXT
    + """
import sys
from pathlib import Path
from riskdesk.store.check import findings
for name in sys.argv[1:]:
    found = [str(problem) for problem in findings(Path(name))]
    print(int.from_bytes(Path(name).read_bytes()[60:64], "big"), found)
"""
)


def test_a_killed_migration_is_never_half_done(
    tmp_path: Path, times: Callable[[int, int], int], figures: Callable[[str], None]
) -> None:
    good, rounds = tmp_path / "good.riskdesk", times(25, 300)
    with closing(Session.create(good, "me")) as session:
        for _ in range(4):
            session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    (folder := tmp_path / "killed").mkdir()
    subprocess.run([sys.executable, "-c", KILL, good, folder, str(rounds)], check=True)
    hot = len(list(folder.glob("*-journal")))
    paths = [folder / f"{number}.riskdesk" for number in range(rounds)]
    output = subprocess.run([sys.executable, "-c", STATE, *paths], capture_output=True, text=True, check=True).stdout
    states = output.splitlines()
    assert {state.split(" ", 1)[1] for state in states} == {"[]"}
    versions = [state.split(" ", 1)[0] for state in states]
    old, new = str(file_format.FORMAT), str(file_format.FORMAT + 1)
    assert set(versions) <= {old, new}
    assert findings(good) == []
    figures(
        f"killed migrations: {rounds}, old {versions.count(old)}, new {versions.count(new)},"
        f" cut off in the middle {hot}, half done 0"
    )
