"""The summary: what a chair asks about on one page, in numbers that are whole."""

import datetime
import re
from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest

from riskdesk.domain.gaps import GapKind
from riskdesk.domain.language import words
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Language, Waiver
from riskdesk.report import render
from tests.report.conftest import MADE, Printed, heavy_lines, mapped

LATE = (GapKind.OVERDUE, GapKind.REVIEW_DUE)


def test_the_summary_counts_and_names_what_a_chair_asks_about(assessed, printed):
    printout = printed(assessed, Print(DocumentKind.SUMMARY))
    text = printout.text.replace("\u00a0", " ")
    assert len(printout.pages) == 1
    assert "Total 1 0 0 0 30 31" in text
    assert "5 4 20 Very high" in text
    assert "Mitigations overdue on 6 May 2024" in text
    assert "Marat Secret 25 May 2023" in text
    assert "Risks not assessed: 30" in text


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("language", list(Language))
def test_the_scale_in_force_is_printed_below_the_counts(assessed, printed, orientation, language):
    tree = replace(assessed, register=replace(assessed.register, language=language))
    text = " ".join(printed(tree, Print(DocumentKind.SUMMARY, orientation=orientation)).text.split())
    legend = {
        Language.ENGLISH: "Scale: 5×5 – Low (1 to 4), Medium (5 to 9), High (10 to 16), Very high (20 to 25)",
        Language.FRENCH: "Échelle : 5×5 – Faible (1 à 4), Moyen (5 à 9), Élevé (10 à 16), Très élevé (20 à 25)",
    }
    assert legend[language] in text


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("language", list(Language))
def test_matrix_and_summary_are_one_page_on_every_paper(filled, printed, paper, orientation, language):
    mark = "Restricted to the members of the Steering Committee and to those whom they have asked for advice"
    tree = replace(filled, register=replace(filled.register, language=language, handling_mark=mark))
    for kind in (DocumentKind.MATRIX, DocumentKind.SUMMARY):
        printout = printed(tree, Print(kind, paper, orientation))
        assert len(printout.pages) == 1
        assert printout.text.count(mark) == 2


def test_the_summary_tells_more_where_there_is_more_room(many, printed):
    tree = many(31)
    risk = next(tree.risks)
    long = replace(risk, description=f"{risk.description} {'and so on ' * 40}to the very end", likelihood=5, impact=5)
    category, *categories = tree.categories
    entry, *entries = category.entries
    entry = replace(entry, risks=(long, *entry.risks[1:]))
    tree = replace(tree, categories=(replace(category, entries=(entry, *entries)), *categories))
    texts = [printed(tree, Print(DocumentKind.SUMMARY, paper)).text for paper in (Paper.A4, Paper.A3)]
    assert ["to the very end" in text for text in texts] == [False, True]


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("tolerance", [None, 0, 2, 3])
def test_the_summary_shows_which_bands_are_tolerated(assessed, printed, orientation, tolerance):
    """A heavy line between the columns of what is and what is not, and words below."""
    scale = replace(assessed.register.scale, tolerance=tolerance)
    tree = replace(assessed, register=replace(assessed.register, scale=scale))
    printout = printed(tree, Print(DocumentKind.SUMMARY, orientation=orientation))
    names = ("Very", "High", "Medium", "Low")
    match = re.search("Tolerance: (.*)", "\n".join(printout.pages).replace("\u00a0", " "))
    assert (match and match[1].split()[0]) == (None if tolerance is None else names[3 - tolerance])
    with closing(pypdfium2.PdfDocument(printout.data)) as document:
        textpage = document[0].get_textpage()
        lines = {round((left + right) / 2) for left, _, right, _ in heavy_lines(document[0])}
        heads = [textpage.get_charbox(textpage.search(name, match_case=True).get_next()[0]) for name in names]
    if tolerance in (None, 3):
        assert lines == set()
        return
    (x,) = lines
    place = 2 - tolerance
    assert heads[place][0] < x < heads[place + 1][0]


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("language", list(Language))
def test_no_date_in_the_summary_is_cut(filled, printed, orientation, language):
    due = datetime.date(2023, 9, 28)
    owner = "Directorate of Programme Co-ordination, Strasbourg"
    owned = mapped(filled, lambda risk: risk, lambda mitigation: replace(mitigation, action_owner=owner))
    tree = replace(owned, register=replace(filled.register, language=language))
    text = printed(tree, Print(DocumentKind.SUMMARY, orientation=orientation)).text.replace("\u00a0", " ")
    date = words(language).date(due).replace("\u00a0", " ")
    assert text.count(date) == text.count(date[:4]) >= 5


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("kind", [DocumentKind.MATRIX, DocumentKind.SUMMARY])
def test_however_much_there_is_to_say_it_is_one_page(many, printed, kind, orientation):
    tree = mapped(
        many(3_000),
        lambda risk: risk,
        lambda mitigation: replace(mitigation, due_date=datetime.date(2023, 1, 1), action_owner="Anna " * 40),
    )
    text = "A very long title of a programme " * 60
    tree = replace(tree, register=replace(tree.register, title=text, prepared_by=text, reference=text))
    assert len(printed(tree, Print(kind, orientation=orientation)).pages) == 1


@pytest.mark.parametrize(("language", "number"), [(Language.ENGLISH, "1,200"), (Language.FRENCH, "1\u202f200")])
@pytest.mark.parametrize("orientation", list(Orientation))
def test_numbers_are_whole_and_as_the_language_writes_them(many, printed, language, number, orientation):
    tree = many(3_000)
    tree = replace(tree, register=replace(tree.register, language=language))
    (page,) = printed(tree, Print(DocumentKind.SUMMARY, orientation=orientation)).pages
    assert f" {number} " in page
    assert f" {number.replace('1', '3').replace('2', '0')} " in page, "all of them"


def test_the_summary_tells_the_highest_of_many_categories(many, printed):
    tree = many(3_000)
    categories = [
        replace(
            category,
            entries=mapped(replace(tree, categories=(category,)), at_most(place), lambda measure: measure)
            .categories[0]
            .entries,
        )
        for place, category in enumerate(tree.categories)
    ]
    tree = replace(tree, categories=tuple(categories))
    printout = printed(tree, Print(DocumentKind.SUMMARY))
    printed_places = [place for place in range(75) if f"Category {10 * place} " in printout.text]
    assert 5 <= len(printed_places) < 75
    assert set(printed_places) >= {70, 71, 72, 73, 74}, "the only ones with risks of the highest band"
    assert f"and {75 - len(printed_places)} more" in printout.text
    assert "Total" in printout.text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.ENGLISH, "Not looked for: Mitigations overdue – Agreed by the Committee"),
        (Language.FRENCH, "Non recherché : Mesures en retard – Agreed by the Committee"),
    ],
)
def test_what_is_not_looked_for_is_told_with_its_reason(filled, printed, language, sentence):
    waiver = Waiver(register=filled.register.id, gap=GapKind.OVERDUE, reason="Agreed by\nthe Committee")
    tree = replace(filled, register=replace(filled.register, language=language), waivers=(waiver,))
    text = printed(tree, Print(DocumentKind.SUMMARY)).text.replace("\u00a0", " ")
    assert text.count(sentence) == 2, "in place of what is overdue, and among the gaps"
    assert "28 September 2023" not in text


def at_most(place):
    """Lowers all risks but those of the last five of 75 categories."""
    return lambda risk: risk if place >= 70 else replace(risk, likelihood=1, impact=1)


def test_the_summary_says_how_many_more_are_overdue_in_the_language_of_the_register(filled, printed):
    late = replace(filled, register=replace(filled.register, language=Language.FRENCH))
    text = printed(late, Print(DocumentKind.SUMMARY)).text
    # All are due on one day.
    more = sum(1 for _ in filled.mitigations) - text.replace("\u00a0", " ").count("28 septembre 2023")
    assert f"et {more} autres" in text


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        (Language.ENGLISH, ("Mitigations overdue on {date}", "Gaps on {date}")),
        (Language.FRENCH, ("Mesures en retard au {date}", "Lacunes au {date}")),
    ],
)
@pytest.mark.parametrize(("day", "late"), [(28, False), (29, True)])
def test_what_is_late_is_so_on_the_day_that_is_printed(filled, language, titles, day, late):
    as_of = datetime.date(2023, 9, day)
    tree = mapped(filled, lambda risk: replace(risk, next_review=datetime.date(2023, 9, 28)), lambda measure: measure)
    tree = replace(tree, register=replace(filled.register, language=language))
    text = Printed(render(tree, Print(DocumentKind.SUMMARY), MADE, as_of)).text.replace("\u00a0", " ")
    date = words(language).date(as_of).replace("\u00a0", " ")
    assert all(title.format(date=date) in text for title in titles)
    term = terms(language)
    labels = [f"{term.gap_kinds[kind]}{words(language).colon}".replace("\u00a0", " ") for kind in LATE]
    assert [gap in text for gap in labels] == [late, late]
