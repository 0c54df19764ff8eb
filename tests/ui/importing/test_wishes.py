"""What columns of an import were taken for is kept for the next one, whichever window it comes from."""

import json
from pathlib import Path

from riskdesk.domain.importing.result import RegionRead
from riskdesk.domain.importing.words.fields import Field
from riskdesk.kit.settings import Settings
from riskdesk.ui.importing.wishes import SHAPES, Wishes


def region(shape: str) -> RegionRead:
    return RegionRead(0, shape)


def choose(wishes: Wishes, shape: str, field: Field) -> None:
    wishes.take_column_for(region(shape), "A", field)


def kept_shapes(path: Path) -> dict[str, dict[str, str]]:
    return dict(json.loads(Settings(path).get(SHAPES)))


def test_what_two_windows_choose_is_kept_from_both(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    earlier = Wishes(Settings(path))
    choose(earlier, "Known", Field.ID)
    choose(earlier, "Forgotten", Field.ID)
    earlier.remember()
    one, other = Wishes(Settings(path)), Wishes(Settings(path))
    choose(one, "First", Field.TITLE)
    one.guess_anew(region("Forgotten"))
    choose(other, "Second", Field.DESCRIPTION)
    choose(other, "Known", Field.RISK)
    other.remember()
    Settings.settle()
    one.remember()
    assert kept_shapes(path) == {"Known": {"A": "risk"}, "Second": {"A": "description"}, "First": {"A": "title"}}
    assert one.is_chosen(region("First"))
    assert not one.is_chosen(region("Second")), "what is shown here stays as it is"


def test_the_latest_sixty_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    wishes = Wishes(Settings(path))
    for number in range(70):
        choose(wishes, f"Head {number}", Field.ID)
    choose(wishes, "Head 0", Field.TITLE)
    wishes.remember()
    assert list(kept_shapes(path)) == [*(f"Head {number}" for number in range(11, 70)), "Head 0"]
