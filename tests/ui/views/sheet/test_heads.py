"""The heads of both columns are read whole, however narrow the sheet is."""

from itertools import product

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QImage

from riskdesk.desk import registers, risks
from riskdesk.desk.templates import template
from riskdesk.domain.values import Language
from tests.ui.views.sheet.conftest import User


@pytest.mark.parametrize("language", Language)
def test_no_word_of_a_head_is_cut_or_parted(user: User, language: Language) -> None:
    user.workbench.run(registers.add(template("coe", language)))
    sheet = user.sheet
    for at in product((360, 384, 480, 704, 1300), (0.5, 1, 1.5, 3)):
        width, zoom = at
        sheet.resize(width, 600)
        sheet.zoom = zoom
        geometry = sheet.layout_of_lines
        for layout, left, right in zip(
            geometry.heads.layouts,
            (geometry.left, geometry.middle),
            (geometry.middle, geometry.left + geometry.table_width),
            strict=True,
        ):
            lines = [layout.lineAt(number) for number in range(layout.lineCount())]
            assert max(line.naturalTextWidth() for line in lines) <= right - left - 2 * geometry.style.padding, at
            texts = [layout.text()[line.textStart() : line.textStart() + line.textLength()].strip() for line in lines]
            assert " ".join(texts) == layout.text(), f"lines end between words, {at}"
            assert layout.boundingRect().height() <= geometry.columns_height() - 2 * geometry.style.padding, at
            assert QFontMetricsF(layout.font()).height() > 4, at


def test_the_first_line_below_the_heads_moves_down_with_them(user: User) -> None:
    tree, sheet = user.tree, user.sheet
    sheet.zoom = 1.5
    row = sheet.lines.content.rows[tree.categories[0].category.id]
    for width in (1300, 400):
        sheet.resize(width, 600)
        geometry = sheet.layout_of_lines
        heads = geometry.rect(row - 1)
        assert heads.height() == geometry.columns_height()
        assert geometry.rect(row).top() >= heads.bottom()
    assert geometry.columns_height() > 2 * geometry.bold.line_height


@pytest.mark.parametrize("part", ["some", "all"])
def test_what_is_written_below_the_heads_does_not_cover_them(user: User, part: str) -> None:
    """The line is scrolled below the heads, a part of it or all."""
    sheet, risk = user.sheet, list(user.tree.risks)[4]
    user.workbench.run(risks.edit(risk.id, description="A long risk. " * 40))
    height = sheet.layout_of_lines.columns_height()

    def heads() -> QImage:
        return sheet.viewport().grab(QRect(0, 0, sheet.viewport().width(), height)).toImage()

    user.edit(risk.id)
    editor = sheet.writing.editor
    sheet.verticalScrollBar().setValue(sheet.layout_of_lines.text_rect(user.row(risk.id)).top())
    assert editor.geometry().top() == 0
    if part == "all":
        sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().value() + editor.height() - height // 2)
        assert editor.geometry().bottom() < height
    written = heads()
    place = sheet.verticalScrollBar().value()
    user.press(Qt.Key.Key_Escape)
    sheet.verticalScrollBar().setValue(place)
    assert written == heads()
