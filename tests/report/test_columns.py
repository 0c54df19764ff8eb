"""The columns of the working register: each prints its field, and those for which there is no room are refused."""

import datetime
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk.registers import in_language
from riskdesk.domain.fields import COLUMNS, DETAILS, FieldType
from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.values import Language, MitigationStatus, Proximity, Response, RiskStatus
from riskdesk.report.fitting import Content, widths
from tests.report.conftest import mapped

WIDE = Print(DocumentKind.WORKING, Paper.A3, Orientation.LANDSCAPE)
TOLD = {
    "reference": "R-77",
    "title": "The short title",
    "mitigations": "a measure",
    "action_owner": "Marat Bek",
    "due_date": "due 25 May 2023",
    "status": "Under way",
    "likelihood": "5",
    "impact": "4",
    "score": "20 Very high",
    "residual": "6 Medium",
    "residual_likelihood": "2",
    "residual_impact": "3",
    "reason": "A reason of our own",
    "response": "Transfer or share",
    "owner": "Anna Bek",
    "risk_status": "Waiting for approval",
    "proximity": "Within three months",
    "trigger": "What sets it off",
    "identified_on": "5 Jan 2021",
    "last_review": "6 Jan 2022",
    "next_review": "7 Jan 2023",
    "escalated_to": "The Committee",
    "note": "A note of our own",
}


@pytest.fixture
def whole(register):
    """A register of one risk and one mitigation, with every field."""
    return mapped(
        register([("C", [(["a risk"], ["a measure"])])]),
        lambda risk: replace(
            risk,
            reference="R-77",
            title="The short title",
            likelihood=5,
            impact=4,
            residual_likelihood=2,
            residual_impact=3,
            reason="A reason of our own",
            response=Response.TRANSFER,
            owner="Anna Bek",
            status=RiskStatus.WAITING,
            proximity=Proximity.THREE_MONTHS,
            trigger="What sets it off",
            identified_on=datetime.date(2021, 1, 5),
            last_review=datetime.date(2022, 1, 6),
            next_review=datetime.date(2023, 1, 7),
            escalated_to="The Committee",
            note="A note of our own",
        ),
        lambda measure: replace(
            measure, action_owner="Marat Bek", due_date=datetime.date(2023, 5, 25), status=MitigationStatus.UNDER_WAY
        ),
    )


def body(printout):
    """The text above the legend, with plain spaces."""
    return printout.text.replace("\u00a0", " ").split("Scale:")[0]


@pytest.mark.parametrize("code", COLUMNS)
def test_a_column_prints_the_value_of_its_field(whole, printed, code):
    chosen = (code, "mitigations") if code in DETAILS else (code,)
    head = [] if code in DETAILS else [COLUMNS[code].head.en]
    for text in (TOLD[code], *head):
        assert f" {text} " in f" {body(printed(whole, replace(WIDE, columns=chosen)))} "


@pytest.mark.parametrize(
    "code", [code for code in COLUMNS if code != "title" and COLUMNS[code].type is not FieldType.LEVEL]
)
def test_what_is_not_chosen_is_not_printed(whole, printed, code):
    chosen = tuple(column for column in COLUMNS if column != code)
    assert TOLD[code] not in body(printed(whole, replace(WIDE, columns=chosen)))


def test_the_title_of_a_risk_is_printed_once(whole, printed):
    for columns in ((), ("title",)):
        assert body(printed(whole, replace(WIDE, columns=columns))).count(TOLD["title"]) == 1


@pytest.mark.parametrize("language", list(Language))
def test_all_columns_have_room_on_a_wide_sheet(filled, printed, language):
    tree = replace(filled, register=in_language(filled.register, language))
    tree = mapped(tree, lambda risk: replace(risk, note="a long note " * 20, trigger="what sets it off " * 9), _same)
    printout = printed(tree, replace(WIDE, columns=tuple(COLUMNS)))
    heads = {
        word for code, field in COLUMNS.items() if code not in DETAILS for word in field.head.text(language).split()
    }
    for page in printout.pages[:-1]:
        assert heads <= set(page.split())


def _same(mitigation):
    return mitigation


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_columns_without_room_are_refused_in_words(whole, printed, language, orientation):
    tree = replace(whole, register=in_language(whole.register, language))
    with pytest.raises(InputProblem) as caught:
        printed(tree, Print(DocumentKind.WORKING, Paper.A4, orientation, tuple(COLUMNS)))
    assert f"(A4, {orientation.value})" in str(caught.value)


SOME = st.sets(st.sampled_from(list(COLUMNS)))
CHOSEN = SOME.map(tuple) | SOME.map(lambda left_out: tuple(code for code in COLUMNS if code not in left_out))
PRINTS = st.builds(Print, st.just(DocumentKind.WORKING), st.sampled_from(Paper), st.sampled_from(Orientation), CHOSEN)
TEXT = st.sampled_from(["", "short", "a long text " * 30, "W" * 300])


@given(PRINTS, TEXT, st.sampled_from(Language))
def test_whether_columns_have_room_is_decided_by_them_alone(register, printed, how, text, language):
    """What prints today prints tomorrow, whatever is written into it, and no word of a head is broken."""
    tree = register([("C", [(["a risk"], ["a measure"])])], language=language)
    fields = {field.name for code, field in COLUMNS.items() if field.is_text and code not in DETAILS}
    full = mapped(tree, lambda risk: replace(risk, **dict.fromkeys(fields, text)), _same)
    outcomes = [_outcome(printed, register_tree, how, language) for register_tree in (tree, full)]
    assert outcomes[0] == outcomes[1]
    assert outcomes[0] in (None, True)


def _outcome(printed, tree, how, language):
    """Whether every word of the heads is whole; None if the columns are refused."""
    try:
        words = set(printed(tree, how).text.split())
    except InputProblem:
        return None
    fields = [field for code, field in COLUMNS.items() if code in how.columns and code not in DETAILS]
    return {word for field in fields for word in field.head.text(language).split()} <= words


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_the_usual_columns_always_have_room(filled, printed, language, paper, orientation):
    tree = replace(filled, register=in_language(filled.register, language))
    printed(tree, Print(DocumentKind.WORKING, paper, orientation, tuple(PrintColumn)))


def test_words_of_our_own_are_broken_last(type_):
    """Where there is less room than all words need, those that are typed give way."""
    firm_contents = [Content(f"Head {place}", {"Incomparable"}, firm=True) for place in range(3)]
    typed = [Content(f"Head {place}", {"Incomparable"}) for place in range(3)]
    need, head = type_.width("Incomparable"), type_.width("Head")
    total = 60 + 3 * (need + head + 2 * 9)
    column_widths = widths([Content("Risk", long=True), *firm_contents, *typed], total, 4, type_, type_)
    assert sum(column_widths) == pytest.approx(total)
    assert min(column_widths[1:4]) >= need + 8
    assert head + 8 <= max(column_widths[4:]) < need + 8


def test_what_asks_for_too_much_leaves_short_words_whole(type_):
    """Names of any length, such as those of bands, do not break the words beside them."""
    names = [Content("Unverzüglichkeitshandlungsbereich" * 2, {"7"}, whole=True) for _ in range(3)]
    own_words = [Content("Not assessed", {"50"}, whole=True), Content("Total", {"75"}, whole=True)]
    _, *column_widths = widths([Content("Category", long=True), *names, *own_words], 450, 4, type_, type_)
    assert column_widths[3] >= type_.width("assessed") + 8
    assert column_widths[4] >= type_.width("Total") + 8


def test_a_head_of_several_words_stands_in_two_lines_where_there_is_room(type_):
    contents = [Content("Mitigation", long=True), Content("Responsable de la mesure", {"A. B."})]
    _, width = widths(contents, 450, 4, type_, type_)
    assert type_.width("de la mesure") + 8 <= width < type_.width("Responsable de la mesure") + 8
    _, width = widths(contents, 180, 4, type_, type_)
    assert width >= type_.width("Responsable") + 8


def test_a_head_of_many_words_is_no_tower_beside_several_columns_of_long_texts(type_):
    head = "Probabilité (Très élevée / Élevée / Moyenne / Faible / Très faible)"
    texts = [Content("Text", ["abcd " * 90], long=True) for _ in range(3)]
    column_widths = widths([*texts, Content(head, {"Élevée"})], 740, 2, type_, type_)
    assert len(type_.lines(head, column_widths[-1] - 4)) <= 4
    assert min(column_widths[:3]) > 100


def test_long_words_are_whole_in_columns_of_long_texts_that_have_the_room(type_):
    word, indent = "Donaudampfschifffahrts", 9
    assert type_.width(word) > 64
    texts = [Content("Risk", ["abcd " * 900], long=True), Content("Measure", [word], long=True, indent=indent)]
    _, measure = widths(texts, 220, 4, type_, type_)
    assert measure >= type_.width(word) + indent + 8


@pytest.mark.parametrize("language", list(Language))
def test_the_long_name_of_an_owner_is_whole(kazakhstan, printed, language):
    assessed = mapped(
        replace(kazakhstan, register=in_language(kazakhstan.register, language)),
        lambda risk: replace(
            risk,
            owner="Bakhytzhan Nurmukhambetov",
            next_review=datetime.date(2026, 9, 28),
            likelihood=5,
            impact=5,
            residual_likelihood=5,
            residual_impact=4,
        ),
        lambda mitigation: mitigation,
    )
    printout = printed(assessed, Print(DocumentKind.WORKING, orientation=Orientation.LANDSCAPE))
    assert printout.text.split().count("Nurmukhambetov") == len(list(assessed.risks))


def test_a_date_needs_room_for_its_day_and_month_together(type_):
    contents = [Content("Date", {"28\u00a0September 2027"}), Content("Risk", long=True)]
    date, _ = widths(contents, 130, 4, type_, type_)
    assert type_.width("28 September") + 8 <= date < type_.width("28 September 2027")


LENGTHS = st.lists(st.integers(0, 3_000), min_size=2, max_size=4)


@given(LENGTHS, st.integers(300, 1_100))
def test_the_column_of_longer_texts_is_wider(type_, lengths, total):
    contents = [Content("Ref.", {"R-01"}), *(Content("Text", ["abcd " * length], long=True) for length in lengths)]
    short, *column_widths = widths(contents, total, 4, type_, type_)
    assert short + sum(column_widths) == pytest.approx(total)
    ordered = [width for _, width in sorted(zip(lengths, column_widths, strict=True))]
    assert all(more >= less - 0.01 for less, more in pairwise(ordered))
    assert ordered[0] >= min(60, (total - short) / len(column_widths) - 0.01)


def test_risks_beside_mitigations_of_twice_the_text_have_a_third(type_):
    contents = [Content("Risk", ["abcd " * 100], long=True), Content("Mitigations", ["abcd " * 200], long=True)]
    risks, mitigations = widths(contents, 600, 4, type_, type_)
    assert mitigations / risks == pytest.approx(2, rel=0.05)
