from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from riskdesk.kit.settings import Setting, Settings

LANGUAGE = Setting("window/language", str, "en")
SHOWN = Setting("window/shown", bool, True)
COUNT = Setting("count", int, 3)
GEOMETRY = Setting("window/geometry", QByteArray, QByteArray())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "riskdesk.ini"


@pytest.mark.parametrize("setting", [LANGUAGE, SHOWN, COUNT, GEOMETRY])
def test_a_setting_never_set_has_its_default(path, setting):
    assert Settings(path).get(setting) == setting.default


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (LANGUAGE, "fr"),
        (LANGUAGE, "a, b; « c » = 1 %\\n"),
        (LANGUAGE, "12"),
        (SHOWN, False),
        (COUNT, -7),
        (GEOMETRY, QByteArray(bytes(range(256)))),
    ],
)
def test_a_value_comes_back_in_its_kind_from_the_file(path, setting, value):
    Settings(path).set(setting, value)

    read = Settings(path).get(setting)

    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("line", "setting"), [("count=many", COUNT), ("[window]\nshown=perhaps", SHOWN), ("[window]\ngeometry=7", GEOMETRY)]
)
def test_a_value_of_another_kind_in_the_file_gives_the_default(path, line, setting):
    path.parent.mkdir()
    path.write_text(line + "\n")

    assert Settings(path).get(setting) == setting.default


def test_a_file_that_is_no_settings_file_gives_the_defaults(path):
    path.parent.mkdir()
    path.write_bytes(b"\x00\xff[[[\n=\n")

    assert Settings(path).get(LANGUAGE) == "en"
