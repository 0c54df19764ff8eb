"""Closed and rejected risks on the sheet: grey, with the word of their status, which is spoken as well."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from riskdesk.desk import registers, risks
from riskdesk.domain.values import Language, RiskStatus
from riskdesk.kit.colours import DARK, LIGHT, Colours
from riskdesk.ui.scale.bands import contrast
from riskdesk.ui.views.sheet.layout.mark import mark
from riskdesk.ui.views.sheet.layout.style import style
from tests.ui.views.sheet.conftest import User


def darkest(user: User, identity: str) -> QColor:
    """The darkest colour of the text of a line."""
    user.sheet.reveal_item(identity)
    image = user.sheet.viewport().grab(user.sheet._parts.scrolling.rect_of(user.row(identity))).toImage()
    first = image.width() // 6
    colours = (
        image.pixelColor(x, y) for x in range(first, image.width() - first) for y in range(4, image.height() // 2)
    )
    return min(colours, key=QColor.lightness)


@pytest.mark.parametrize("status", [RiskStatus.CLOSED, RiskStatus.REJECTED])
def test_an_ended_risk_is_grey_and_says_its_status(user: User, status: RiskStatus) -> None:
    risk, other = list(user.tree.risks)[:2]
    user.choose(other.id)
    before = darkest(user, risk.id)
    assert ", not assessed, " in user.sheet.lines.described(user.row(risk.id))
    user.workbench.run(risks.edit(risk.id, status=status))
    after = darkest(user, risk.id)
    assert before.lightness() < 40 < 70 < after.lightness()
    described = user.sheet.lines.described(user.row(risk.id))
    assert described.startswith(f"{risk.description}, {status.value.capitalize()}, risk 1 of ")
    assert not user.sheet.layout_of_lines.mark_rect(user.row(risk.id)).isEmpty()


@pytest.mark.parametrize(("language", "word"), [(Language.ENGLISH, "Closed"), (Language.FRENCH, "Clos")])
def test_the_mark_says_it_in_the_language_of_the_register_in_place_of_the_score(
    user: User, language: Language, word: str
) -> None:
    register = registers.in_language(user.tree.register, language)
    risk = replace(next(user.tree.risks), likelihood=5, impact=5, status=RiskStatus.CLOSED)
    risk_mark = mark(risk, register)
    assert risk_mark is not None
    assert (risk_mark.text, risk_mark.shade) == (word, None)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_grey_is_read_on_its_paper(colours: Colours) -> None:
    used = style(colours.palette(), 1, 96).colours
    assert contrast(used.quiet, used.paper) >= 4.5
    assert contrast(used.ink, used.chosen) >= 4.5
