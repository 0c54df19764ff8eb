"""Dates read as people write them."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from riskdesk.kit.dates import moment, moments, read_date, write_date

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
FRENCH = QLocale(QLocale.Language.French, QLocale.Country.France)
EVERYWHERE = QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry)


def is_date(text: str, locale: QLocale) -> bool:
    try:
        read_date(text, locale)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("locale", [BRITISH, FRENCH], ids=["en", "fr"])
@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er janvier 2027", date(2027, 1, 1)),
        ("1 janvier 2027", date(2027, 1, 1)),
        ("31 Dec. 2027", date(2027, 12, 31)),
        ("31 December 2027", date(2027, 12, 31)),
        ("31st december, 2027", date(2027, 12, 31)),
        ("December 31, 2027", date(2027, 12, 31)),
        ("Dec 31 2027", date(2027, 12, 31)),
        ("31 déc. 2027", date(2027, 12, 31)),
        ("31 decembre 27", date(2027, 12, 31)),
        ("5\u00a0août\u00a02027", date(2027, 8, 5)),
        ("5-Sept-2027", date(2027, 9, 5)),
        ("5 juil. 2027", date(2027, 7, 5)),
        ("29 FÉVRIER 2028", date(2028, 2, 29)),
        ("2027-12-31", date(2027, 12, 31)),
        ("2027/12/31", date(2027, 12, 31)),
        ("31/12/2027", date(2027, 12, 31)),
        ("31.12.2027", date(2027, 12, 31)),
        ("  3 2 2027 ", date(2027, 2, 3)),
        ("28/2/27", date(2027, 2, 28)),
        ("01/01/1900", date(1900, 1, 1)),
        ("31/12/2199", date(2199, 12, 31)),
    ],
)
def test_a_date_is_read_however_it_is_written(text: str, day: date, locale: QLocale) -> None:
    assert read_date(text, locale) == day


@pytest.mark.parametrize(
    "text",
    [
        *("31/11/2026", "31/2/27", "29 février 2027", "32 December 2027", "0/1/2027", "1/13/2027"),
        *("31/12/1899", "1/1/2200", "31/12/207", "31/12/20277", "0027-01-01", "031/12/2027"),
        *("", "soon", "2027", "12/2027", "December 2027", "5 jui 2027", "5 ma 2027", "5 foo 2027"),
        *("31/12/2027 14:00", "31/12/2027?", "1+1+2027", "the 31 December 2027", "31 12 2027 x", "May May 2027"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert [locale.name() for locale in (BRITISH, FRENCH) if is_date(text, locale)] == []


def test_the_order_of_numbers_is_that_of_the_country() -> None:
    assert read_date("2/3/27", BRITISH) == date(2027, 3, 2)
    assert read_date("2/3/27", AMERICAN) == date(2027, 2, 3)


def test_what_is_written_is_read_again_in_every_country() -> None:
    days = (date(2027, 2, 1), date(2031, 12, 31))
    assert [
        (locale.name(), day)
        for locale in EVERYWHERE
        for day in days
        if read_date(write_date(day, locale), locale) != day
    ] == []


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (BRITISH, ["30/11/2026 14:03:05", "30/11/2026 14:03:07"]),
        (FRENCH, ["30/11/2026 14:03:05", "30/11/2026 14:03:07"]),
        (AMERICAN, ["11/30/2026 2:03:05\u202fPM", "11/30/2026 2:03:07\u202fPM"]),
    ],
    ids=["en", "fr", "us"],
)
def test_moments_of_one_minute_are_told_apart_by_their_seconds(locale: QLocale, expected: list[str]) -> None:
    first = datetime(2026, 11, 30, 14, 3, 5).astimezone()
    assert moments([first, first + timedelta(seconds=2)], locale) == expected


@pytest.mark.parametrize("locale", EVERYWHERE, ids=QLocale.bcp47Name)
def test_moments_of_different_minutes_are_told_as_one_is(locale: QLocale) -> None:
    first = datetime(2026, 11, 30, 14, 3, 5).astimezone()
    both = [first, first + timedelta(minutes=1)]
    assert moments(both, locale) == [moment(at, locale) for at in both]
    assert len(set(moments([first, first + timedelta(seconds=2)], locale))) == 2
