"""The commands in the README can be typed one after the other, as they stand there."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from riskdesk.app.main import main

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.usefixtures("english")
def test_each_command_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (block,) = re.findall(r"^```\n(riskdesk .*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    commands = [shlex.split(line) for line in block.splitlines()]
    assert {name for name, *_ in commands} == {"riskdesk"}
    shutil.copyfile(ROOT / "tests" / "data" / "registers" / "01_category_rows.xlsx", tmp_path / "risks.xlsx")
    monkeypatch.chdir(tmp_path)
    assert [arguments for _, *arguments in commands if main(arguments) != 0] == []
