"""Words of levels: in two languages, in one that the file tells, as letters, and as they are written."""

import pytest

from riskdesk.domain.sheets import TextLine
from tests.domain.importing.sheets import imported, levels, sheet, table


def rows(*pairs):
    return [["Risk", "Likelihood", "Impact"], *([f"Number {at} of the risks", *pair] for at, pair in enumerate(pairs))]


def warnings(file_import):
    return [message.kind for message in file_import.messages]


def scale(file_import):
    scale = file_import.tree.register.scale
    return [[level.name.en for level in side] for side in (scale.likelihood, scale.impact)]


def test_a_level_in_two_languages_is_one():
    file_import = imported(sheet(rows(("Medium / Moyen", "High/Élevé"), ("Low / Faible", "Medium / Moyen"))))
    assert [pair[:2] for pair in levels(file_import)] == [(2, 3), (1, 2)]
    assert scale(file_import)[0] == ["Low", "Medium", "High"]
    assert warnings(file_import) == []


def test_two_levels_beside_each_other_are_none():
    file_import = imported(sheet(rows(("Low", "High"), ("Low / High", "Medium"), ("Medium", "Low"), ("High", "Low"))))
    assert levels(file_import)[1][:2] == (None, 2)
    assert warnings(file_import) == ["unknown_level"]


@pytest.mark.parametrize(
    ("text", "status"), [("Closed / Clos", "closed"), ("Approved/Approuvé", "approved"), ("Closed / Approuvé", "")]
)
def test_a_status_in_two_languages_is_one(text, status):
    file_import = imported(
        sheet([["Risk", "Likelihood", "Status"], ["The law is late", "Low", text], ["Fire", "High"]])
    )
    risk = next(iter(file_import.tree.risks))
    assert (risk.status or "") == status
    assert warnings(file_import) == ([] if status else ["unknown_status"])


def test_words_of_both_languages_are_of_that_of_the_file():
    french = [
        ["Risque", "Niveau de probabilité", "Gravité"],
        ["Les élections de la commune sont reportées", "Probable", "Majeur"],
        ["Le prestataire est en retard de plusieurs mois", "Possible", "Mineur"],
    ]
    assert scale(imported(sheet(french)))[0] == ["Improbable", "Possible", "Probable", "Très probable"]
    english = [
        ["Risk", "Probability", "Impact"],
        ["The elections in the town are put off", "Probable", "Major"],
        ["The contractor is late by several months", "Possible", "Minor"],
    ]
    assert scale(imported(sheet(english)))[0] == ["Improbable", "Unlikely", "Possible", "Probable", "Certain"]


def test_levels_begin_with_a_capital():
    assert scale(imported(sheet(rows(("low", "low"), ("critical", "low")))))[0] == ["Low", "Medium", "High", "Critical"]


LETTERS = ["A", "Almost certain"], ["B", "Likely"], ["C", "Possible"], ["D", "Unlikely"], ["E", "Rare"]


def test_letters_are_levels_and_told_where_nothing_says_which():
    register = sheet(rows(("B", "4"), ("C", "2")))
    file_import = imported(register)
    assert [risk.reason for risk in file_import.tree.risks] == ["", ""]
    assert warnings(file_import) == ["unknown_level"] * 2
    file_import = imported(register, sheet([["Likelihood", "Meaning"], *LETTERS], "Scales", 2))
    assert [pair[0] for pair in levels(file_import)] == [4, 3]
    assert scale(file_import)[0] == ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["Fréquent", "Rare", "Très rare", "Occasionnel"], ["Très rare", "Rare", "Occasionnel", "Fréquent"]),
        (["Very frequent", "Rare", "Frequent"], ["Rare", "Frequent", "Very frequent"]),
    ],
)
def test_how_often_something_happens_is_a_level(words, names):
    assert scale(imported(sheet(rows(*((word, "High") for word in words)))))[0] == names


def test_signs_beside_the_names_of_levels_tell_no_side():
    risks = [
        ["Risk", "Impact", "Frequency"],
        ["Trees fall", "III", "II"],
        ["Lamps fail", "I", "IV"],
        ["Fire", "IV", "I"],
    ]
    impact = [["Impact"], ["I", "Minor"], ["II", "Moderate"], ["III", "Major"], ["IV", "Critical"]]
    frequency = [[], ["Frequency"], ["I", "Rare"], ["II", "Unlikely"], ["III", "Possible"], ["IV", "Likely"]]
    file_import = imported(sheet(risks), sheet([*impact, *frequency], "Scales", 2))
    assert [pair[:2] for pair in levels(file_import)] == [(2, 3), (4, 1), (1, 4)]
    assert scale(file_import) == [
        ["Rare", "Unlikely", "Possible", "Likely"],
        ["Minor", "Moderate", "Major", "Critical"],
    ]


def test_numbers_are_not_called_by_the_levels_of_the_other_side():
    risks = [["Risk", "Likelihood", "Impact"], ["Trees fall", 3, 2], ["Lamps fail", 1, 4], ["Fire", 5, 5]]
    impact = [["Impact"], ["1", "Minor"], ["2", "Moderate"], ["3", "Major"], ["4", "Critical"], ["5", "Disastrous"]]
    file_import = imported(sheet(risks), sheet(impact, "Scales", 2))
    assert [pair[:2] for pair in levels(file_import)] == [(3, 2), (1, 4), (5, 5)]
    assert scale(file_import) == [list("12345"), ["Minor", "Moderate", "Major", "Critical", "Disastrous"]]
    assert [question.id for question in file_import.questions] == ["scale:likelihood"]


def test_effects_in_few_words_are_no_levels_as_one_of_them_is_called_like_one():
    effects = ["Delay", "Bad press", "Loss of funds", "Major", "Strike"]
    file_import = imported(sheet(rows(*(("Low", effect) for effect in effects))))
    assert "scale:impact" not in [question.id for question in file_import.questions]
    assert warnings(file_import) == []
    assert [risk.note for risk in file_import.tree.risks] == [f"Impact: {effect}" for effect in effects]


def test_letters_beside_the_names_of_levels_do_not_name_them():
    key = [["Code", "Level", "Meaning"], ["L", "Low", "Few days"], ["M", "Medium", "Weeks"], ["H", "High", "Months"]]
    file_import = imported(sheet(rows("LH", "MH", "HH")), sheet(key, "Key", 2))
    assert scale(file_import) == [["Low", "Medium", "High"]] * 2
    assert [risk.likelihood for risk in file_import.tree.risks] == [1, 2, 3]


def test_levels_below_the_names_of_both_sides_are_those_of_both():
    names = [["1", "Low"], ["2", "Medium"], ["3", "High"]]
    file_import = imported(sheet(rows("12", "23", "31")), sheet(names, "Probability and impact", 2))
    assert scale(file_import) == [["Low", "Medium", "High"]] * 2


def test_numbers_with_words_are_levels_of_these_words():
    """Four levels are not read as the middle of five, and both sides have the same ones."""
    file_import = imported(
        sheet(rows(("3 (High)", "4 (Very high)"), ("2 (Medium)", "3 (High)"), ("1 (Low)", "4 (Very high)")))
    )
    assert scale(file_import) == [["Low", "Medium", "High", "Very high"]] * 2
    assert [pair[:2] for pair in levels(file_import)] == [(3, 4), (2, 3), (1, 4)]
    assert [risk.reason for risk in file_import.tree.risks] == ["", "", ""]


def test_words_beside_numbers_name_the_levels_that_the_text_only_counts():
    note = TextLine("Levels are assessed on a scale from 1 to 4.", 1)
    marks = rows(("3 (High)", "4 (Very high)"), ("2 (Medium)", "3 (High)"), ("1 (Low)", "2 (Medium)"))
    assert scale(imported(note, table(marks))) == [["Low", "Medium", "High", "Very high"]] * 2


def test_words_that_differ_on_both_sides_name_their_own_side_only():
    note = TextLine("Levels are assessed on a scale from 1 to 3.", 1)
    marks = rows(("1 (Seldom)", "3 (Deadly)"), ("2 (Often)", "2 (Painful)"), ("3 (Daily)", "1 (Itching)"))
    assert scale(imported(note, table(marks))) == [["Seldom", "Often", "Daily"], ["Itching", "Painful", "Deadly"]]


def test_brackets_are_no_part_of_the_name_of_a_level():
    marks = rows(("3 (Deadly)", "Low"), ("2 (Painful)", "High"), ("1 [Itching]", "Medium"))
    assert scale(imported(sheet(marks)))[0] == ["Itching", "Painful", "Deadly"]


def test_words_between_levels_leave_the_usual_levels_as_they_are():
    french = [
        ["Risque", "Probabilité", "Impact"],
        ["Le site de l’organisation est en panne", "faible", "élevé"],
        ["Des données des bénéficiaires sont divulguées", "très faible", "très élevé"],
        ["La campagne a une faible audience", "moyenne à élevée", "moyen"],
    ]
    file_import = imported(sheet(french))
    assert scale(file_import) == [["Très faible", "Faible", "Moyen", "Élevé", "Très élevé"]] * 2
    assert [message.excerpt for message in file_import.messages] == ["moyenne à élevée"]


def test_levels_in_capitals_stay_in_capitals():
    marks = rows(("FORT", "MOYEN"), ("MOYEN", "FORT"), ("FAIBLE", "FORT"))
    assert scale(imported(sheet(marks))) == [["FAIBLE", "MOYEN", "FORT"]] * 2
    assert scale(imported(sheet(rows(("H", "M"), ("M", "H"), ("L", "H"))))) == [["Low", "Medium", "High"]] * 2


@pytest.mark.parametrize(
    ("heads", "language"),
    [
        (("Risque", "Probabilité", "Gravité", "Responsable"), "fr"),
        (("RISQUES IDENTIFIES", "PROBABILITE", "GRAVITE", "RESPONSABLE"), "fr"),
        (("Risk", "Likelihood", "Impact", "Owner"), "en"),
        (("Risk / Risque", "Likelihood", "Gravité", "Owner / Responsable"), "en"),
    ],
)
def test_heads_tell_the_language_of_a_register_of_few_words(heads, language):
    values = [("INONDATION", 2, 3, "SG"), ("PANNE", 1, 2, "DRH")]
    assert imported(sheet([heads, *values])).tree.register.language == language


def test_german_words_are_levels():
    file_import = imported(sheet(rows(("hoch", "mittel"), ("niedrig", "hoch"), ("mittel", "niedrig"))))
    assert [pair[:2] for pair in levels(file_import)] == [(3, 2), (1, 3), (2, 1)]
    assert scale(file_import)[0] == ["Niedrig", "Mittel", "Hoch"]


def test_substantial_is_below_high_where_moderate_is_below_it():
    file_import = imported(sheet(rows(("Substantial", "High"), ("Low", "Moderate"), ("Moderate", "Substantial"))))
    assert [pair[:2] for pair in levels(file_import)] == [(3, 4), (1, 2), (2, 3)]
