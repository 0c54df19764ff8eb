"""What an official document must not do: leave a heading alone, break a word of a column head, or a line alone."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Language
from riskdesk.report.fitting import Content, widths

SIZES = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 12), st.integers(1, 60)), min_size=1, max_size=12)


def lines(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines() if line.strip()]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("paper", list(Paper))
def test_no_word_of_a_column_head_is_broken(printed, many, language, orientation, paper):
    tree = many(40)
    tree = replace(tree, register=replace(tree.register, language=language))
    printout = printed(tree, Print(DocumentKind.WORKING, paper, orientation))
    wording = terms(language)
    columns = set(PrintColumn) - {PrintColumn.ACTION_OWNER, PrintColumn.DUE_DATE, PrintColumn.STATUS}
    heads = {word for column in columns for word in wording.columns[column].split(" ")}
    for page in printout.pages[:-1]:
        assert heads <= set(page.split())


@settings(max_examples=20)
@given(SIZES, st.sampled_from([DocumentKind.APPENDIX, DocumentKind.WORKING]))
def test_no_category_stands_alone_at_the_foot_of_a_page(register, printed, sizes, kind):
    content = [
        (f"Kategory{number}", [(["risk " * words] * risks, ["measure " * words] * measures)])
        for number, (risks, measures, words) in enumerate(sizes)
    ]
    for page in printed(register(content), Print(kind)).pages:
        *_, last = [line for line in lines(page) if not line.startswith("Page ")]
        assert not last.startswith("Kategory")


@settings(max_examples=20)
@given(st.lists(st.integers(4, 60), min_size=1, max_size=20))
def test_no_line_of_a_bullet_stands_alone_on_a_page(register, printed, sizes):
    tree = register([("C", [([" ".join([f"b{number}b"] * words) for number, words in enumerate(sizes)], [])])])
    printout = printed(tree, Print())
    for number, words in enumerate(sizes):
        counts = [sum(f"b{number}b" in line for line in lines(page)) for page in printout.pages]
        parts = [count for count in counts if count]
        assert len(parts) == 1 or min(parts) > 1 or sum(parts) < 4, (words, counts)


def test_columns_are_as_wide_as_their_content_within_limits(printed, type_):
    contents = [
        Content("Ref.", {"R-01", "R-100"}),
        Content("Risk", long=True),
        Content("Owner", {"Head of the Office in Astana and of all that is done there"}),
    ]
    column_widths = dict(zip(("ref", "risk", "owner"), widths(contents, 700, 4, type_, type_), strict=True))
    assert sum(column_widths.values()) == pytest.approx(700)
    assert type_.width("R-100") + 8 <= column_widths["ref"] < 60
    assert column_widths["owner"] < 160 < column_widths["risk"]
    *_, owner = widths([contents[0], contents[1], contents[1], contents[2]], 700, 4, type_, type_)
    assert owner < 120
    narrow = widths(contents, 230, 4, type_, type_)
    assert narrow[2] < column_widths["owner"]
    assert narrow[0] >= type_.width("Ref.") + 8


def parted(tree):
    """The same with owners and dates of mitigations, each entry named by its number."""
    categories = []
    for category in tree.categories:
        entries = []
        for number, entry in enumerate(category.entries):
            owned = [
                replace(mitigation, action_owner=f"Own{number}n{place}e")
                for place, mitigation in enumerate(entry.mitigations)
            ]
            risks = tuple(replace(risk, reference=f"R-{number}") for risk in entry.risks)
            entries.append(replace(entry, risks=risks, mitigations=tuple(owned)))
        categories.append(replace(category, entries=tuple(entries)))
    return replace(tree, categories=tuple(categories))


@settings(max_examples=20)
@given(SIZES, st.sampled_from(list(Orientation)))
def test_an_entry_begins_with_its_mitigations_and_their_notes_stay_with_them(register, printed, sizes, orientation):
    entries = [
        (["risk " * words] * risks, [" ".join([f"m{entry}n{place}e"] * words) for place in range(measures)])
        for entry, (risks, measures, words) in enumerate(sizes)
    ]
    printout = printed(parted(register([("C", entries)])), Print(DocumentKind.WORKING, orientation=orientation))
    for entry, (_, measures, _) in enumerate(sizes):
        begun = next(
            place for place, page in enumerate(printout.pages) if f"R-{entry}\r" in page or f"R-{entry} " in page
        )
        assert not measures or f"m{entry}n0e" in printout.pages[begun]
        for place in range(measures):
            (noted,) = [page for page in printout.pages if f"Own{entry}n{place}e" in page]
            assert f"m{entry}n{place}e" in noted


@pytest.mark.parametrize("lines", range(18, 36))
def test_no_entry_begins_where_its_first_mitigation_has_no_room(register, printed, lines):
    entries = [(["\n".join("x" * lines)], []), (["begins here"], ["\n".join(["here too", "and", "on"])])]
    printout = printed(
        parted(register([("C", entries)])), Print(DocumentKind.WORKING, orientation=Orientation.LANDSCAPE)
    )
    (page,) = [page for page in printout.pages if "begins here" in page]
    assert "here too" in page


@pytest.mark.parametrize("kind", [DocumentKind.WORKING, DocumentKind.APPENDIX])
@pytest.mark.parametrize("language", list(Language))
def test_no_word_is_broken_on_narrow_paper(filled, printed, kind, language):
    tree = replace(filled, register=replace(filled.register, language=language))
    items = [item for entry in tree.entries for item in (*entry.risks, *entry.mitigations)]
    words = {part for item in items for word in item.description.split() for part in word.replace("-", "- ").split()}
    printed_words = set(printed(tree, Print(kind)).text.replace("-", "- ").replace("/", "/ ").split())
    assert {part for word in words for part in word.replace("/", "/ ").split() if part.isalpha()} <= {
        word.rstrip(";.\u202f") for word in printed_words
    } | printed_words


def test_french_puts_a_narrow_space_before_the_semicolons_that_the_print_adds(register, printed):
    tree = register([("C", [(["un", "deux ;", "trois"], [])])], language=Language.FRENCH)
    (page,) = printed(tree).pages
    assert ["un\u202f;" in page, "deux\u202f;" in page, "trois." in page] == [True, True, True]


@pytest.mark.parametrize("count", range(12, 60, 4))
def test_the_legend_is_not_parted(printed, many, count):
    pages = printed(many(count), Print(DocumentKind.WORKING, orientation=Orientation.LANDSCAPE)).pages
    (page,) = [page for page in pages if "Scale: 5×5" in page]
    assert "The programme's objectives or the Organisation's standing are at stake." in page


def test_facts_stand_beside_each_other_where_a_line_holds_them(register, printed):
    tree = register(
        (), title="T", reference="GR-EXT(2023)6", prepared_by="Directorate of Programme Co-ordination, Strasbourg"
    )
    tree = replace(tree, register=replace(tree.register, period_start=date(2024, 1, 1), period_end=date(2027, 12, 31)))
    facts = ["GR-EXT(2023)6", "Prepared by: Directorate of Programme Co-ordination, Strasbourg"]
    period = "Period: 1 January 2024 to 31 December 2027"
    wide, narrow = (
        printed(tree, Print(DocumentKind.MATRIX, orientation=way)).pages[0] for way in reversed(Orientation)
    )
    assert " · ".join((*facts, period)) in lines(wide)
    assert lines(narrow)[3:5] == [" · ".join(facts), period]


def test_a_date_is_not_broken_in_a_narrow_column(filled, printed):
    tree = replace(filled, register=replace(filled.register, language=Language.FRENCH))
    printout = printed(tree, Print(DocumentKind.WORKING))
    text = printout.text.replace("\u00a0", " ")
    assert text.count("28 sept. 2023") == text.count("28 sep") == 38


@pytest.mark.parametrize("orientation", list(Orientation))
def test_a_long_handling_mark_takes_two_lines(register, printed, orientation):
    mark = " ".join(
        ["Restricted to the members of the Steering Committee and to those whom they asked for advice,"] * 2
    )
    tree = register([("C", [(["r"], ["m"])])], title="Title", handling_mark=f"{mark} until it is made public")
    mark = tree.register.handling_mark
    (page,) = printed(tree, Print(orientation=orientation)).pages
    text = " ".join(page.split())
    assert text.count(mark if orientation is Orientation.LANDSCAPE else mark[:120]) == 2


@pytest.mark.parametrize("blank", ["", " ", "\u200b\n", "\u00ad"])
def test_what_nothing_is_seen_of_is_still_told(register, printed, blank):
    tree = register([(blank, [(["a risk"], [blank, "second", blank])])], title=blank, heading=blank)
    owned = [
        replace(mitigation, action_owner=f"Owner {place}")
        for place, mitigation in enumerate(next(tree.entries).mitigations)
    ]
    entry = replace(next(tree.entries), mitigations=tuple(owned))
    tree = replace(tree, categories=(replace(tree.categories[0], entries=(entry,)),))
    appendix, working = printed(tree), printed(tree, Print(DocumentKind.WORKING))
    assert appendix.metadata["Title"] == "APPENDIX II: RISK REGISTER"
    assert [title for _, title in appendix.outline] == ["APPENDIX II: RISK REGISTER", "–"]
    assert [line for line in lines(appendix.pages[0]) if line.startswith("•")] == ["• a risk. • second."]
    text = working.text.replace("\u00a0", " ")
    assert "• second – Action owner: Owner 1 • – – Action owner: Owner 2" in text
    assert "Owner 0" in text
