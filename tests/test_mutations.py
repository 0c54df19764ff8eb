"""The tool behind “make mutations” breaks what it should, and tells what no test notices."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.systems import needs_forks
from tools.mutations.mutants import mutants
from tools.mutations.report import reasons

ROOT = Path(__file__).resolve().parent.parent

LARGER = """
def larger(one, other):
    return one if one > other else other


def unheard_of():
    return 1
"""
TEST = """
from riskdesk.files import larger


def test_the_larger_one_is_given():
    assert larger(1, 2) == larger(2, 1) == 2
"""


def changes(text: str) -> list[str]:
    return [mutant.name.partition(": ")[2] for mutant in mutants("a.py", text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("if a < b: f()", ["if a < b: → if True:", "if a < b: → if False:", "a < b → a <= b", "f() → pass"]),
        ("a = b and not c", ["b and (not c) → not c", "b and (not c) → b", "not c → c"]),
        ("a = [b for b in c if d]", [" for b in c if d →  for b in c"]),
        ("a = f(b, key=c)", ["f(b, key=c) → f(b)"]),
        ("a = {1: b}", ["{1: b} → {}", "1 → 2", "1 → 0"]),
        ("MOST = 2000", ["2000 → 2000000", "2000 → 2"]),
        ("with a, b as c: d = 'x'", ["with a, b as c: → with b as c:"]),
        ("try:\n    a = b\nexcept (C, D):\n    raise", [
            "try: except (C, D): → if True:", "(C, D) → (D,)", "(C, D) → (C,)", "raise → pass",
        ]),
        ("A = ('secure_delete=ON',)", [
            "('secure_delete=ON',) → ()", "'secure_delete=ON' → 'secure_delete=OFF'",
        ]),
        ("A = 'SELECT b FROM c WHERE d = ? ORDER BY e DESC'", [
            "'SELECT b FROM c WHERE d = ? ORDER BY e DESC' → 'SELECT b FROM c WHERE d = ?'",
            "'SELECT b FROM c WHERE d = ? ORDER BY e DESC' → 'SELECT b FROM c WHERE d = ? ORDER BY e'",
            "'SELECT b FROM c WHERE d = ? ORDER BY e DESC' → 'SELECT b FROM c WHERE d <> ? ORDER BY e DESC'",
        ]),
    ],
)  # fmt: skip
def test_code_is_broken_in_each_way(text: str, expected: list[str]) -> None:
    assert changes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"""What it is."""',
        "from a import b",
        "a: int | None",
        "_Day = dict[str, int | None]",
        "def f(a: int | None) -> str | None: ...",
        "assert a > b, 'never'",
        "_TOLD = QT_TRANSLATE_NOOP('Problem', 'Not saved AND gone.')",
        "raise Problem(TOLD, number=a + 1)",
        "class A:\n    __slots__ = ('b', 'c')",
        "@dataclass(frozen=True, slots=True)\nclass A: ...",
        "_log.warning('%s', a + 1)",
        "a = os.kill(b, 0)",
        "a = dict(zip(b, c, strict=True))",
        "if sys.platform == 'win32':\n    a = b + 1",
    ],
)
def test_what_no_test_should_notice_is_left(text: str) -> None:
    assert [change for change in changes(text) if not change.startswith("raise")] == []


@pytest.mark.parametrize("path", ["riskdesk/store/guard.py", "riskdesk/store/past.py", "riskdesk/files.py"])
def test_each_mutant_has_a_name_of_its_own_and_another_text(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    all_mutants = list(mutants(path, text))
    assert len({mutant.name for mutant in all_mutants}) == len(all_mutants) > 50
    texts = {mutant.text() for mutant in all_mutants[::10]}
    assert len(texts | {ast.unparse(ast.parse(text))}) == len(all_mutants[::10]) + 1


def test_a_name_stays_when_lines_move() -> None:
    before = [mutant.name for mutant in mutants("a.py", LARGER)]
    assert [mutant.name for mutant in mutants("a.py", f"import os\n\n\n{LARGER}")] == before


def test_a_reason_holds_for_all_that_stand_above_it(tmp_path: Path) -> None:
    place = tmp_path / "survivors.txt"
    place.write_text(
        "# A remark.\na.py f: 1 → 2\na.py f: 1 → 0\n    It is never\n    looked at.\na.py g: b → c\n    Alike.\n",
        "utf-8",
    )
    assert reasons(place) == {
        "a.py f: 1 → 2": "It is never looked at.",
        "a.py f: 1 → 0": "It is never looked at.",
        "a.py g: b → c": "Alike.",
    }


def test_each_reason_is_given_for_what_is_there() -> None:
    reasons_by_name = reasons(ROOT / "tools" / "survivors.txt")
    files = {name.partition(" ")[0] for name in reasons_by_name}
    names = {mutant.name for file in files for mutant in mutants(file, (ROOT / file).read_text("utf-8"))}
    assert [name for name in reasons_by_name if name not in names] == []


@needs_forks
@pytest.mark.slow
def test_what_no_test_notices_is_told_until_it_has_a_reason(tmp_path: Path) -> None:
    """In a tree of two files, one of which is tried only if it is named, and a test of each; it is left as it was."""
    parts = Path("tools", "mutations")
    shutil.copytree(ROOT / parts, tmp_path / parts, copy_function=shutil.copyfile)
    written = {
        "riskdesk/__init__.py": "",
        "riskdesk/files.py": LARGER,
        "riskdesk/other.py": LARGER,
        "tests/test_files.py": TEST,
        "tests/test_part_files.py": TEST.replace("riskdesk.files", "riskdesk.other"),
        "tools/survivors.txt": "",
    }
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    def output(*files: str) -> str:
        command = [sys.executable, "-m", "tools.mutations", *files]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 1, done.stderr
        return done.stdout

    first = output()
    assert "riskdesk/other.py" not in first
    assert first.count(" killed riskdesk/files.py larger: ") == 3
    assert "LIVES riskdesk/files.py larger: one > other → one >= other\n" in first
    assert "unheard_of: 1 → 2\n    noticed by none of 0 tests" in first
    (tmp_path / "tools" / "survivors.txt").write_text(
        "riskdesk/files.py larger: one > other → one >= other\n    Equal ones are alike.\n"
        "riskdesk/files.py larger: one > other → one < other\n    It was made once.\n",
        "utf-8",
    )
    second = output("riskdesk/files.py", "riskdesk/other.py")
    assert second.count(" killed riskdesk/other.py larger: ") == 3
    assert " killed riskdesk/files.py" not in second, "what is known is not tried again"
    assert "riskdesk/files.py larger: one > other → one >= other" not in second
    assert second.count("\nriskdesk/files.py unheard_of: 1 → ") == second.count("noticed by none of 0 tests") - 2 == 2
    assert "not made any more: riskdesk/files.py larger: one > other → one < other" in second
    assert (tmp_path / "riskdesk" / "files.py").read_text("utf-8") == LARGER
