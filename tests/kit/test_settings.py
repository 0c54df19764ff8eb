import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QByteArray

from riskdesk.kit import settings as module
from riskdesk.kit.keeping import queued
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import Scheme
from tests.places import NO_FILES
from tests.systems import needs_any_name, needs_links, needs_modes

LANGUAGE = Setting("window/language", str, "en")
SHOWN = Setting("window/shown", bool, True)
COUNT = Setting("count", int, 3)
GEOMETRY = Setting("window/geometry", QByteArray, QByteArray(b"default"))
ALL = [LANGUAGE, SHOWN, COUNT, GEOMETRY]

# With a limit of memory, which a file that is read as a whole breaks.
READ = """
import sys
from pathlib import Path
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import Scheme
if sys.platform == "linux":
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
for path in sys.argv[1:]:
    settings = Settings(Path(path))
    print(settings.get(Setting("window/language", str, "en")))
    settings.set(Setting("window/language", str, "en"), "fr")
"""

# In a program that can write to no file, as where the disk is full.
FULL = """
import resource
import sys
from pathlib import Path
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import Scheme
settings = Settings(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
language, count = Setting("window/language", str, "en"), Setting("count", int, 3)
settings.set(language, "fr")
settings.set(count, 7)
print(settings.get(language), settings.get(count))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


MADE: dict[str, Callable[[Path], object]] = {
    "empty": lambda place: place.write_bytes(b""),
    "bytes": lambda place: place.write_bytes(bytes(range(256))),
    "INI": lambda place: place.write_text("[window]\nlanguage=fr\n"),
    "a list": lambda place: place.write_text('["window/language"]'),
    "deep": lambda place: place.write_text('{"window/language":' + "[" * 200_000),
    "a long number": lambda place: place.write_text('{"count": ' + "1" * 5_000 + "}"),
    "large": lambda place: place.write_text(json.dumps({"window/language": "x" * 2_000_000})),
    **NO_FILES,
}


@pytest.mark.parametrize("setting", ALL)
def test_a_setting_never_set_has_its_default(path, setting):
    assert Settings(path).get(setting) == setting.default


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (LANGUAGE, "fr"),
        (LANGUAGE, ""),
        (LANGUAGE, " a, b; « c » = 1 %\\n\n\x1b\0"),
        (LANGUAGE, "12"),
        (LANGUAGE, "caf\udce9"),
        (SHOWN, False),
        (COUNT, -7),
        (COUNT, 1),
        (GEOMETRY, QByteArray(bytes(range(256)))),
        (GEOMETRY, QByteArray()),
    ],
)
def test_a_value_comes_back_in_its_kind_from_the_file(path, setting, value):
    Settings(path).set(setting, value)

    stored = Settings(path).get(setting)

    assert stored == value
    assert type(stored) is type(value)


@pytest.mark.parametrize(
    "value", [None, "so many", "1", 1, 0, 1.5, True, 2**31, -(10**400), [], {}, "é", "c29vbg", "=="]
)
@pytest.mark.parametrize("setting", ALL)
def test_a_value_of_another_kind_in_the_file_gives_the_default(path, setting, value):
    path.parent.mkdir()
    path.write_text(json.dumps({setting.key: value}))

    stored = Settings(path).get(setting)

    is_one = type(value) is setting.kind and value != 2**31 and value != -(10**400)
    assert stored == (value if is_one else setting.default)
    assert type(stored) is setting.kind


def test_what_another_window_keeps_stays(path):
    first, second = Settings(path), Settings(path)
    first.set(LANGUAGE, "fr")
    second.set(COUNT, 7)
    first.set(SHOWN, False)
    assert [Settings(path).get(setting) for setting in ALL[:3]] == ["fr", False, 7]


def test_what_another_window_kept_of_the_same_is_read_where_it_is_added_to(path):
    first, second = Settings(path), Settings(path)
    first.set(LANGUAGE, "fr")
    Settings.settle()
    assert (second.get(LANGUAGE), second.latest(LANGUAGE)) == ("en", "fr")


@needs_modes
def test_a_change_that_cannot_be_saved_lasts_though_the_file_can_be_read(path):
    Settings(path).set(LANGUAGE, "de")
    done = subprocess.run([sys.executable, "-c", FULL, path], capture_output=True, text=True, check=False)
    assert done.stdout == "fr 7\n", done.stderr
    assert Settings(path).get(LANGUAGE) == "de"


def test_a_file_that_is_no_settings_file_is_set_aside_and_gives_the_defaults(tmp_path):
    paths = {name: tmp_path / str(number) / "settings.json" for number, name in enumerate(MADE)}
    for name, path in paths.items():
        path.parent.mkdir()
        MADE[name](path)
    before = {name: path.lstat().st_ino for name, path in paths.items()}
    done = subprocess.run([sys.executable, "-c", READ, *paths.values()], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["en"] * len(MADE), done.stderr
    assert {name: Settings(path).get(LANGUAGE) for name, path in paths.items()} == dict.fromkeys(MADE, "fr")
    aside = {name: [place.lstat().st_ino for place in path.parent.glob("*.unread")] for name, path in paths.items()}
    assert aside == {name: [number] for name, number in before.items()}


def test_a_choice_is_saved_though_another_window_saved_another_one_meanwhile(path):
    mine, other = Settings(path), Settings(path)
    for settings, language in ((mine, "fr"), (other, "de"), (mine, "fr")):
        settings.set(LANGUAGE, language)
        Settings.settle()
    assert Settings(path).get(LANGUAGE) == "fr"


def test_where_no_file_can_be_written_a_change_lasts_as_long_as_the_program(path):
    path.parent.write_text("a file stands in the way")
    settings = Settings(path)
    settings.set(LANGUAGE, "fr")
    settings.set(COUNT, 7)
    assert (settings.get(LANGUAGE), settings.get(COUNT)) == ("fr", 7)


@needs_modes
def test_nobody_else_can_read_it(path):
    Settings(path).set(LANGUAGE, "fr")
    Settings.settle()
    assert [stat.S_IMODE(place.stat().st_mode) for place in (path.parent, path)] == [0o700, 0o600]


@needs_links
def test_the_file_behind_a_link_is_read_and_written(path, tmp_path):
    Settings(tmp_path / "mine.json").set(LANGUAGE, "fr")
    path.parent.mkdir()
    path.symlink_to(tmp_path / "mine.json")
    settings = Settings(path)
    assert settings.get(LANGUAGE) == "fr"
    settings.set(COUNT, 7)
    assert path.is_symlink()
    assert Settings(tmp_path / "mine.json").get(COUNT) == 7


@needs_any_name
def test_it_lies_in_a_folder_of_any_name(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9") / "settings.json"
    Settings(path).set(LANGUAGE, "fr")
    assert Settings(path).get(LANGUAGE) == "fr"
    assert [os.fsencode(place.name) for place in tmp_path.iterdir()] == [b"caf\xe9"]


def test_what_is_no_setting_goes_with_the_next_change(path):
    path.parent.mkdir()
    path.write_text('{"count": 7, "deep": ' + "[" * 900 + "]" * 900 + "}")
    Settings(path).set(LANGUAGE, "fr")
    Settings.settle()
    assert json.loads(path.read_text()) == {"count": 7, "window/language": "fr"}


@pytest.mark.parametrize("value", ["", "[]", "7", "{", '"text"', '{"a": ' * 5_000])
def test_a_value_that_is_no_object_is_an_empty_one(path, value):
    Settings(path).set(LANGUAGE, value)
    assert Settings(path).latest_object(LANGUAGE) == {}


def test_an_object_is_the_one_that_any_window_saved_last(path):
    mine = Settings(path)
    Settings(path).set(LANGUAGE, '{"a": [1]}')
    Settings.settle()
    assert mine.latest_object(LANGUAGE) == {"a": [1]}


def test_a_change_does_not_wait_for_the_disk(path):
    settings, gate = Settings(path), Event()
    queued(gate.wait)
    settings.set(LANGUAGE, "fr")
    settings.set(COUNT, 7)
    assert (settings.get(LANGUAGE), settings.latest(COUNT), path.exists()) == ("fr", 7, False)
    gate.set()
    assert [Settings(path).get(setting) for setting in (LANGUAGE, COUNT)] == ["fr", 7]


@pytest.mark.parametrize(("saved", "expected"), [("dark", Scheme.DARK), ("", Scheme.SYSTEM), ("none", Scheme.LIGHT)])
def test_a_value_that_names_no_member_gives_the_other_one(tmp_path: Path, saved: str, expected: Scheme) -> None:
    settings, setting = Settings(tmp_path / "settings.json"), Setting("window/scheme", str, "")
    settings.set(setting, saved)
    assert settings.member(setting, Scheme.LIGHT) is expected


def test_changes_that_wait_for_the_disk_are_written_together(path, monkeypatch):
    settings, gate, written = Settings(path), Event(), list[bytes]()
    write = module.write_atomically

    def note(place: Path, content: bytes, **how: bool) -> None:
        written.append(content)
        write(place, content, **how)

    monkeypatch.setattr(module, "write_atomically", note)
    queued(gate.wait)
    settings.set(LANGUAGE, "fr")
    settings.set(COUNT, 7)
    gate.set()
    Settings.settle()
    assert [json.loads(content) for content in written] == [{"count": 7, "window/language": "fr"}]
