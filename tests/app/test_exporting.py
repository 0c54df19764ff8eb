"""“riskdesk export”: what goes along inside a PDF, moments at either end of the years, and what it never replaces."""

import datetime
import os
import shutil
import time
from contextlib import closing
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pikepdf
import pytest

from riskdesk.app.commands import called
from riskdesk.app.main import main
from riskdesk.desk import copies, print_sets, registers, risks, saved_views
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.listing import ListColumn, Listing
from riskdesk.domain.listing_text import to_text
from riskdesk.domain.printing import ATTACHED, DocumentKind, Print
from riskdesk.domain.problems import Problem
from riskdesk.domain.replay import replay
from riskdesk.domain.values import Language, RegisterTitle
from riskdesk.store import copying
from riskdesk.store.store import Store
from tests.systems import needs_all_years

pytestmark = pytest.mark.usefixtures("english")

ALONG = "The register goes along inside the file, with its notes, names and assessments; --no-attach leaves it out.\n"
HELD_BACK = (
    "The register does not go along inside the file, as its handling mark may lead outside; --attach puts it in.\n"
)
WHOLE = ["working", "matrix", "summary"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return create_store(tmp_path_factory.mktemp("made") / "a.riskdesk")


@pytest.fixture(scope="module")
def made_marked(tmp_path_factory):
    return create_store(tmp_path_factory.mktemp("made") / "marked.riskdesk", "Restricted")


def create_store(path: Path, mark: str = "") -> Path:
    tree = template("kazakhstan-2024-2027", Language.ENGLISH)
    tree = replace(tree, register=replace(tree.register, handling_mark=mark))
    with closing(Session.create(path, "Anna Secret")) as session:
        session.run(registers.add(tree))
        session.run(risks.edit(next(tree.risks).id, note="A note of our own"))
    return path


@pytest.fixture
def store(made, tmp_path):
    return shutil.copyfile(made, tmp_path / "a.riskdesk")


@pytest.fixture
def marked(made_marked, tmp_path):
    return shutil.copyfile(made_marked, tmp_path / "marked.riskdesk")


def carries(out: Path) -> bool:
    with pikepdf.open(out) as pdf:
        return ATTACHED in pdf.attachments


@pytest.mark.parametrize("kind", WHOLE)
def test_it_is_said_that_the_register_goes_along(store, tmp_path, capsys, kind):
    out = tmp_path / "a.pdf"
    for options, sentence, inside in (([], ALONG, True), (["--attach"], ALONG, True), (["--no-attach"], "", False)):
        assert main(["export", str(store), str(out), "--kind", kind, *options]) == 0
        assert (capsys.readouterr().out, carries(out)) == (sentence, inside)


@pytest.mark.parametrize("kind", WHOLE)
def test_it_is_said_that_the_mark_holds_the_register_back(marked, tmp_path, capsys, kind):
    out = tmp_path / "a.pdf"
    for options, sentence, inside in (
        ([], HELD_BACK, False),
        (["--attach"], ALONG, True),
        (["--no-attach"], "", False),
    ):
        assert main(["export", str(marked), str(out), "--kind", kind, *options]) == 0
        assert (capsys.readouterr().out, carries(out)) == (sentence, inside)


def test_nothing_is_said_of_what_goes_along_with_an_appendix_or_is_a_register_itself(marked, tmp_path, capsys):
    for name in ("a.pdf", "a.json"):
        assert main(["export", str(marked), str(tmp_path / name)]) == 0
    assert main(["export", str(marked), str(tmp_path / "b.pdf"), "--no-attach"]) == 0
    assert capsys.readouterr().out == ""
    assert [carries(tmp_path / name) for name in ("a.pdf", "b.pdf")] == [True, False]


def test_a_pdf_without_the_register_is_told_when_it_is_imported(store, tmp_path, capsys):
    out = tmp_path / "a.pdf"
    assert main(["export", str(store), str(out), "--kind", "working", "--no-attach"]) == 0
    assert main(["import", str(out), str(store)]) == 1
    assert "does not carry a register" in capsys.readouterr().err


def test_a_print_set_says_nothing_of_what_goes_along(marked, tmp_path, capsys):
    with closing(Session.open(marked, "me")) as session:
        how = Print(DocumentKind.MATRIX, attach=True)
        session.run(print_sets.keep(session.registers()[0].id, "Board", how))
        session.run(print_sets.keep(session.registers()[0].id, "Board", replace(how, attach=False, ended=True)))
    assert main(["export", str(marked), str(tmp_path / "a.pdf"), "--print-set", "Board"]) == 0
    assert capsys.readouterr().out == HELD_BACK


def test_neither_paths_nor_users_are_in_the_file(store, tmp_path):
    out = tmp_path / "a.pdf"
    assert main(["export", str(store), str(out), "--kind", "working", "--no-attach"]) == 0
    with pikepdf.open(out) as pdf:
        streams = [thing.read_bytes() for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        content = b"".join(streams) + repr(pdf.docinfo).encode() + out.read_bytes()
    for secret in ("Anna Secret", "A note of our own", str(tmp_path), tmp_path.name):
        assert secret.encode() not in content
        assert secret.encode("utf-16-be") not in content


EAST, WEST = (datetime.timezone(datetime.timedelta(hours=hours)) for hours in (14, -12))


def with_a_step_of(at, store, path):
    with closing(Store.open(store)) as opened:
        (step,) = copies.first_steps(replay(opened.steps()), "me", "Copy")
    copying.write(path, [replace(step, at=at)])
    return path


@pytest.mark.parametrize("zone", [EAST, WEST, datetime.UTC])
@pytest.mark.parametrize("moment", [datetime.datetime(1970, 1, 3), datetime.datetime(2999, 12, 30, 23, 59)])
@pytest.mark.parametrize("kind", [kind.value for kind in DocumentKind])
def test_a_store_whose_last_step_is_of_any_moment_is_exported(store, tmp_path, moment, zone, kind):
    path = with_a_step_of(moment.replace(tzinfo=zone), store, tmp_path / "other.riskdesk")
    assert main(["export", str(path), str(tmp_path / "a.pdf"), "--kind", kind]) == 0
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith(f"D:{moment.year:04}")


@pytest.mark.parametrize("at", [datetime.datetime.min, datetime.datetime.max])
@pytest.mark.parametrize("zone", [EAST, WEST, datetime.UTC, None])
def test_no_store_is_made_with_a_step_of_a_moment_that_is_not_read_again(store, tmp_path, at, zone):
    with pytest.raises(Problem):
        with_a_step_of(at.replace(tzinfo=zone), store, tmp_path / "other.riskdesk")
    assert not (tmp_path / "other.riskdesk").exists()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("command", ["check", "export"])
def test_any_day_may_be_that_of_a_document(store, tmp_path, day, command):
    out = [str(tmp_path / "a.pdf"), "--kind", "summary"] if command == "export" else []
    assert main([command, str(store), *out, "--as-of", day]) == 0


@needs_all_years
@pytest.mark.parametrize("second", ["-62135596800", "253402300799"])
@pytest.mark.parametrize("command", ["check", "export"])
def test_any_second_may_be_that_of_a_document(store, tmp_path, monkeypatch, second, command):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", second)
    out = [str(tmp_path / "a.pdf"), "--kind", "summary"] if command == "export" else []
    assert main([command, str(store), *out]) == 0


@pytest.mark.skipif(os.name != "posix", reason="Windows has its time zone elsewhere")
@pytest.mark.parametrize(("zone", "at"), [("XXX+12", "00010101T000000Z"), ("XXX-12", "99991231T235959Z")])
def test_a_backup_of_any_moment_is_listed(store, capsys, zone, at):
    assert main(["backup", str(store)]) == 0
    path = Path(capsys.readouterr().out.removeprefix("Backed up as ").strip())
    path.rename(path.with_name(f"{at}-{path.name.partition('-')[2]}"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        assert main(["restore", str(store)]) == 0
    time.tzset()
    assert capsys.readouterr().out.count("\n") == 1


@pytest.mark.parametrize("name", ["other.json", "other.pdf"])
@pytest.mark.parametrize("over", ["itself", "another", "a hard link"])
def test_a_store_is_never_exported_over(tmp_path, capsys, name, over):
    path = create_store(tmp_path / name)
    out = path
    if over == "another":
        out = tmp_path / f"second{path.suffix}"
        shutil.copyfile(path, out)
    elif over == "a hard link":
        out = tmp_path / f"linked{path.suffix}"
        os.link(path, out)
    before = path.read_bytes()
    assert main(["export", str(path), str(out)]) == 1
    message = capsys.readouterr().err
    assert message.startswith(f"riskdesk: {out} is there already and is no {path.suffix[1:].upper()} file")
    assert message.count("\n") == 1
    assert path.read_bytes() == out.read_bytes() == before
    assert main(["check", str(path)]) == 0


def test_each_format_says_by_its_ending_what_it_is(store, tmp_path, capsys):
    assert main(["export", str(store), str(tmp_path / "a.csv")]) == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfCategory,Reference,Risk,")
    assert main(["export", str(store), str(tmp_path / "a.html"), "--layout", "matrix", "--language", "fr"]) == 0
    assert '<html lang="fr">' in (tmp_path / "a.html").read_text("utf-8")
    assert main(["export", str(store), str(tmp_path / "a.md"), "--layout", "list"]) == 0
    assert "| Reference | Description | Category |" in (tmp_path / "a.md").read_text("utf-8")
    assert capsys.readouterr() == ("", "")


def test_a_french_csv_is_parted_as_excel_does_there_and_comes_back_in_english(store, tmp_path):
    out = tmp_path / "a.csv"
    assert main(["export", str(store), str(out), "--language", "fr"]) == 0
    assert out.read_text("utf-8-sig").startswith("Catégorie;Référence;Risque;")
    assert main(["import", str(out), str(store)]) == 0
    with closing(Session.open(store, "me")) as session:
        first, second = (session.tree(register.id) for register in session.registers())
    assert second.register.language is Language.ENGLISH
    assert second.register.heading == first.register.heading
    assert [risk.note for risk in second.risks] == [risk.note for risk in first.risks]


def test_the_list_is_as_a_saved_view_shows_it(store, tmp_path, capsys):
    listing = Listing(columns=(ListColumn("reference"), ListColumn("note"))).filtered("text", "note of our own")
    with closing(Session.open(store, "me")) as session:
        session.run(saved_views.keep(session.registers()[0].id, "Noted", to_text(listing)))
    out = tmp_path / "a.csv"
    assert main(["export", str(store), str(out), "--view", "Noted"]) == 0
    assert out.read_text("utf-8-sig").splitlines() == ["Reference,Note", "R-01,A note of our own"]
    assert main(["export", str(store), str(out), "--view", "Nothing"]) == 1
    assert capsys.readouterr().err == "riskdesk: The register has no saved view “Nothing”; it has: Noted.\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["a.csv", "--layout", "matrix"], "The format CSV has no layout “matrix”; choose one of register, list."),
        (["a.json", "--kind", "appendix"], "The format JSON has no layout “appendix”; choose one of register."),
        (["a.pdf", "--template", "b.docx"], "The format PDF takes no template; leave it out, or choose .docx."),
    ],
)
def test_what_a_format_does_not_have_is_said(store, tmp_path, capsys, arguments, sentence):
    assert main(["export", str(store), str(tmp_path / arguments[0]), *arguments[1:]]) == 1
    assert capsys.readouterr().err == f"riskdesk: {sentence}\n"
    assert [path.name for path in tmp_path.iterdir()] == [store.name]


def named_without_effect(capsys) -> str:
    """The options that the output says to have no effect."""
    head = "Without effect in this file: "
    return "".join(line.removeprefix(head) for line in capsys.readouterr().out.splitlines() if line.startswith(head))


@pytest.mark.parametrize(
    ("out", "options", "unused"),
    [
        ("a.docx", ["--attach", "--paper", "a3"], "--attach"),
        ("a.csv", ["--paper", "a3", "--orientation", "landscape", "--language", "fr"], "--paper, --orientation"),
        ("a.pdf", ["--paper", "a3", "--no-attach"], ""),
        ("a.csv", ["--no-attach"], ""),
        ("a.pdf", ["--columns", "note"], "--columns"),
        ("a.pdf", ["--columns", "note", "--layout", "working"], ""),
        ("a.docx", ["--columns", "note", "--ended"], "--columns"),
        ("a.pdf", ["--layout", "working", "--ended"], "--ended"),
        ("a.pdf", ["--layout", "list", "--attach", "--ended"], "--ended, --attach"),
        ("a.xlsx", ["--ended"], "--ended"),
        ("a.xlsx", ["--layout", "pm2-risk-log", "--ended"], ""),
    ],
)
def test_options_that_the_format_or_the_layout_does_not_have_are_named(store, tmp_path, capsys, out, options, unused):
    assert main(["export", *options, str(store), str(tmp_path / out)]) == 0
    assert named_without_effect(capsys) == unused


@pytest.mark.parametrize(
    ("out", "options", "unused"),
    [
        ("a.pdf", ["--view", "Noted", "--layout", "working"], "--layout"),
        ("a.pdf", ["--view", "Noted", "--layout", "list"], ""),
        ("a.pdf", ["--view", "Noted", "--print-set", "Board"], ""),
        ("a.md", ["--print-set", "Board"], ""),
        ("a.csv", ["--print-set", "Board"], "--print-set"),
        ("a.xlsx", ["--print-set", "Board", "--ended"], "--print-set, --ended"),
        ("a.json", ["--print-set", "Board", "--attach"], "--print-set, --attach"),
    ],
)
def test_what_is_kept_under_a_name_and_has_no_effect_is_named(store, tmp_path, capsys, out, options, unused):
    with closing(Session.open(store, "Anna")) as session:
        register = session.registers()[0].id
        session.run(print_sets.keep(register, "Board", Print(kind=DocumentKind.WORKING)))
        session.run(saved_views.keep(register, "Noted", to_text(Listing())))
    assert main(["export", *options, str(store), str(tmp_path / out)]) == 0
    assert named_without_effect(capsys) == unused


def test_what_is_kept_under_a_name_is_found_by_it_without_accents_and_capitals(store, tmp_path):
    with closing(Session.open(store, "Anna")) as session:
        (register,) = session.registers()
        session.run(saved_views.keep(register.id, "Élus", to_text(Listing())))
        session.run(print_sets.keep(register.id, "Comité", Print(kind=DocumentKind.WORKING)))
    options = ["--register", register.title.upper(), "--print-set", "COMITE"]
    assert main(["export", *options, str(store), str(tmp_path / "a.pdf")]) == 0
    assert main(["export", "--view", "ELUS", str(store), str(tmp_path / "a.csv")]) == 0


def test_a_name_to_the_letter_comes_before_one_that_is_like_it():
    titles = [RegisterTitle(id=title, position=0, title=title, reference="") for title in ("Élus", "elus")]
    assert [called(titles, name, attrgetter("title")) for name in ("Élus", "elus", "ELUS", "elu")] == [
        titles[:1],
        titles[1:],
        titles,
        [],
    ]


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--view", "The register has no saved view “”; it has: –."),
        ("--print-set", "The register has no print settings “”; it has: –."),
    ],
)
def test_an_empty_name_stands_for_nothing_else(store, tmp_path, capsys, option, sentence):
    assert main(["export", option, "", str(store), str(tmp_path / "a.pdf")]) == 1
    assert capsys.readouterr().err == f"riskdesk: {sentence}\n"


def test_an_empty_path_is_no_template(store, tmp_path, capsys):
    assert main(["export", "--template", "", str(store), str(tmp_path / "a.docx")]) == 1
    assert capsys.readouterr().err.startswith("riskdesk: ")
    assert not (tmp_path / "a.docx").exists()
