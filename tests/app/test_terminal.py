"""Nothing that a file holds is obeyed by the terminal that it is shown on."""

import errno
import json
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.app import commands
from riskdesk.app.log_file import keep_log
from riskdesk.app.main import main
from riskdesk.app.terminal import Plain, spelt_out
from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from tests.faults.hostile import forged
from tests.systems import ON_WINDOWS, not_on_windows

with suppress(ImportError):
    # Windows has none.
    import fcntl

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
NASTY = "\x1b]0;owned\x07\x9b2J\r\x08"
# Windows lets no name hold them.
NAME = "a.riskdesk" if ON_WINDOWS else f"a{NASTY}.riskdesk"
COMMANDS = [
    ["show", "FILE"],
    ["show", "--json", "FILE"],
    ["show", "--register", NASTY, "FILE"],
    ["check", "FILE"],
    ["check", "--repair", "FILE"],
    ["check", "--as-of", NASTY, "FILE"],
    ["export", "FILE", "OUT.pdf"],
    ["export", "FILE", f"OUT{NASTY}.pdf"],
    ["export", "--print-set", NASTY, "FILE", "OUT.pdf"],
    ["export", "--columns", NASTY, "FILE", "OUT.pdf"],
    ["export", "FILE", f"OUT.{NASTY}"],
    ["matrix", "FILE", "OUT.svg"],
    ["matrix", "FILE", f"OUT{NASTY}.svg"],
    ["matrix", "FILE", f"OUT.{NASTY}"],
    ["backup", "FILE"],
    ["restore", "FILE"],
    ["salvage", "FILE", f"NEW{NASTY}.riskdesk"],
    ["merge", "FILE", "FILE"],
    ["assess", "FILE", NASTY, "1", "1"],
    ["assess", "FILE", "R-01", NASTY, "1"],
    ["assess", "FILE", "R-01", "1", "1"],
    ["import", "FILE", "FILE"],
    [NASTY, "FILE"],
    ["new", NASTY],
    ["new", "FILE"],
    ["--" + NASTY],
]


@pytest.fixture(scope="module")
def nasty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nasty") / NAME
    with closing(Session.create(path, f"me{NASTY}")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
    return path


@pytest.fixture
def store(nasty_store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(nasty_store, tmp_path))


def nasty_scale(changes: list[list[object]]) -> None:
    for kind, _, _, after in changes:
        if kind == "register" and isinstance(after, dict):
            after["scale"]["bands"][0]["name"] = NASTY
            after["scale"]["name"] = NASTY


def nasty_everywhere(changes: list[list[object]]) -> None:
    """What no store may hold: every text of every value."""
    for change in changes:
        change[1] = f"{change[1]}{NASTY}"
        for name, value in change[3].items() if isinstance(change[3], dict) else ():
            if isinstance(value, str):
                change[3][name] = value + NASTY


@pytest.mark.parametrize("harm", [None, nasty_scale, nasty_everywhere])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command).translate({27: None}))
def test_no_command_prints_what_a_terminal_obeys(
    store: Path, tmp_path: Path, command, harm, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One of them makes a store where it is called.
    monkeypatch.chdir(tmp_path)
    if harm is not None:
        forged("", harm)(store)
    places = {"FILE": str(store), "OUT": str(tmp_path / "out"), "NEW": str(tmp_path / "new")}
    arguments = [place.replace(name, path) for place in command for name, path in [named(place, places)]]
    main(arguments)
    printed = capsys.readouterr()
    assert OBEYED.findall(printed.out + printed.err) == []


def named(place: str, places: dict[str, str]) -> tuple[str, str]:
    return next(((name, path) for name, path in places.items() if place.startswith(name)), ("", ""))


def test_what_a_fault_of_the_program_says_is_not_obeyed_either(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_options: object) -> int:
        raise ValueError(NASTY)

    monkeypatch.setattr(commands, "show", fail)
    capsys.readouterr()
    assert main(["show", str(store)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "ValueError: \\u001b]0;owned" in printed.err
    assert OBEYED.search(printed.err) is None


def test_a_register_document_stays_the_same_content(store: Path, capsys) -> None:
    assert main(["show", "--json", str(store)]) == 0
    document = json.loads(capsys.readouterr().out)
    out = store.with_name("out.json")
    assert main(["export", str(store), str(out)]) == 0
    assert document == json.loads(out.read_text("utf-8"))


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_spelling_out_never_changes_what_json_text_says(content: object) -> None:
    text = spelt_out(json.dumps(content, ensure_ascii=False))
    assert json.loads(text) == content
    assert OBEYED.search(text) is None


def test_line_ends_tabs_and_every_script_are_left_alone() -> None:
    text = "Risk\tРизик\nخطر \u200fسיכון ✓ é"
    assert spelt_out(text) == text


def test_what_turns_a_line_around_is_spelt_out() -> None:
    assert spelt_out("a\u202eb\u2066c\u2028d") == "a\\u202eb\\u2066c\\u2028d"


def test_a_log_entry_is_one_entry(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = root.handlers[:]
    root.handlers.clear()
    try:
        keep_log(tmp_path / "log" / "riskdesk.log")
        logging.getLogger("x").warning("taken over from %s", "host\x1b[2J\n2026-01-01 ERROR forged \udcff")
        for handler in root.handlers:
            handler.close()
    finally:
        root.handlers[:] = before
    first, second = (tmp_path / "log" / "riskdesk.log").read_text("utf-8").splitlines()
    assert "host\\u001b[2J" in first
    assert second.startswith("    2026-01-01")


@pytest.mark.parametrize("command", [["templates"], ["show", "--json", "FILE"]])
def test_nothing_is_said_where_nobody_reads_what_is_printed(kazakhstan_store: Path, command: list[str]) -> None:
    arguments = [str(kazakhstan_store) if word == "FILE" else word for word in command]
    reading, writing = os.pipe()
    os.close(reading)
    program = [sys.executable, "-m", "riskdesk", *arguments]
    done = subprocess.run(program, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("command", [["templates"], ["--help"], ["show", "--json", "FILE"], ["check", "FILE"]])
def test_it_is_told_where_what_is_printed_cannot_be_written(kazakhstan_store: Path, command: list[str]) -> None:
    arguments = [str(kazakhstan_store) if word == "FILE" else word for word in command]
    program = [sys.executable, "-m", "riskdesk", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        lost = subprocess.run(program, stdout=full, stderr=full, check=False)
    assert (done.returncode, done.stderr.count("\n"), lost.returncode) == (1, 1, 1)
    assert "Not all of the output could be written (the disk has no room left)" in done.stderr


@pytest.fixture
def heeded() -> Iterator[None]:
    """Ctrl+C is not ignored by a program that is started here, as where the tests themselves run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much a pipe holds")
def test_nothing_is_said_where_ctrl_c_ends_it(kazakhstan_store: Path) -> None:
    reading, writing = os.pipe()
    # So that the program waits until more is read.
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    program = [sys.executable, "-m", "riskdesk", "show", "--json", str(kazakhstan_store)]
    with subprocess.Popen(program, stdout=writing, stderr=subprocess.PIPE) as running:
        os.close(writing)
        assert os.read(reading, 1) == b"{"
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate()
    os.close(reading)
    assert (running.returncode, errors) == (-signal.SIGINT, b"")


@not_on_windows("it has no such signal")
def test_nothing_is_said_where_ctrl_c_ends_it_while_it_starts() -> None:
    code = """
import sys
from riskdesk.app.main import main

class Interrupt:
    def find_spec(self, name, *_):
        if name == "riskdesk.app.arguments":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupt())
main(["templates"])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


@not_on_windows("a shell closes what a program prints on")
def test_nothing_is_printed_in_place_of_what_is_said_to_nobody(tmp_path: Path) -> None:
    program = ["sh", "-c", 'exec "$@" 2>&-', "sh", sys.executable, "-m", "riskdesk", "show", str(tmp_path / "a")]
    done = subprocess.run(program, stdout=subprocess.PIPE, check=False)
    assert (done.returncode, done.stdout) == (1, b"")


@not_on_windows("a shell closes what a program prints on")
@pytest.mark.parametrize("command", [["templates"], ["--help"], ["list", "FILE"], ["list", "FILE", "--csv"]])
def test_a_program_that_is_started_without_output_does_its_work_in_silence(
    kazakhstan_store: Path, command: list[str]
) -> None:
    arguments = [str(kazakhstan_store) if word == "FILE" else word for word in command]
    program = ["sh", "-c", 'exec "$@" >&-', "sh", sys.executable, "-m", "riskdesk", *arguments]
    done = subprocess.run(program, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


class Closed(StringIO):
    """A pipe that nobody reads any more, as Windows tells of it."""

    def write(self, text: str) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")

    def flush(self) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")


def test_a_closed_pipe_is_known_on_windows_too() -> None:
    plain = Plain(Closed())
    with pytest.raises(BrokenPipeError):
        plain.write("text")
    with pytest.raises(BrokenPipeError):
        plain.flush()
