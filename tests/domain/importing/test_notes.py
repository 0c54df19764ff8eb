"""Notes of what has no field of its own, and days that are told, as the language of the register writes them."""

import datetime

import pytest

from riskdesk.domain.importing.draft import NoteLine
from riskdesk.domain.importing.messages import Message
from riskdesk.domain.importing.values import dates
from riskdesk.domain.language import words
from riskdesk.domain.sheets import FilePlace
from riskdesk.domain.values import Language
from tests.domain.importing.sheets import imported, sheet

FRENCH = ("Les fonds du projet arrivent en retard", "Préparer une avance pour la première année")
ENGLISH = ("The funds of the project arrive late", "Prepare an advance for the first year")
DAY = datetime.date(2026, 1, 31)


def note(head: str, texts: tuple[str, str]) -> str:
    rows = [["Risk", "Mitigation", "Owner", head], *([*texts, "Ann", "un"] for _ in range(2))]
    file_import = imported(sheet(rows))
    assert file_import.tree is not None
    return next(file_import.tree.risks).note


@pytest.mark.parametrize(
    "head", ["Suivi", "Suivi:", "Suivi :", "Suivi\u00a0:", "Suivi\u202f:\u00a0", "Suivi\uff1a"], ids=ascii
)
def test_a_colon_stands_once_behind_a_head_and_as_the_language_sets_it(head: str) -> None:
    assert note(head, FRENCH) == "Suivi\u00a0: un"
    assert note(head, ENGLISH) == "Suivi: un"


def test_no_colon_stands_behind_a_head_that_asks() -> None:
    assert note("Suivi ?", FRENCH) == "Suivi ? un"


@pytest.mark.parametrize(
    ("language", "line"), [(Language.ENGLISH, "Prob (residual): 30%"), (Language.FRENCH, "Prob (résiduel)\u00a0: 30%")]
)
def test_a_remark_on_the_residual_risk_says_so_in_the_language(language: Language, line: str) -> None:
    assert NoteLine("30%", "Prob:", residual=True).line(language) == line
    assert NoteLine("30%", ":").line(language) == "30%"


@pytest.mark.parametrize(
    ("head", "day", "english", "french"),
    [
        ("Remarks", DAY, "Remarks: 31\u00a0January 2026", "Remarks\u00a0: 31\u00a0janvier 2026"),
        ("Remarks", DAY.replace(day=1), "Remarks: 1\u00a0January 2026", "Remarks\u00a0: 1er\u00a0janvier 2026"),
        # What somebody typed stays as it was typed.
        ("Remarks", "2026-01-31", "Remarks: 2026-01-31", "Remarks\u00a0: 2026-01-31"),
        # A day for measures where there is none.
        ("Due date", DAY, "Due date: 31\u00a0January 2026", "Due date\u00a0: 31\u00a0janvier 2026"),
        ("Status", DAY, "Status: 31\u00a0January 2026", "Status\u00a0: 31\u00a0janvier 2026"),
    ],
)
def test_a_day_in_a_note_is_told_in_the_language(head: str, day: object, english: str, french: str) -> None:
    for texts, expected in ((ENGLISH, english), (FRENCH, french)):
        rows = [["Risk", "Mitigation", "Owner", head], [*texts, "Ann", "x"], [texts[0] + " encore", "", "Ann", day]]
        file_import = imported(sheet(rows))
        assert file_import.tree is not None
        assert list(file_import.tree.risks)[-1].note == expected


def test_the_time_stands_behind_the_day() -> None:
    assert NoteLine("2026-01-31 14:00", "At", day=DAY).line(Language.FRENCH) == "At\u00a0: 31\u00a0janvier 2026, 14:00"
    assert NoteLine("Saturday", "At", day=DAY).line(Language.ENGLISH) == "At: Saturday"


@pytest.mark.parametrize("language", Language)
def test_a_day_is_told_in_the_language_and_read_so(language: Language) -> None:
    sentence = Message("date_guess", FilePlace(), "1/31/26", DAY).translated(lambda _context, text: text, language)
    assert sentence == f"“1/31/26” is taken for the day {words(language).date(DAY)}."
    assert dates.read(words(language).date(DAY)) == DAY
