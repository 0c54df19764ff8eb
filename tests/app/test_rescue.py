"""The commands that keep and bring back stores."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.app import places
from riskdesk.app.main import main
from riskdesk.desk import registers, risks, scales
from riskdesk.desk.drafts import Draft, Drafts
from riskdesk.desk.session import Session
from riskdesk.domain.values import Risk
from riskdesk.kit.lock import FileLock
from tests.systems import needs_links

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def store(kazakhstan_store: Path, tmp_path: Path) -> Path:
    return shutil.copyfile(kazakhstan_store, tmp_path / "a.riskdesk")


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(statement)
        raw.commit()


def show(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["show", str(path)]) == 0
    return capsys.readouterr().out


def test_a_store_is_backed_up_once_and_restored_to_a_new_one(store, tmp_path, capsys):
    before = show(store, capsys)
    assert main(["backup", str(store)]) == 0
    assert main(["backup", str(store)]) == 0
    assert "Nothing has changed" in capsys.readouterr().out
    store.write_bytes(b"\0" * 10_000)
    assert main(["restore", str(store)]) == 0
    assert capsys.readouterr().out.count("\n") == 1
    assert main(["restore", str(store), "1", str(tmp_path / "new.riskdesk")]) == 0
    assert show(tmp_path / "new.riskdesk", capsys) == before
    assert store.read_bytes() == b"\0" * 10_000


@pytest.mark.parametrize("number", ["0", "2", "99"])
def test_a_backup_that_is_not_there_is_told(store, tmp_path, capsys, number):
    main(["backup", str(store)])
    assert main(["restore", str(store), number, str(tmp_path / "new.riskdesk")]) == 1
    assert "1 to 1" in capsys.readouterr().err
    assert not (tmp_path / "new.riskdesk").exists()


@pytest.mark.parametrize("more", [[], ["1"], ["1", "NEW"]])
def test_restore_tells_that_there_is_no_backup_at_all(store, tmp_path, capsys, more):
    arguments = [word.replace("NEW", str(tmp_path / "new.riskdesk")) for word in more]
    assert main(["restore", str(store), *arguments]) == 1
    assert f"There is no backup of {store}" in capsys.readouterr().err


def test_backups_that_cannot_be_listed_are_not_told_as_none(store, capsys):
    assert main(["backup", str(store)]) == 0
    folder = Path(capsys.readouterr().out.removeprefix("Backed up as ").strip()).parent
    shutil.rmtree(folder)
    folder.write_text("no folder")
    assert main(["restore", str(store)]) == 1
    assert f"The backups in {folder} cannot be listed (" in capsys.readouterr().err


def test_what_differs_from_the_journal_is_told_refused_and_repaired(store, capsys):
    before = show(store, capsys)
    spoil(store, "UPDATE risk SET description = 'Harmless' WHERE reference = 'R-01'")
    assert main(["show", str(store)]) == 1
    assert "riskdesk check --repair" in capsys.readouterr().err
    assert main(["check", str(store)]) == 1
    assert "differs from the change history" in capsys.readouterr().out
    assert main(["check", str(store), "--repair"]) == 0
    assert "1 item repaired from the change history." in capsys.readouterr().out
    assert show(store, capsys) == before


def test_what_another_program_has_open_is_not_repaired(store, capsys):
    spoil(store, "UPDATE risk SET description = 'Harmless' WHERE reference = 'R-01'")
    damaged = store.read_bytes()
    lock = FileLock(store)
    assert lock.take() is None
    assert main(["check", str(store), "--repair"]) == 1
    assert "is open in another program" in capsys.readouterr().err
    assert store.read_bytes() == damaged
    lock.release()
    assert main(["check", str(store), "--repair"]) == 0
    assert [path.name for path in store.parent.iterdir()] == [store.name]


@needs_links
def test_a_file_of_several_names_is_not_repaired_under_one_of_them(store, capsys):
    spoil(store, "UPDATE risk SET description = 'Harmless' WHERE reference = 'R-01'")
    store.with_name("b.riskdesk").hardlink_to(store)
    damaged = store.read_bytes()
    assert main(["check", str(store), "--repair"]) == 1
    assert "one of several names" in capsys.readouterr().err
    assert store.read_bytes() == damaged


def test_what_cannot_be_repaired_is_salvaged(store, tmp_path, capsys):
    before = show(store, capsys)
    spoil(store, "UPDATE step SET who = 'somebody'")
    damaged = store.read_bytes()
    assert main(["check", str(store), "--repair"]) == 1
    assert "riskdesk salvage" in capsys.readouterr().err
    assert main(["salvage", str(store), str(tmp_path / "new.riskdesk")]) == 0
    assert "risks: 31, mitigations: 38" in capsys.readouterr().out
    assert show(tmp_path / "new.riskdesk", capsys) == before
    assert store.read_bytes() == damaged


@pytest.mark.parametrize("command", ["salvage", "restore", "backup"])
def test_a_file_that_is_not_there_is_one_sentence(tmp_path, capsys, command):
    more = {"salvage": [str(tmp_path / "new.riskdesk")], "restore": ["1", str(tmp_path / "n.riskdesk")], "backup": []}
    assert main([command, str(tmp_path / "absent.riskdesk"), *more[command]]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert list(tmp_path.glob("*.riskdesk")) == []


@pytest.mark.parametrize("command", ["check", "log", "show", "salvage"])
def test_that_a_file_which_is_not_there_has_backups_is_told(store, tmp_path, capsys, command):
    main(["backup", str(store)])
    capsys.readouterr()
    store.unlink()
    more = [str(tmp_path / "new.riskdesk")] if command == "salvage" else []
    assert main([command, str(store), *more]) == 1
    told = f"There is no file {store}; check its name and folder. “riskdesk restore” lists its backups."
    assert capsys.readouterr().err.strip().endswith(told)


def test_where_nothing_is_left_backups_are_spoken_of_only_if_there_are_any(store, tmp_path, capsys):
    main(["backup", str(store)])
    store.write_bytes(b"\0" * 10_000)
    new = str(tmp_path / "new.riskdesk")
    capsys.readouterr()
    assert main(["salvage", str(store), new]) == 1
    told = f"Nothing of a register is left in {store}."
    assert capsys.readouterr().err.strip().endswith(f"{told} “riskdesk restore” lists its backups.")
    strange = store.replace(store.with_name("strange.riskdesk"))
    shutil.rmtree(places.backups())
    assert main(["salvage", str(strange), new]) == 1
    assert capsys.readouterr().err.strip().endswith(f"Nothing of a register is left in {strange}.")


def draft(store: Path) -> None:
    """Keep a text that was being typed in a store when the program ended."""
    with closing(Session.open(store, "me", read_only=True)) as session:
        register = session.registers()[0].id
        kept = Draft(register=register, kind="risk", text="Half", id=next(session.tree(register).risks).id)
        assert Drafts(places.drafts(), session.id).keep([kept])


def drafts(store: Path) -> list[str]:
    with closing(Session.open(store, "me", read_only=True)) as session:
        return [left.text for left in Drafts(places.drafts(), session.id).left()]


@pytest.mark.parametrize("harm", ["UPDATE step SET who = 'somebody'", None])
def test_typed_text_of_a_file_that_is_damaged_or_gone_is_offered_with_its_backup(store, tmp_path, harm):
    draft(store)
    main(["backup", str(store)])
    if harm is None:
        store.unlink()
    else:
        spoil(store, harm)
    assert main(["restore", str(store), "1", str(tmp_path / "new.riskdesk")]) == 0
    assert drafts(tmp_path / "new.riskdesk") == ["Half"]


def test_typed_text_of_a_damaged_file_is_offered_with_what_is_left_of_it(store, tmp_path):
    draft(store)
    spoil(store, "UPDATE step SET who = 'somebody'")
    assert main(["salvage", str(store), str(tmp_path / "new.riskdesk")]) == 0
    assert drafts(tmp_path / "new.riskdesk") == ["Half"]


@pytest.mark.parametrize("command", ["restore", "salvage"])
def test_typed_text_of_a_sound_file_stays_with_it(store, tmp_path, command):
    draft(store)
    main(["backup", str(store)])
    number = ["1"] if command == "restore" else []
    assert main([command, str(store), *number, str(tmp_path / "new.riskdesk")]) == 0
    assert (drafts(store), drafts(tmp_path / "new.riskdesk")) == (["Half"], [])


def test_a_backup_of_a_file_that_a_newer_program_has_converted_is_restored(store, tmp_path, capsys):
    main(["backup", str(store)])
    spoil(store, "PRAGMA user_version = 99")
    assert main(["restore", str(store), "1", str(tmp_path / "new.riskdesk")]) == 0
    assert capsys.readouterr().err == ""


def test_nothing_is_salvaged_over_a_file(store, tmp_path, capsys):
    (tmp_path / "mine.riskdesk").write_text("mine")
    assert main(["salvage", str(store), str(tmp_path / "mine.riskdesk")]) == 1
    assert "already" in capsys.readouterr().err
    assert (tmp_path / "mine.riskdesk").read_text() == "mine"


@pytest.fixture
def copy(store: Path, tmp_path: Path) -> Path:
    """A conflict copy with a note of its own."""
    new = tmp_path / "a-PC2.riskdesk"
    shutil.copyfile(store, new)
    write(new, "there", owner="Marat")
    return new


def write(path: Path, note: str, **fields: str | int) -> None:
    with closing(Session.open(path, "me")) as session:
        risk = next(session.tree(session.registers()[0].id).risks)
        session.run(risks.edit(risk.id, note=note, **fields))


def first_risk(path: Path) -> Risk:
    with closing(Session.open(path, "me", read_only=True)) as session:
        return next(session.tree(session.registers()[0].id).risks)


def test_a_copy_is_merged(store, copy, capsys):
    assert main(["merge", str(store), str(copy), "--dry-run"]) == 0
    assert "note: (empty) → “there”" in capsys.readouterr().out
    assert first_risk(store).note == ""
    assert main(["merge", str(store), str(copy)]) == 0
    assert "risk R-01 · owner: (empty) → “Marat” · note: (empty) → “there”" in capsys.readouterr().out
    assert (first_risk(store).note, first_risk(store).owner) == ("there", "Marat")


@pytest.mark.parametrize("arguments", [["--dry-run"], []])
def test_a_merge_says_that_there_is_nothing_to_change(store, copy, capsys, arguments):
    assert main(["merge", str(store), str(copy)]) == 0
    capsys.readouterr()
    assert main(["merge", str(store), str(copy), *arguments]) == 0
    assert capsys.readouterr().out == "nothing to change\n"


@pytest.mark.parametrize("arguments", [["--dry-run"], []])
def test_a_level_that_the_scale_here_has_not_is_refused_before_and_while_merging(store, copy, capsys, arguments):
    write(copy, "there", likelihood=5)
    with closing(Session.open(store, "me")) as session:
        three = scales.profile("eu-action-document-3x3")
        session.run(registers.edit(session.registers()[0].id, scale=three))
    assert main(["merge", str(store), str(copy), *arguments]) == 1
    assert "risks were assessed by the scale before: R-01;" in capsys.readouterr().err
    assert first_risk(store).note == ""


@pytest.mark.parametrize(("prefer", "note"), [("mine", "here"), ("theirs", "there")])
def test_what_both_changed_is_merged_only_where_one_is_preferred(store, copy, capsys, prefer, note):
    write(store, "here")
    assert main(["merge", str(store), str(copy)]) == 1
    output = capsys.readouterr()
    assert "Changed in both: risk R-01 · note: here “here”, in the copy “there”" in output.out
    assert "--prefer" in output.err
    assert (first_risk(store).note, first_risk(store).owner) == ("here", "")
    assert main(["merge", str(store), str(copy), "--prefer", prefer]) == 0
    assert (first_risk(store).note, first_risk(store).owner) == (note, "Marat")
