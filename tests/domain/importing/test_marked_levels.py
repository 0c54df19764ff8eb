"""Levels that are told by signs, and words that are near one."""

import pytest

from tests.domain.importing.sheets import imported, levels, sheet


def rows(*values):
    return [
        ["Risk", "Likelihood", "Mitigation"],
        *([f"Number {at} leaks", value, "Tape"] for at, value in enumerate(values)),
    ]


@pytest.mark.parametrize(
    ("values", "expected", "highest"),
    [
        (("●○○", "●●●", "●●○"), [1, 3, 2], 3),
        (("★★☆☆☆", "★★★★★", "★☆☆☆☆"), [2, 5, 1], 5),
        (("+", "+++", "++"), [1, 3, 2], 5),
        (("! !", "!", "!!!"), [2, 1, 3], 5),
        (("II", "V", "III"), [2, 5, 3], 5),
        (("☐ Low ☒ Medium ☐ High", "☒ Low ☐ Medium ☐ High", "☐ Low\n☐ Medium\n☑ High"), [2, 1, 3], 3),
    ],
)
def test_signs_tell_levels(values, expected, highest):
    file_import = imported(sheet(rows(*values)))
    assert [pair[0] for pair in levels(file_import)] == expected
    assert len(file_import.tree.register.scale.likelihood) == highest
    assert [(risk.reason, risk.note) for risk in file_import.tree.risks] == [("", "")] * 3


@pytest.mark.parametrize("value", ["☒ Low ☒ Medium ☐ High", "☐ Low ☐ Medium ☐ High"])
def test_boxes_that_leave_it_open_are_kept_as_they_are(value):
    file_import = imported(sheet(rows("☐ Low ☒ Medium ☐ High", value)))
    (_, risk) = file_import.tree.risks
    assert value in risk.note + risk.reason


def test_a_word_between_two_levels_is_told():
    file_import = imported(sheet(rows("Medium-High", "Low", "Low-Medium")))
    assert [pair[0] for pair in levels(file_import)] == [None, 1, None]
    assert [message.kind for message in file_import.messages] == ["unknown_level"] * 2
    assert [risk.note for risk in file_import.tree.risks] == ["Likelihood: Medium-High", "", "Likelihood: Low-Medium"]
