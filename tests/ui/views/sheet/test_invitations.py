"""The invitations in empty lines."""

from itertools import product

from riskdesk.desk import categories, items, mitigations, registers, risks
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from riskdesk.ui.views.sheet.layout.lines import INVITATIONS, LineKind
from riskdesk.ui.views.sheet.layout.typeset import set_text
from tests.finding import hits
from tests.ui.views.sheet.conftest import User


def test_empty_places_invite(user: User) -> None:
    user.workbench.run(registers.add(template("blank", Language.ENGLISH)))
    kinds = [line.kind for line in user.sheet.lines.lines]
    assert INVITATIONS & set(kinds)
    row = next(row for row, kind in enumerate(kinds) if kind in INVITATIONS)
    user.sheet.writing.activate(row)
    user.type("Said")
    assert user.sheet.writing.commit()
    assert hits(user.tree, "Said")


def test_each_has_the_room_that_it_takes(user: User) -> None:
    """Where it takes two lines, it would be written over the line below."""
    category, other = user.tree.categories[:2]
    user.workbench.run(categories.edit(category.category.id, title=""))
    user.workbench.run(risks.edit(user.entry(0).risks[0].id, description=""))
    user.workbench.run(mitigations.edit(user.entry(0).mitigations[0].id, description=""))
    user.workbench.run(items.delete([risk.id for risk in other.risks]))
    sheet = user.sheet
    for width, zoom in product((360, 500, 1200), (1, 2, 3)):
        sheet.resize(width, 600)
        sheet.zoom = zoom
        geometry = sheet.layout_of_lines
        empty = [row for row, line in enumerate(sheet.lines.lines) if not line.text and line.kind is not LineKind.ENTRY]
        for row in empty:
            invitation, room = sheet.lines.shown(row), geometry.text_rect(row)
            height = set_text(invitation, geometry.style.invitation, room.width())[1]
            assert height <= room.height(), (invitation, width, zoom)
