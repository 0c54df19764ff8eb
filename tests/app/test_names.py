"""Commands in a process of their own, where no name is text: not the user's, nor those of folders and files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="only on Linux may a name be anything but text"),
    pytest.mark.slow,
]
ENVIRONMENTS = {
    "UTF-8": {b"LC_ALL": b"C.UTF-8"},
    "ASCII": {b"LC_ALL": b"C", b"PYTHONUTF8": b"0", b"PYTHONCOERCECLOCALE": b"0"},
}


@pytest.fixture(params=ENVIRONMENTS)
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> dict[bytes, bytes]:
    home = os.fsencode(tmp_path) + b"/caf\xff\n"
    known = {name: value for name, value in os.environb.items() if not name.startswith((b"LC_", b"LANG", b"XDG_"))}
    return known | {b"HOME": home, b"LOGNAME": b"Ren\xe9"} | ENVIRONMENTS[request.param]


def run(environment: dict[bytes, bytes], *arguments: bytes | str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "riskdesk.app", *arguments], env=environment, capture_output=True, check=False
    )


def test_every_command_works(environment: dict[bytes, bytes], tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path) + b"/caf\xff\xc3\xa9\x1b"
    store, document, copy = folder + b"/\xfe.riskdesk", folder + b"/\xfe.json", folder + b"/\xfe 2.riskdesk"
    for arguments in (
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
    ):
        done = run(environment, *arguments)
        assert (done.returncode, done.stderr) == (0, b""), arguments
    assert not [entry for entry in Path(os.fsdecode(folder)).iterdir() if entry.suffix in (".lock", ".part")]
    assert any(name.endswith(b".riskdesk") for _, _, files in os.walk(environment[b"HOME"]) for name in files)


def test_what_cannot_be_done_is_said_in_a_sentence(environment: dict[bytes, bytes], tmp_path: Path) -> None:
    store, nowhere = os.fsencode(tmp_path) + b"/\xfe.riskdesk", os.fsencode(tmp_path) + b"/\xff/\xff"
    assert run(environment, "new", store).returncode == 0
    for arguments in (
        ("new", store),
        ("show", nowhere),
        ("show", store, "--register", b"\xff"),
        ("export", store, nowhere + b".pdf"),
        ("export", store, nowhere + b".\xff"),
        ("import", nowhere + b".json", store),
        ("salvage", nowhere, nowhere),
        ("merge", store, nowhere),
        ("new", nowhere, "--title", b"\xff"),
    ):
        done = run(environment, *arguments)
        assert done.returncode == 1, arguments
        assert done.stderr.startswith(b"riskdesk: "), arguments
        assert done.stderr.count(b"\n") == 1, arguments
