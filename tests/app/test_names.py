"""Commands in a process of their own, where no name is text: not the user's, nor those of folders and files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from riskdesk.app.main import main
from tests.systems import needs_any_name

pytestmark = [
    needs_any_name,
    pytest.mark.slow,
]


@pytest.fixture(params=["UTF-8", "ASCII", "Latin-1"])
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> dict[bytes, bytes]:
    names = {"UTF-8": {"LC_ALL": "C.UTF-8"}, "ASCII": {"LC_ALL": "C"}}.get(request.param)
    told = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"} | (names or request.getfixturevalue("latin_1"))
    known = {name: value for name, value in os.environb.items() if not name.startswith((b"LC_", b"LANG", b"XDG_"))}
    home = {b"HOME": os.fsencode(tmp_path) + b"/caf\xff\n", b"LOGNAME": b"Ren\xe9"}
    return known | home | {name.encode(): value.encode() for name, value in told.items()}


# Before each command stands of how many words it is.
RUN = """
import sys
from riskdesk.app.main import main
_, expected, *words = sys.argv
while words:
    command, words = words[1 : 1 + int(words[0])], words[1 + int(words[0]) :]
    status = main(command)
    if status != int(expected):
        sys.exit(f"{command!a} ended with {status}")
"""


def run(
    environment: dict[bytes, bytes], *commands: tuple[bytes | str, ...], status: int = 0
) -> "subprocess.CompletedProcess[bytes]":
    """One after the other in one process, as each of its own would take longer to start than to run."""
    given = [argument for command in commands for argument in (str(len(command)), *command)]
    return subprocess.run(
        [sys.executable, "-c", RUN, str(status), *given], env=environment, capture_output=True, check=False
    )


def test_every_command_works(environment: dict[bytes, bytes], tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/caf\xff\xc3\xa9\x1b"
    store, document, copy = folder + b"/\xfe.riskdesk", folder + b"/\xfe.json", folder + b"/\xfe 2.riskdesk"
    done = run(
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


def test_what_cannot_be_done_is_said_in_a_sentence(environment: dict[bytes, bytes], tmp_path: Path) -> None:
    store, nowhere = os.fsencode(tmp_path) + b"/\xfe.riskdesk", os.fsencode(tmp_path) + b"/\xff/\xff"
    assert run(environment, ("new", store)).returncode == 0
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
    done = run(environment, *commands, status=1)
    assert done.returncode == 0, done.stderr
    told = done.stderr.splitlines()
    assert len(told) == len(commands)
    assert all(line.startswith(b"riskdesk: ") for line in told), told


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"Ren\xc3\xa9", "René"),
        (b"Ren\xe9", "Ren\N{REPLACEMENT CHARACTER}"),
        (b"\x1b[2Ja\nb\xe2\x80\xae", "[2Jab"),
        (b"n" * 10_000, "n" * 100),
    ],
)
@pytest.mark.parametrize("names", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_who_did_it_can_be_printed(name: bytes, shown: str, names: dict[str, str]) -> None:
    program = "from riskdesk.app import places; print(ascii(places.who()))"
    environment = os.environb | {b"LOGNAME": name} | {key.encode(): value.encode() for key, value in names.items()}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == f"{shown!a}\n"


def test_a_title_that_cannot_be_leaves_no_file(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "a.riskdesk"), "--title", "A\x1b[2J"]) == 1
    assert list(tmp_path.glob("*.riskdesk*")) == []
