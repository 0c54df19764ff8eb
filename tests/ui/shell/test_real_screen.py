"""On a real screen with a real window manager, whose frames no test without one has."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real_screen import output, real_screen

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("openbox")), reason="needs Xvfb and openbox of the system"
)
RENEWED = """
import json, sys
from pathlib import Path
from PySide6.QtTest import QTest
from riskdesk.app.program import Program, new_application
from riskdesk.desk.session import Session
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.home import Home

folder = Path(sys.argv[1])
path = folder / "a.riskdesk"
application = new_application()
Session.create(path, "A. Tester").close()
home = Home.inside(folder, "A. Tester", path)
program = Program(application, home, Settings(folder / "settings.json"))
program.start(path)

def until(so):
    while not so():
        QTest.qWait(20)

def settled():
    window = program._window
    assert QTest.qWaitForWindowActive(window, 30_000)
    until(lambda: window._drafting is not None)
    until(lambda: window.frameGeometry() != window.geometry())
    return window

told = []
for language in ("", "fr", "en", "fr"):
    if language:
        before = program._window
        program._speak(language)
        until(lambda: program._window is not before)
    window = settled()
    told.append([window.frameGeometry().getRect(), window.screen().availableGeometry().getRect()])
print(json.dumps(told))
program._window.close()
program.close()
"""


@pytest.fixture(params=["1366x768", "1366x768 at 200 %", "1920x1080 at 150 %", "1920x1080 at 200 %"])
def screen(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """What the environment of a program needs to be shown there."""
    size, _, scale = request.param.partition(" at ")
    factor = str(int(scale.removesuffix(" %") or 100) / 100)
    with real_screen(size, QT_SCALE_FACTOR=factor) as environment:
        yield environment


def test_the_first_window_is_whole_and_stays_where_it_is_when_it_is_made_anew(
    screen: dict[str, str], tmp_path: Path
) -> None:
    (frame, free), *others = json.loads(output(screen, RENEWED, str(tmp_path)))
    assert frame[0] >= free[0]
    assert frame[1] >= free[1]
    for way, least in ((2, 720), (3, 450)):
        # It fills a screen that is smaller than what it is at least.
        assert frame[way] <= (free[way] if free[way] <= least else 0.9 * free[way] + 4)
    assert [other for other, _ in others] == [frame] * 3
