"""What Windows does otherwise, asked on every system."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from riskdesk import system
from riskdesk.system import is_file_name, is_temporary, name_length, patiently, plain_path, private_mode, real_path
from tests.systems import needs_links, not_on_windows

DEVICES = ["NUL", "nul.pdf", "CON.riskdesk", "Aux", "prn.tar.gz", "COM1", "lpt9.pdf", "COM¹", "CON .txt", "CONOUT$"]
NO_NAMES = ["", "a:stream", "NUL:", "a?.pdf", "a\0b", "a\tb", 'say "no".pdf', "a|b"]
NAMES = ["registers.riskdesk", "CONTACTS.pdf", "COM.pdf", "COM10", "nullify.pdf", "a.nul", "é 中.pdf", "y.pdf.", ".pdf"]


@pytest.mark.parametrize(
    ("place", "is_one"),
    [
        ("Temp/a.riskdesk", True),
        ("Temp/7zO4/deep/a.riskdesk", True),
        ("Other Temp/a.riskdesk", True),
        ("AppData/Local/Microsoft/Windows/INetCache/Content.Outlook/8XQ/a.riskdesk", True),
        ("Temporary/a.riskdesk", False),
        ("Documents/Temp/a.riskdesk", False),
        ("Documents/INetCache.riskdesk", False),
    ],
)
def test_what_windows_and_mail_programs_keep_for_a_while_is_temporary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, *, is_one: bool
) -> None:
    monkeypatch.setenv("TEMP", str(tmp_path / "Temp"))
    monkeypatch.setenv("TMP", str(tmp_path / "Other Temp"))
    assert is_temporary(tmp_path / place, windows=True) is is_one
    assert not is_temporary(tmp_path / place, windows=False)


def test_nothing_is_temporary_where_no_folder_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TEMP", "TMP"):
        monkeypatch.setenv(name, "")
    assert not is_temporary(tmp_path / "a.riskdesk", windows=True)


@pytest.mark.parametrize("name", DEVICES + NO_NAMES)
def test_devices_streams_and_other_signs_name_no_file_on_windows(name: str) -> None:
    assert not is_file_name(PureWindowsPath(f"C:/folder/{name}" if name else ""), windows=True)


@pytest.mark.parametrize("name", NAMES)
def test_any_other_name_is_one(name: str) -> None:
    assert is_file_name(PureWindowsPath("C:/CON/folder", name), windows=True)
    assert is_file_name(PurePosixPath("/folder", name), windows=False)


@pytest.mark.parametrize("path", ["C:\\", "C:", "\\", "\\\\server\\share\\", "\\\\.\\NUL", "."])
def test_a_drive_a_share_or_a_device_has_no_name(path: str) -> None:
    assert not is_file_name(PureWindowsPath(path), windows=True)


@pytest.mark.parametrize("name", ["NUL", "a:stream", "a?.pdf", "CON.riskdesk"])
def test_elsewhere_these_are_names_like_others(name: str) -> None:
    assert is_file_name(PurePosixPath("/folder", name), windows=False)
    assert not is_file_name(PurePosixPath("/"), windows=False)


@pytest.mark.parametrize(
    ("name", "units", "size"),
    [("a.riskdesk", 10, 10), ("é", 1, 2), ("险" * 90, 90, 270), ("😀", 2, 4), ("\ud800", 1, None)],
)
def test_windows_counts_units_of_utf_16_and_others_bytes(name: str, units: int, size: int | None) -> None:
    assert name_length(name, windows=True) == units
    assert size is None or name_length(name, windows=False) == size


def no_answer(number: int) -> Callable[[object], str]:
    def resolve(path: object) -> str:
        error = OSError(22, "The network does not answer")
        error.winerror = number  # type: ignore[attr-defined]
        raise error

    return resolve


@pytest.mark.parametrize("number", [59, 64, 121, 1231])
def test_a_path_into_a_network_that_does_not_answer_stays_as_it_is(monkeypatch, number: int) -> None:
    monkeypatch.setattr(os.path, "realpath", no_answer(number))
    assert real_path(Path("//server/share/a.riskdesk")) == Path("//server/share/a.riskdesk")


def test_a_path_that_none_can_be_stays_as_it_is() -> None:
    assert real_path(Path("a\0b")).name == "a\0b"


def test_on_windows_the_folder_around_it_says_who_may_look_into_a_folder_and_elsewhere_its_mode() -> None:
    # 0o700 would be for its owner and administrators there, whoever may write in the folder around it.
    assert private_mode(windows=True) == 0o777
    assert private_mode(windows=False) == 0o700


class Held:
    """Something that cannot be done until it was tried a number of times, for a reason that Windows gives."""

    def __init__(self, times: int, number: int | None) -> None:
        self.tried, self._times, self._number = 0, times, number

    def __call__(self) -> str:
        self.tried += 1
        if self.tried <= self._times:
            error = PermissionError(13, "held")
            error.winerror = self._number  # type: ignore[attr-defined]
            raise error
        return "done"


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, which take no time here."""
    seconds: list[float] = []
    monkeypatch.setattr(system.time, "sleep", seconds.append)
    return seconds


@pytest.mark.parametrize("number", [5, 32, 33])
@pytest.mark.parametrize("times", [0, 1, 4])
def test_what_is_held_for_a_moment_is_tried_again(pauses: list[float], number: int, times: int) -> None:
    assert patiently(Held(times, number)) == "done"
    assert len(pauses) == times


def test_what_is_held_for_good_is_told_within_a_second(pauses: list[float]) -> None:
    work = Held(99, 32)
    with pytest.raises(PermissionError):
        patiently(work)
    assert work.tried == 5
    assert sum(pauses) < 1
    assert pauses == sorted(pauses)


def test_a_file_that_cannot_be_opened_for_a_moment_is_tried_again_though_python_gives_no_number_then(pauses) -> None:
    assert patiently(Held(2, None), windows=True) == "done"
    assert len(pauses) == 2


@pytest.mark.parametrize("number", [2, 3, 112, None])
def test_nothing_else_is_tried_again(pauses: list[float], number: int | None) -> None:
    work = Held(1, number)
    with pytest.raises(PermissionError):
        patiently(work, windows=False)
    assert (work.tried, pauses) == (1, [])


TOO_MUCH = """
from riskdesk.system import limit_memory
limit_memory(300_000_000)
held = []
try:
    for _ in range(100):
        held.append(bytearray(10_000_000))
except MemoryError:
    print("refused", 10 < len(held) < 31)
"""


def test_a_process_takes_no_more_memory_than_it_was_told() -> None:
    """On Windows a job holds the limit; Wine knows jobs and does not hold it."""
    root = Path(system.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", TOO_MUCH], cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["refused", "True"], done.stderr


def test_a_path_has_no_way_up_but_where_a_link_would_lead_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, other = tmp_path / "here" / "below", tmp_path / "other" / "below"
    for folder in (here, other):
        folder.mkdir(parents=True)
    monkeypatch.chdir(here)
    assert plain_path(Path("../a.riskdesk")) == tmp_path / "here" / "a.riskdesk"
    assert plain_path(Path("a.riskdesk")) == here / "a.riskdesk"


@not_on_windows("Windows leaves out a folder with the way up from it before it looks whether it is there")
def test_a_way_up_from_a_folder_that_is_not_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert plain_path(Path("../nowhere/../a.riskdesk")) == tmp_path / "here" / "../nowhere/../a.riskdesk"


@needs_links
def test_a_link_to_a_folder_is_followed_before_the_way_up(tmp_path: Path) -> None:
    (tmp_path / "other" / "below").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "other" / "below")
    path = tmp_path / "link" / ".." / "a.riskdesk"
    assert plain_path(path) == path
