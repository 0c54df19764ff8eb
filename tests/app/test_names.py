"""Commands in a process of their own, where no name is text: not the user's, nor those of folders and files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from riskdesk.app.main import main
from tests.app.in_turn import run_in_turn
from tests.systems import needs_any_name

pytestmark = [
    needs_any_name,
    pytest.mark.slow,
]


@pytest.fixture(params=["UTF-8", "ASCII", "Latin-1"])
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> dict[bytes, bytes]:
    names = {"UTF-8": {"LC_ALL": "C.UTF-8"}, "ASCII": {"LC_ALL": "C"}}.get(request.param)
    variables = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"} | (names or request.getfixturevalue("latin_1"))
    known = {name: value for name, value in os.environb.items() if not name.startswith((b"LC_", b"LANG", b"XDG_"))}
    home = {b"HOME": os.fsencode(tmp_path) + b"/caf\xff\n", b"LOGNAME": b"Ren\xe9"}
    return known | home | {name.encode(): value.encode() for name, value in variables.items()}


# Names of users come as hexadecimal numbers.
WHO = """
import os, sys
from riskdesk.app import places
for name in sys.argv[1:]:
    os.environb[b"LOGNAME"] = bytes.fromhex(name)
    print(ascii(places.who()))
"""


def test_every_command_works(environment: dict[bytes, bytes], tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/caf\xff\xc3\xa9\x1b"
    store, document, copy = folder + b"/\xfe.riskdesk", folder + b"/\xfe.json", folder + b"/\xfe 2.riskdesk"
    done = run_in_turn(
        environment,
        ("new", store, "--template", "kazakhstan-2024-2027"),
        ("show", store),
        ("export", store, document),
        ("export", store, folder + b"/\xfe.pdf"),
        ("import", document, store),
        ("import", folder + b"/\xfe.pdf", store),
        ("check", "--repair", store),
        ("backup", store),
        ("restore", store),
        ("restore", store, "1", folder + b"/\xfe 1.riskdesk"),
        ("salvage", store, copy),
        ("merge", store, copy),
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert not [entry for entry in Path(os.fsdecode(folder)).iterdir() if entry.suffix in (".lock", ".part")]
    assert any(name.endswith(b".riskdesk") for _, _, files in os.walk(environment[b"HOME"]) for name in files)


def test_what_cannot_be_done_is_said_in_a_sentence(
    environment: dict[bytes, bytes], kazakhstan_store: Path, tmp_path: Path
) -> None:
    store, nowhere = os.fsencode(tmp_path) + b"/\xfe.riskdesk", os.fsencode(tmp_path) + b"/\xff/\xff"
    shutil.copyfile(kazakhstan_store, store)
    commands = (
        ("new", store),
        ("show", nowhere),
        ("show", store, "--register", b"\xff"),
        ("export", store, nowhere + b".pdf"),
        ("export", store, nowhere + b".\xff"),
        ("import", nowhere + b".json", store),
        ("salvage", nowhere, nowhere),
        ("merge", store, nowhere),
    )
    done = run_in_turn(environment, *commands, status=1)
    assert done.returncode == 0, done.stderr
    lines = done.stderr.splitlines()
    assert len(lines) == len(commands)
    assert all(line.startswith(b"riskdesk: ") for line in lines), lines


@pytest.mark.parametrize("names", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_who_did_it_can_be_printed(names: dict[str, str]) -> None:
    printed_names = {
        b"Ren\xc3\xa9": "René",
        b"Ren\xe9": "Ren\N{REPLACEMENT CHARACTER}",
        b"\x1b[2Ja\nb\xe2\x80\xae": "[2Jab",
        b"n" * 10_000: "n" * 100,
    }
    done = subprocess.run(
        [sys.executable, "-c", WHO, *(name.hex() for name in printed_names)],
        env=os.environ | names,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [ascii(name) for name in printed_names.values()]


def test_a_title_that_cannot_be_leaves_no_file(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "a.riskdesk"), "--title", "A\x1b[2J"]) == 1
    assert list(tmp_path.glob("*.riskdesk*")) == []
