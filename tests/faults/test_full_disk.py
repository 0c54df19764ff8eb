"""No room on the disk: the user is told so, nothing changes, and the same action goes through once there is room."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk.session import Session
from riskdesk.store.beside import journal_of
from riskdesk.store.check import findings
from tests.faults.full_disk import ACTIONS, content, press
from tests.faults.typist import make_store

ROOT = Path(__file__).resolve().parent.parent.parent
limits = pytest.mark.skipif(
    importlib.util.find_spec("resource") is None, reason="Windows sets no limit to the size of a file"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store_path = tmp_path / "full.riskdesk"
    make_store(store_path)
    return store_path


def require_sentences(refusals: Iterable[str], path: Path) -> None:
    for text in refusals:
        assert text.startswith("Not saved: ")
        assert str(path) in text
        assert "\n" not in text


@pytest.mark.parametrize("name", ACTIONS)
def test_on_a_full_disk_an_action_is_refused_and_done_once_there_is_room(
    path: Path, times: Callable[[int, int], int], figures: Callable[[str], None], name: str
) -> None:
    with closing(Session.open(path, "A. Tester")) as session:

        def leave_room(pages: int) -> None:
            (size,) = session._store._connection.execute("PRAGMA page_count").fetchone()
            session._store._connection.execute(f"PRAGMA max_page_count={size + pages}").fetchone()

        refusals = press(session, name, leave_room, times(3, 1))
        after = content(session)
    require_sentences(refusals, path)
    assert all("is full" in text for text in refusals)
    assert refusals
    with closing(Session.open(path, "A. Tester")) as again:
        assert content(again) == after
    assert findings(path) == []
    figures(f"full disk, {name}: refused {len(refusals)} times, done once there was room")


def limited(path: Path, disk: str, more: int) -> tuple[list[str], list[str]]:
    command = [sys.executable, "-W", "error", "-m", "tests.faults.full_disk", str(path), disk, str(more)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    # What an action left half done would be mended by a look at it.
    if disk != "small":
        assert findings(path) == []
    return json.loads(done.stdout)


@limits
def test_where_no_file_may_grow_an_action_is_refused_and_done_once_it_may(
    path: Path, times: Callable[[int, int], int], figures: Callable[[str], None]
) -> None:
    refusals, _ = limited(path, "full", times(3, 1))
    assert len(refusals) > len(ACTIONS)
    require_sentences(refusals, path)
    figures(f"files that may not grow, {len(ACTIONS)} actions: refused {len(refusals)} times, done once they might")


@limits
def test_a_disk_that_fails_in_mid_write_is_told_from_a_damaged_file(
    path: Path, times: Callable[[int, int], int], figures: Callable[[str], None]
) -> None:
    writing, reading = limited(path, "dead", times(14, 1))
    require_sentences(writing, path)
    figures(f"disk dead, {len(ACTIONS)} actions: writing refused {len(writing)} times, reading {len(reading)} times")
    assert all("does not answer" in text for text in (*writing, *reading))
    assert reading


@limits
def test_an_action_that_did_not_fit_leaves_one_whole_file(path: Path) -> None:
    before = path.stat().st_size
    refusals, _ = limited(path, "small", 0)
    require_sentences(refusals, path)
    assert not journal_of(path).exists()
    assert path.stat().st_size == before
    assert findings(path) == []
