"""How words and numbers are found among levels, and that none is taken where two may be meant."""

import pytest

from riskdesk.desk import scales
from riskdesk.domain.importing.levels.levels import ladder_of
from riskdesk.domain.importing.values.ladder import Ladder, LadderLevel
from riskdesk.domain.label import Label
from riskdesk.domain.scale import Level

LIKELIHOOD = ladder_of(scales.profile(scales.DEFAULT).likelihood)


def levels(*names: tuple[str, str]) -> Ladder:
    return ladder_of([Level(Label(*name)) for name in names])


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Élevée", 4), ("Élevé", 4), ("élevées", 4), ("ELEVE", 4), ("Élevés", 4), ("4 – Élevé", 4), ("4", 4), ("4.", 4),
        ("Moyenne", 3), ("Moyen", 3), ("moyens", 3), ("Medium", 3), ("medium.", 3), ("High", 4), ("VH", 5),
        ("Très  élevé", 5), ("tres eleves", 5), ("Faibles", 2), ("(4) Élevée", 4), ("4/5", 4),
    ],
)  # fmt: skip
def test_a_level_is_known_by_its_words_in_both_languages_whatever_their_endings(text, level):
    assert LIKELIHOOD.position(text) == (level, "")


@pytest.mark.parametrize(
    "text",
    ["4 – Moyenne", "2 - 3", "3 (4)", "Élevée (Très élevée)", "Faible : moyenne", "Moyenne ou élevée", "soon", "-"],
)
def test_no_level_is_taken_where_two_are_named_or_none(text):
    assert LIKELIHOOD.position(text) == (None, "")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("4 – Élevée (depuis mars)", "depuis mars"),
        ("Élevée : deux agents (sur trois) sont partis.", "deux agents (sur trois) sont partis."),
        ("Élevée (élevé)", ""),
        ("4 (élevée : deux départs)", "deux départs"),
    ],
)
def test_what_stands_beside_a_level_is_told_as_it_was_written(text, rest):
    assert LIKELIHOOD.position(text) == (4, rest)


def test_a_word_that_names_two_levels_names_none_and_its_number_decides():
    ladder = levels(("Minor", "Important"), ("Important", "Grave"), ("Major", "Majeur"))
    assert ladder.position("Important") == (None, "")
    assert ladder.position("2 – Important") == (2, "")
    assert ladder.position("Grave") == (2, "")


def test_names_that_differ_in_their_endings_alone_are_told_apart_by_the_whole_of_them():
    ladder = levels(("Fort", "Fort"), ("Forte", "Forte"))
    assert [ladder.position(text)[0] for text in ("fort", "FORTE", "forts")] == [1, 2, None]


def test_a_letter_that_would_begin_two_levels_in_two_languages_names_none():
    ladder = levels(("Low", "Négligeable"), ("Medium", "Limité"), ("High", "Important"))
    assert [ladder.position(text)[0] for text in ("L", "M", "H")] == [None, 2, 3]


def test_abbreviations_that_a_file_gives_its_levels_name_them():
    levels = (("Low", "L"), ("Large", "LG"), ("High", "H"))
    ladder = Ladder(tuple(LadderLevel(name, aliases=(alias,)) for name, alias in levels))
    assert [ladder.position(text)[0] for text in ("l", "LG", "h")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("High (5)", (3, "")),
        ("3 - Medium", (2, "")),
        ("Low (2)", (1, "")),
        ("Low\n2", (1, "2")),
        ("Low (high)", (None, "")),
    ],
)
def test_numbers_beside_names_of_levels_that_have_no_numbers_say_nothing(text, expected):
    assert Ladder((LadderLevel("Low"), LadderLevel("Medium"), LadderLevel("High"))).position(text) == expected
