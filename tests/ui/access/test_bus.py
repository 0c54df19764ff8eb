"""The program as a screen reader hears it, started on a real screen with a real accessibility bus, driven by keys."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.access.bus import PATIENCE, Desktop, desktop, require_bus

pytestmark = pytest.mark.slow
TITLE = "Neighbourhood Co-operation Priorities with Kazakhstan 2024-2027"
CATEGORY = "Risks related to the political and institutional context"
POLITE, ASSERTIVE = 1, 2
MOST_STOPS = 30
RISK = "Lack of sufficient commitment leads to negative perceptions about change"


@pytest.fixture
def reader(kazakhstan_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """Somebody who listens, with the program open on the Kazakhstan register and the focus in the sheet."""
    require_bus()
    # Sockets have short names.
    home = tmp_path_factory.mktemp("bus")
    path = shutil.copyfile(kazakhstan_store, home / "a.riskdesk")
    with desktop(home) as listener:
        listener.program = listener.start(sys.executable, "-m", "riskdesk", str(path))
        listener.focus_window("Riskdesk")
        listener.focus("APPENDIX II")
        listener.parts_with(lambda part: part["name"] == "Inspector")
        yield listener


def walk(reader: Desktop, *keys: str) -> str:
    """Press keys, each once what the one before led to was heard; what was heard last."""
    focus_name = ""
    for key in keys:
        reader.press(key)
        focus_name = reader.next_focus()
    return focus_name


def open_export(reader: Desktop) -> None:
    reader.press("ctrl+e")
    reader.until(lambda event: event["name"] == "File" and event["role"] == "text")


def test_whatever_has_the_focus_has_a_name_and_the_parts_have_their_roles(reader: Desktop) -> None:
    walk(reader, "Down", "Down", "Down")
    reader.press("F6")
    parts = reader.parts_with(lambda part: part["name"].startswith("Preview, page 1 of "))
    nameless = [part for part in parts if part["focusable"] and part["showing"] and not part["name"].strip()]
    assert [part for part in nameless if not part["labels"]] == []
    roles = {part["name"]: part["role"] for part in parts}
    assert roles["Sheet of the register"] == "list"
    assert next(role for name, role in roles.items() if name.startswith("Preview, page 1")) == "document frame"
    assert {"All changes are saved", "0 of 31 assessed"} <= roles.keys()
    assert any(name.startswith(f"{CATEGORY}, 7 risks, ") for name in roles)
    boxes = [part for part in parts if part["role"] == "combo box" and part["showing"]]
    assert {"Document", "Paper", "Orientation"} <= {label for box in boxes for label in box["labels"]}
    assert all(box["labels"] for box in boxes)
    buttons = [part for part in parts if part["role"] in ("push button", "radio button") and part["showing"]]
    assert buttons
    assert [button for button in buttons if not button["name"].strip()] == []


def test_what_is_in_the_sheet_is_heard_as_the_keys_go_there(reader: Desktop) -> None:
    focus_names = [walk(reader, key) for key in ("Down", "Down", "Down", "Down", "Right", "Escape", "End", "Home")]
    assert focus_names[:2] == [TITLE, f"{CATEGORY}, category 1 of 5"]
    assert focus_names[3] == f"{RISK}, not assessed, risk 2 of 4, entry 1"
    assert focus_names[4].startswith("Build capacity of institutions")
    assert focus_names[4].endswith(", mitigation 2 of 4, entry 1")
    assert focus_names[5].startswith("Entry 1 of 2: 4 risk")
    assert focus_names[6:] == ["Add a category", "APPENDIX II: RISK REGISTER"]
    # The category is heard where it is another one.
    assert walk(reader, "End", "Up").endswith(", category Risks associated with financial aspects")
    assert ", category" not in walk(reader, "Up")
    # A field says which bullet is written.
    assert walk(reader, "Home", "Down", "Down", "Down", "Left", "F2") == "Risk 1 of 4, entry 1"
    reader.press("End")
    reader.press("Return")
    assert reader.focus("Risk 2")["name"] == "Risk 2 of 5, entry 1, new"
    reader.press("Escape")
    assert reader.focus("Lack of ")["role"] == "list item"
    # What has the focus in the inspector is heard alone.
    assert walk(reader, "alt+4", "Tab") == "1 Very low"
    assert walk(reader, "Tab") == "Owner"


def test_what_happens_is_announced_until_the_program_ends_well(reader: Desktop) -> None:
    walk(reader, "Down", "Down", "Down")
    reader.press("shift+Down")
    reader.focus(RISK)
    assert reader.announced("2 item")["politeness"] == POLITE
    walk(reader, "Up")
    assert any(walk(reader, "Tab").startswith("1 ") for _ in range(MOST_STOPS))
    reader.press("4")
    reader.focus("4 ")
    reader.press("Tab")
    reader.focus("1 ")
    reader.press("4")
    reader.focus("4 ")
    assert reader.announced("score")["text"] == "score 16, High"
    reader.press("ctrl+z")
    reader.announced("Undone: ")
    reader.press("ctrl+f")
    reader.focus("Find in the register")
    reader.type("x")
    announcement = reader.announced("1 of ")
    reader.press("F3")
    assert reader.announced("2 of ")["text"] != announcement["text"]
    reader.press("ctrl+s")
    assert reader.announced("Saved ")["politeness"] == POLITE
    reader.press("ctrl+q")
    assert reader.program.wait(PATIENCE) == 0


def test_where_one_can_go_is_heard_and_what_comes_of_an_export(reader: Desktop) -> None:
    reader.press("ctrl+k")
    assert reader.focus("Go to anything")["role"] == "text"
    reader.type("negative perc")
    assert f"{RISK}, Risk, R-02" in reader.announced("R-02")["text"]
    reader.press("Down")
    assert reader.announced(", 1 of 1")["politeness"] == ASSERTIVE
    reader.press("Return")
    assert reader.focus(RISK)["role"] == "list item"
    reader.press("ctrl+k")
    reader.focus("Go to anything")
    reader.press("Escape")
    assert reader.focus(RISK)["role"] == "list item"
    # What is wrong with a field is said at once, and what was exported.
    open_export(reader)
    reader.type("/")
    reader.press("Return")
    event = reader.until(lambda event: event["event"] == "announcement")
    assert (event["politeness"], event["role"], event["description"]) == (ASSERTIVE, "text", event["text"])
    # The name that was there before is a good one.
    reader.press("ctrl+z")
    reader.press("Return")
    assert ".pdf" in reader.announced("Saved as ")["text"]


def test_the_list_and_the_matrix_are_heard_as_tables(reader: Desktop) -> None:
    walk(reader, "Down")
    reader.press("ctrl+3")
    assert reader.focus("Likelihood 5 Very high, Impact 5 Very high, 25 Very high, no risks")["role"] == "table cell"
    reader.press("Right")
    assert reader.focus("Not assessed, 31 risks, R-01, R-02, ")["role"] == "table cell"
    reader.press("Right")
    assert reader.announced("R-01, ")["text"].endswith("1 of 31")
    reader.press("alt+Left")
    assert reader.focus("Likelihood 1 Very low, Impact 5 Very high")["name"].endswith("1 risk, R-01")
    assert reader.announced("R-01, Likelihood 1 ")["text"].endswith("Impact 5 Very high, 5 Medium")
    table = next(part for part in reader.parts() if part["name"] == "Matrix of the register")
    assert table["role"] == "table"
    heads = [part["name"] for part in table["children"] if part["role"].endswith("header")]
    assert "Likelihood 1 Very low, 1 risk" in heads
    # The cell of the list is heard again as the keyboard comes back, and what it lists as one of several choices.
    reader.press("ctrl+2")
    reader.focus("List of the register")
    reader.press("Down")
    reader.focus("Reference: R-01")
    reader.press("Tab")
    assert reader.focus("List: Risks")["role"] == "radio button"
    reader.press("shift+Tab")
    assert reader.focus("Reference: R-01")["role"] == "table cell"
