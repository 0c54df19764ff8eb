"""A register through Word and back: what the appendix holds is the same."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from riskdesk.desk.scales import profile
from riskdesk.domain.fields import DETAILS
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import (
    Language,
    MitigationStatus,
    Register,
    RiskStatus,
)  # fmt: skip
from riskdesk.report.text import printable
from tests.exchange.word.bringing_back import brought_back, content_of
from tests.exchange.word.opened import W
from tests.libreoffice import converted, needs_libreoffice
from tests.report.conftest import category_tree


def test_the_register_of_kazakhstan_comes_back(kazakhstan, write):
    file_import = brought_back(write(kazakhstan))
    assert content_of(file_import.tree) == content_of(kazakhstan)
    assert {item.reason for item in file_import.left_out} == {"heads"}
    assert not file_import.questions


@pytest.mark.slow
@needs_libreoffice
def test_a_register_comes_back_through_libreoffice_and_goes_out_the_same(kazakhstan, write, tmp_path):
    path = write(kazakhstan)
    saved = converted(tmp_path / "saved", "docx", path, fonts=True)[0]
    file_import = brought_back(saved)
    assert content_of(file_import.tree) == content_of(kazakhstan)
    again = brought_back(write(file_import.tree, name="again.docx"))
    assert content_of(again.tree) == content_of(kazakhstan)


@pytest.mark.parametrize("columns", [Print().columns, ("mitigations", *DETAILS)], ids=["usual", "few"])
@pytest.mark.parametrize("language", Language)
def test_the_working_register_brings_back_who_acts_and_what_ended(write, language, columns):
    tree = grown([("Test category", [(["Test risk 1", "Test risk 2"], ["Plan 1", "Plan 2", "Plan 3"])])], title="Test")
    entry = tree.categories[0].entries[0]
    risks = (replace(entry.risks[0], status=RiskStatus.REJECTED), replace(entry.risks[1], likelihood=2, impact=3))
    first, second, third = entry.mitigations
    day = datetime.date(2027, 3, 1)
    first = replace(first, action_owner="Anna: head of unit", due_date=day, status=MitigationStatus.DONE)
    mitigations = (first, replace(second, due_date=datetime.date(2027, 4, 30)), third)
    category = replace(tree.categories[0], entries=(replace(entry, risks=risks, mitigations=mitigations),))
    tree = replace(tree, register=replace(tree.register, language=language), categories=(category,))
    file_import = brought_back(write(tree, Print(DocumentKind.WORKING, columns=columns)))
    assert file_import.tree.register.title == "Test"
    assert [(risk.description, risk.status) for risk in file_import.tree.risks] == [
        ("Test risk 1", RiskStatus.REJECTED),
        ("Test risk 2", None),
    ]
    assert [
        (mitigation.description, mitigation.action_owner, mitigation.due_date, mitigation.status)
        for mitigation in file_import.tree.mitigations
    ] == [
        (mitigation.description, mitigation.action_owner, mitigation.due_date, mitigation.status)
        for mitigation in mitigations
    ]


@pytest.mark.parametrize("how", [Print(), Print(DocumentKind.WORKING)], ids=["appendix", "working"])
@pytest.mark.parametrize("title", ["Risk register", "Annex: PM² Risk Log", "Registre des risques du programme"])
def test_a_title_that_names_a_register_comes_back(write, how, title):
    tree = grown([("Test category", [(["Test risk"], ["Plan"])])], title=title)
    register = brought_back(write(tree, how)).tree.register
    assert register.title == title
    assert register.heading
    assert title not in register.heading


FRENCH_TEXTS = (
    "Attention : « les fonds » manquent ; 50 % de 1 000 000 € ? Oui !",
    "Attention\u00a0: « les fonds\u202f» manquent\u202f; 50\u00a0% de 1 000\u202f000 €",
)


def test_no_line_ends_at_a_space_that_french_holds_and_each_comes_back_as_it_was_typed(write, open_docx):
    tree = grown([("Un : deux", [(FRENCH_TEXTS, ["Une mesure : la première"])])], title="Titre : le registre")
    page_text = "".join(node.text for node in open_docx(tree).body.iter(f"{W}t"))
    for text in (*FRENCH_TEXTS, "Un : deux", "Une mesure : la première", "Titre : le registre"):
        assert printable(text) in page_text
    require_typed(write(tree))


@pytest.mark.slow
@needs_libreoffice
def test_spaces_that_french_holds_come_back_through_libreoffice(write, tmp_path):
    tree = grown([("Un : deux", [(FRENCH_TEXTS, ["Une mesure : la première"])])], title="Titre : le registre")
    require_typed(converted(tmp_path / "saved", "docx", write(tree), fonts=True)[0])


def require_typed(path):
    tree = brought_back(path).tree
    assert tree.register.title == "Titre : le registre"
    assert tree.categories[0].category.title == "Un : deux"
    assert [risk.description.rstrip(".") for risk in tree.risks] == list(FRENCH_TEXTS)
    assert [mitigation.description.rstrip(".") for mitigation in tree.mitigations] == ["Une mesure : la première"]


WORDS = st.text("abcdefghijklmnopqrstuvwxyzéèñßжяβ", min_size=3, max_size=10)
TEXTS = st.builds(
    lambda words, sign: sign.join(words).capitalize(),
    st.lists(WORDS, min_size=3, max_size=8),
    st.sampled_from([" ", " ", "; ", ", ", " – ", ": ", " & ", " <", "/"]),
)
ENTRIES = st.tuples(st.lists(TEXTS, min_size=1, max_size=3), st.lists(TEXTS, min_size=1, max_size=3))
CATEGORIES = st.lists(st.tuples(TEXTS, st.lists(ENTRIES, min_size=1, max_size=3)), min_size=1, max_size=3)


def grown(categories, **fields):
    top = Register(scale=profile("5x5"), **fields)
    return RegisterTree(top, tuple(category_tree(top, *category) for category in categories))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    CATEGORIES,
    TEXTS,
    st.one_of(st.none(), st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2150, 1, 1))),
    st.sampled_from(Language),
)
def test_any_register_comes_back(write, categories, title, date, language):
    texts = [text for _, entries in categories for entry in entries for side in entry for text in side]
    # The same words in all cells of a row are taken for a heading over the full width.
    assume(
        len({*texts, title, *(category_title for category_title, _ in categories)}) == len(texts) + len(categories) + 1
    )
    tree = grown(categories, title=title, date=date, reference="REF(2024)1" if date else "", language=language)
    file_import = brought_back(write(tree))
    expected = content_of(replace(tree, register=replace(tree.register, heading=file_import.tree.register.heading)))
    actual = content_of(file_import.tree)
    assert (actual[0], actual[1], actual[3]) == (expected[0], expected[1], expected[3])


@pytest.mark.parametrize(
    "title",
    [
        "Total loss",
        "What if?",
        "Note: on money",
        "End of the programme",
        "2. Political",
        "Risks " * 50 + "end",
        "N/A or so",
    ],
)
def test_a_category_comes_back_whatever_it_is_called(write, title):
    tree = grown([(title, [(["Risk of a flood"], ["Build a dam in time"])])], title="The title of it all")
    assert content_of(brought_back(write(tree)).tree)[3] == content_of(tree)[3]


@pytest.mark.parametrize(
    "text",
    ["Will it rain?", "Total loss of data", "Prepared by nobody", "1. First of all", "- a dash", "a) lettered", "x",
     "One thing; another thing; a third one", "One. Two sentences. Three of them", "=1+1", "R1: as before", "50%",
     "مخاطر السوق", "<w:t>&amp;", "12", "See above", "Select one", "« Quoted »"],
)  # fmt: skip
@pytest.mark.parametrize("alone", [True, False])
def test_a_bullet_comes_back_whatever_it_says(write, text, alone):
    others = [] if alone else ["Other words beside it"]
    rows = [([*others, text], ["Build a dam in time"]), (["Risk of a flood"], [*others, text])]
    tree = grown([("Political context", rows)], title="The title of it all")
    assert content_of(brought_back(write(tree)).tree)[3] == content_of(tree)[3]


def test_changes_on_the_way_through_word_are_those_that_the_manual_tells(write):
    rows = [(["A risk\nin two  lines"], ["Build\ta dam"]), ([], ["Buy pumps for all"])]
    tree = grown([("Empty category", []), ("Political context", rows)], title="The title of it all")
    file_import = brought_back(write(tree))
    # Blanks are one space each, and mitigations without a risk belong to the entry above.
    assert content_of(file_import.tree)[3] == [
        ("Political context", [(["A risk in two lines"], ["Build a dam", "Buy pumps for all"])])
    ]
    assert ("empty_category", "Empty category") in {(item.reason, item.excerpt) for item in file_import.left_out}
