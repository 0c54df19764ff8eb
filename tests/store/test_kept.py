"""Stores of every format ever shipped are opened for good."""

import json
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from riskdesk.desk import health, print_sets, registers, scales
from riskdesk.desk.session import Session
from riskdesk.domain.label import Label
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.scale import Band, BandColour
from riskdesk.domain.values import Language, MitigationStatus, Response
from riskdesk.store import file_format
from tests.domain.any_scale import labels
from tests.labels import undo_label

KEPT = Path(__file__).parents[1] / "data" / "stores"
FORMATS = range(1, file_format.FORMAT + 1)
LABELS = {
    1: ["New register", "Add entry", "Move category"],
    2: ["Keep print set", "Rename print set"],
    3: ["Rename print set", "Keep print set", "Keep print set", "Rename print set"],
    4: ["Add word to the register", "Edit mitigation", "Add word to the register", "Edit risk"],
    5: ["Edit waiver", "Edit register", "Look no longer for a gap", "Look no longer for a gap"],
    6: ["Move category", "Move entry", "Delete risk", "Edit risk", "Add risk", "Assess risk", "Add entry", "Add entry"],
    7: ["Delete risk", "Add risk", "Edit risk", "Edit risk", "Edit risk", "Edit risk", "Move category"],
}


@pytest.fixture(params=FORMATS)
def number(request: pytest.FixtureRequest) -> int:
    version: int = request.param
    return version


@pytest.fixture
def path(tmp_path: Path, number: int) -> Path:
    return Path(shutil.copy(KEPT / f"format-{number}.riskdesk", tmp_path))


def test_each_format_is_kept() -> None:
    assert {path.name for path in KEPT.glob("*.riskdesk")} == {f"format-{number}.riskdesk" for number in FORMATS}


def test_an_older_store_is_in_its_format(path: Path, number: int) -> None:
    assert int.from_bytes(path.read_bytes()[60:64], "big") == number


def test_reading_alone_leaves_an_older_store_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    with closing(Session.open(path, "me", read_only=True)) as session:
        assert len(session.registers()) == 2
    assert path.read_bytes() == before


def test_an_older_store_is_brought_to_the_format_of_today(path: Path) -> None:
    with closing(Session.open(path, "me")) as session:
        register = session.registers()[0].id
        session.run(print_sets.keep(register, "New", Print(DocumentKind.MATRIX)))
        assert session.tree(register).print_sets[-1].how == Print(DocumentKind.MATRIX)
    assert int.from_bytes(path.read_bytes()[60:64], "big") == file_format.FORMAT
    assert health.check(path) == []


def test_print_sets_are_what_they_were(tmp_path: Path) -> None:
    with closing(Session.open(KEPT / "format-2.riskdesk", "me", read_only=True)) as session:
        kazakhstan, french = (session.tree(register.id).print_sets for register in session.registers())
    assert [print_set.name for print_set in kazakhstan] == ["Steering Committee, spring", "Présidence & <b>"]
    columns = (PrintColumn.REFERENCE, PrintColumn.MITIGATIONS, PrintColumn.SCORE, PrintColumn.OWNER)
    assert kazakhstan[0].how == Print(DocumentKind.WORKING, Paper.A3, Orientation.LANDSCAPE, columns)
    assert [print_set.how for print_set in french] == [Print()]


def test_whether_ended_risks_are_printed_is_no_where_it_was_not_asked(tmp_path: Path) -> None:
    for number, ended in ((2, [False]), (3, [False, True])):
        path = Path(shutil.copy(KEPT / f"format-{number}.riskdesk", tmp_path))
        with closing(Session.open(path, "me")) as session:
            french = session.tree(session.registers()[1].id)
            assert [print_set.ended for print_set in french.print_sets] == ended


def test_views_and_waivers_are_what_they_were() -> None:
    with closing(Session.open(KEPT / "format-5.riskdesk", "me", read_only=True)) as session:
        kazakhstan, french = (session.tree(register.id) for register in session.registers())
    assert [(view.name, json.loads(view.listing)) for view in kazakhstan.saved_views] == [
        ("Mine, by owner", {"columns": ["reference", "owner"], "filter": "Қ. Әлімов"}),
        ("Steering Committee", {"order": ["-score"]}),
    ]
    assert [(waiver.gap, waiver.reason) for waiver in kazakhstan.waivers] == [
        ("of tomorrow", "What this Riskdesk does not know"),
        ("no_due_date", "Dates follow in summer"),
    ]
    assert [view.name for view in french.saved_views] == ["À revoir"]
    assert [waiver.gap for waiver in french.waivers] == ["no_owner"]


def test_a_scale_in_one_language_is_shown_in_both(path: Path) -> None:
    with closing(Session.open(path, "me", read_only=True)) as session:
        kazakhstan, french = (session.tree(register.id).register.scale for register in session.registers())
        with session._store.reading() as reader:
            raw = [register.scale for register in reader.registers()]
    assert kazakhstan == scales.profile(scales.DEFAULT)
    assert all(label.en == label.fr for label in labels(raw[0]))
    names = [level.name for level in scales.profile(scales.DEFAULT).likelihood]
    assert [level.name for level in french.likelihood] == names


def test_a_scale_of_ones_own_is_what_it_was() -> None:
    with closing(Session.open(KEPT / "format-5.riskdesk", "me", read_only=True)) as session:
        scale = session.tree(session.registers()[1].id).register.scale
    assert (scale.name, scale.profile, scale.tolerance) == (Label("Ours", "La nôtre"), "", 1)
    assert scale.bands[-1] == Band(Label("", "Inacceptable"), 25, BandColour.PURPLE)
    assert scale.bands[0].colour is None


def test_what_is_edited_beside_a_scale_leaves_it_as_it_was_written(path: Path) -> None:
    with closing(Session.open(path, "me")) as session:
        for register in session.registers():
            session.tree(register.id)
            step = session.run(registers.edit(register.id, title="New", language=Language.FRENCH))
            assert step is not None
            (change,) = step.changes
            assert "scale" not in (change.after or {})
            session.undo(register.id)
    assert health.check(path) == []


def test_each_register_has_an_undo_of_its_own(path: Path) -> None:
    with closing(Session.open(path, "me")) as session:
        kazakhstan, french = (register.id for register in session.registers())
        before = session.tree(kazakhstan)
        while undo_label(session, french) != "New register":
            session.undo(french)
        session.undo(french)
        assert [register.id for register in session.registers()] == [kazakhstan]
        assert session.tree(kazakhstan).categories == before.categories
        session.redo(kazakhstan)
        assert session.registers()[1].id == french
    assert health.check(path) == []


def test_an_older_store_is_sound(path: Path) -> None:
    assert health.check(path) == []


def test_an_older_store_holds_what_it_held(path: Path) -> None:
    with closing(Session.open(path, "me", read_only=True)) as session:
        kazakhstan, french = (session.tree(register.id) for register in session.registers())
    risks = list(kazakhstan.risks)
    assert len(risks) == 32
    assert len(list(kazakhstan.mitigations)) == 39
    owned = next(risk for risk in risks if risk.owner)
    assert (owned.owner, owned.likelihood, owned.response) == ("Қ. Әлімов", 5, Response.REDUCE)
    assert owned.next_review == date(2027, 1, 15)
    assert next(kazakhstan.mitigations).status is MitigationStatus.DONE
    assert [risk.description for risk in kazakhstan.categories[0].risks][-1] == "<b>Not markup</b> & =1+1"
    assert kazakhstan.categories[3].category.title.startswith("Risks associated with financial")
    assert french.register.language is Language.FRENCH


def test_the_past_of_an_older_store_can_be_taken_back(path: Path, number: int) -> None:
    with closing(Session.open(path, "me")) as session:
        labels = []
        while undo_label(session, None):
            labels.append(undo_label(session, None))
            session.undo(None)
        assert labels[-1] == "New register"
        assert labels[: len(LABELS[number])] == LABELS[number]
        assert session.registers() == []
