"""A new field of a risk costs four places, as docs/contributing.md says, and then it is everywhere.

The test adds a field to a copy of the sources and uses it there: edit, undo, search, print, inspector, files.
"""

import filecmp
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from riskdesk.store import file_format
from tests.trees import copy_tree

ROOT = Path(__file__).parents[1]
NOW, NEXT = file_format.FORMAT, file_format.FORMAT + 1
MIGRATION = f"""

def _add_consequence(connection: sqlite3.Connection) -> None:
    _widen(connection, {NEXT}, "risk", "''")


MIGRATIONS[{NOW}] = _add_consequence
"""
FIELD = """
    Field("consequence", FieldType.TEXT, Label("Consequence", "Conséquence"), MORE, "consequence"),"""
USE = f"""
import shutil, sys
from contextlib import closing
from pathlib import Path

import pypdfium2
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riskdesk.app.command_line import run
from riskdesk.desk import importing, registers, risks
from riskdesk.desk.find import RegisterSearch
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.document import to_outside_document
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Language
from riskdesk.store.check import findings
from riskdesk.kit.settings import Settings
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.bench.workbench import Workbench

kept, folder = map(Path, sys.argv[1:])
path = Path(shutil.copy(kept, folder / "a.riskdesk"))
session = Session.open(path, "me", backups=folder / "backups")
assert path.read_bytes()[60:64] == ({NEXT}).to_bytes(4, "big"), "migrated"
session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
register = session.registers()[-1].id
def first():
    return next(session.tree(register).risks)

# It is edited, undone and redone, and told of.
step = session.run(risks.edit(first().id, consequence="Zürich closes"))
telling = Telling(Language.FRENCH, lambda context, text: text)
assert "conséquence: (empty) → “Zürich closes”" in telling.lines(step.changes)[0]
session.undo(register)
assert first().consequence == ""
session.redo(register)
assert first().consequence == "Zürich closes"

# Search finds it.
search = RegisterSearch("zurich")
list(search.following(session.tree(register)))
assert [hit.field for hit in search.hits] == ["consequence"]

# It is a column of the working register, and stays inside.
def export(name, *options):
    assert run(["export", str(path), str(folder / name), "--register", register, *options]) == 0
    return folder / name
def text(pdf):
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
working = text(export("working.pdf", "--kind", "working", "--columns", "reference,consequence"))
assert "Ref. Risk Consequence" in working and "Zürich closes" in working
assert "Zürich" not in text(export("appendix.pdf")) + to_outside_document(session.tree(register))

# A workbook has it, and brings it back.
back = importing.read(export("back.xlsx", "--layout", "register"), Language.ENGLISH).tree
assert next(back.risks).consequence == "Zürich closes"

# The inspector shows and edits it.
app = QApplication([])
workbench = Workbench(session)
workbench.open_register(register)
inspector = Inspector(workbench, Settings(folder / "settings.json"))
inspector.show()
workbench.select([first().id])
page = inspector.currentWidget().widget()
field = page.fields["consequence"]
assert (field.accessibleName(), field.toPlainText()) == ("Consequence", "Zürich closes")
field.setFocus()
field.selectAll()
QTest.keyClicks(field, "Bern closes")
workbench.typing.commit()
assert first().consequence == "Bern closes"

# It goes out and comes back, and the file is sound.
export("out.json")
session.close()
other = folder / "b.riskdesk"
assert run(["new", str(other)]) == run(["import", str(folder / "out.json"), str(other)]) == 0
for file, place in ((path, register), (other, None)):
    assert findings(file) == []
    with closing(Session.open(file, "me", backups=folder / "backups")) as session:
        register = place or session.registers()[-1].id
        assert first().consequence == "Bern closes"
"""


def put(path: Path, pattern: str, text: str) -> None:
    """Put text behind the one place in a file that matches a pattern."""
    content = path.read_text("utf-8")
    (match,) = re.finditer(pattern, content, re.MULTILINE)
    path.write_text(content[: match.end()] + text + content[match.end() :], "utf-8")


def add_field(tree: Path) -> None:
    """Add a consequence to risks, as contributing.md says."""
    put(tree / "riskdesk/domain/values.py", r'^    note: str = ""\n    language: .*$', '\n    consequence: str = ""')
    put(tree / "riskdesk/domain/fields.py", r"^    _text_language\(MORE\),$", FIELD)
    new = tree / f"resources/store/format-{NEXT}.sql"
    shutil.copy(tree / f"resources/store/format-{NOW}.sql", new)
    put(new, r"^\tnote TEXT NOT NULL, \n\tlanguage TEXT, $", "\n\tconsequence TEXT NOT NULL, ")
    put(tree / "riskdesk/store/migration.py", r"^MIGRATIONS: [^}]*}$", MIGRATION)


def differing(compared: filecmp.dircmp[str]) -> int:
    """How many files differ in two folders, those counted that only one has."""
    inside = sum(map(differing, compared.subdirs.values()))
    return inside + len(compared.diff_files + compared.left_only + compared.right_only)


def test_a_new_field_costs_four_places_and_is_everywhere(tmp_path: Path) -> None:
    tree, folder = tmp_path / "tree", tmp_path / "stores"
    for part in ("riskdesk", "resources"):
        copy_tree(ROOT / part, tree / part)
    folder.mkdir()
    add_field(tree)
    parts = (filecmp.dircmp(ROOT / part, tree / part, ignore=["__pycache__"]) for part in ("riskdesk", "resources"))
    assert sum(map(differing, parts)) == 4
    store = ROOT / "tests" / "data" / "stores" / f"format-{NOW}.riskdesk"
    environment = os.environ | {"PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", USE, store, folder],
        env=environment,
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
