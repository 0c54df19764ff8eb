"""What the fuzzer is told of a command is judged: each sort of harm is seen, and what is right is let be."""

import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.faults.fuzz import disk, oracle
from tests.faults.fuzz.commands import Command, Ending
from tests.faults.fuzz.scene import Scene

GOOD = Ending(0, b"done\n", b"", 0.1, 80)
REFUSED = Ending(1, b"", b"riskdesk: There is no such file.\n", 0.1, 80)
TRACEBACK = b'Traceback (most recent call last):\n  File "/x/riskdesk/desk/clip.py", line 3, in read\nKeyError: 1\n'


def faults_of(command: str, ending: Ending) -> list[str]:
    return [fault.what for fault in oracle.faults(Command.of(command), ending, GOOD)]


@pytest.mark.parametrize(
    ("ending", "fault"),
    [
        (GOOD, None),
        (REFUSED, None),
        (replace(REFUSED, status=2), None),
        (replace(REFUSED, err=TRACEBACK), "an exception that nobody caught"),
        (replace(GOOD, err=b"Exception ignored in: <x>\n"), "an exception that nobody caught"),
        (replace(GOOD, err=b"/x.py:1: ResourceWarning: unclosed\n"), "a warning"),
        (replace(GOOD, err=b"QObject::connect: No such signal\n"), "a warning"),
        (replace(REFUSED, status=3), "the status is 3"),
        (replace(GOOD, status=-signal.SIGSEGV), "the status is -11"),
        (replace(GOOD, status=-signal.SIGALRM), "takes too long"),
        (replace(GOOD, seconds=5.2), "takes too long"),
        (replace(GOOD, megabytes=290), "takes too much memory"),
        (replace(GOOD, out=b"\x1b[31mred"), "says raw control characters"),
        (replace(REFUSED, err="\x9b31m".encode()), "says raw control characters"),
        (replace(GOOD, out=b"\xff"), "says what is no UTF-8"),
        (replace(REFUSED, err=b"\n"), "says nothing of why it did not do it"),
    ],
)
def test_a_command_is_judged_by_how_it_ends_and_what_it_says(ending: Ending, fault: str | None) -> None:
    assert faults_of("show", ending) == ([] if fault is None else [fault])


def test_a_window_has_nothing_to_say_to_a_terminal() -> None:
    assert faults_of("window", GOOD) == []
    assert faults_of("window", replace(GOOD, err=b"This plugin does not support raise()\n")) == []
    assert faults_of("window", replace(GOOD, err=b"Trying to construct an invalid type\n")) == [
        "says what nobody reads"
    ]


def test_one_cause_is_known_by_its_last_place_in_the_program() -> None:
    (fault,) = oracle.faults(Command.of("show"), replace(REFUSED, err=TRACEBACK), GOOD)
    assert fault.where == "desk/clip.py:read KeyError"


@pytest.mark.parametrize(
    ("before", "ending", "right"),
    [
        (GOOD, GOOD, True),
        (REFUSED, REFUSED, True),
        (GOOD, REFUSED, False),
        (REFUSED, GOOD, False),
        (GOOD, replace(GOOD, out=b"something else"), False),
        (GOOD, replace(REFUSED, err=b"riskdesk: a is open in another program; close it there."), True),
    ],
)
def test_a_rehearsal_says_how_it_ends(before: Ending, ending: Ending, right: bool) -> None:  # noqa: FBT001
    disagreements = list(oracle.disagreement(Command.of("import", agrees=True), ending, before))
    assert (disagreements == []) is right


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    scene = Scene.laid(tmp_path / "case", Random(0))
    scene.here("letter.txt").write_text("to the Committee of Ministers")
    scene.here("new.riskdesk-wal").write_text("left")
    return scene


Act = Callable[[Scene], object]


@pytest.mark.parametrize(
    ("command", "act", "ending", "wrong"),
    [
        ("show", lambda scene: None, GOOD, ""),
        ("show", lambda scene: scene.store.write_bytes(b""), GOOD, "folder/STORE changed"),
        ("show", lambda scene: scene.store.chmod(0o600), GOOD, "folder/STORE changed"),
        ("import", lambda scene: scene.store.write_bytes(b""), GOOD, ""),
        ("import", lambda scene: scene.store.write_bytes(b""), REFUSED, "folder/STORE changed"),
        ("import", lambda scene: scene.here("letter.txt").unlink(), GOOD, "folder/letter.txt is gone"),
        ("import", lambda scene: scene.here("a.part").touch(), GOOD, "folder/a.part appeared"),
        ("import", lambda scene: (scene.temporary / "left").touch(), GOOD, "tmp/left appeared"),
        ("import", lambda scene: (scene.home / "backup").touch(), GOOD, ""),
        ("import", lambda scene: (scene.home / "backup.part").touch(), GOOD, "home/backup.part appeared"),
        (
            "import",
            lambda scene: scene.here("new.riskdesk-wal").rename(scene.here("new.riskdesk-wal.old")),
            GOOD,
            "folder/new.riskdesk-wal is gone",
        ),
        (
            "import",
            lambda scene: scene.here("new.riskdesk-wal").rename(scene.here("new.riskdesk-wal.old")),
            replace(GOOD, out=b"It is now called new.riskdesk-wal.old."),
            "",
        ),
    ],
)
def test_nothing_changes_but_what_was_to(scene: Scene, command: str, act: Act, ending: Ending, wrong: str) -> None:
    before = scene.picture()
    act(scene)
    writes = scene.store if command == "import" else None
    changes = list(disk.unexpected(Command.of(command, writes=writes), ending, scene, before, scene.picture()))
    assert changes[:1] == ([wrong] if wrong else [])
