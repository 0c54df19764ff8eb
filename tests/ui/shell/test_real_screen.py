"""On a real screen with a real window manager, whose frames no test without one has."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    factor = str(int(scale.removesuffix(" %") or 100) / 100)
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": factor}
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield environment
    for started in (manager, server):
        started.terminate()
        started.wait()


def test_the_first_window_is_whole_and_stays_where_it_is_when_it_is_made_anew(
    screen: dict[str, str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RENEWED, str(tmp_path)],
        env=screen,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    (frame, free), *others = json.loads(done.stdout)
    assert frame[0] >= free[0]
    assert frame[1] >= free[1]
    for way, least in ((2, 720), (3, 450)):
        # It fills a screen that is smaller than what it is at least.
        assert frame[way] <= (free[way] if free[way] <= least else 0.9 * free[way] + 4)
    assert [other for other, _ in others] == [frame] * 3
