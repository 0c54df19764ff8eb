"""What somebody wrote stands in tooltips to the letter, and is never followed as markup."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

from riskdesk.desk import risks, scales
from riskdesk.desk.rescaling import rescale
from riskdesk.domain.label import Label
from riskdesk.domain.remap import proposed
from riskdesk.domain.scale import Level, Scale
from riskdesk.kit.settings import Settings
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.scale.editor import ScaleDialog
from riskdesk.ui.scale.remapping import RemapDialog
from riskdesk.ui.together.dialog import TogetherDialog
from tests.ui.conftest import Desk, Opened, action, sheet

MARKUP = "<b>R&D</b>"
FIVE = scales.profile("5x5")


def marked(scale: Scale) -> Scale:
    """A scale whose every word looks like markup."""

    def label(old: Label) -> Label:
        return Label.same(f"{MARKUP} {old.en}")

    def level(old: Level) -> Level:
        return Level(label(old.name), label(old.definition))

    bands = tuple(replace(band, name=label(band.name)) for band in scale.bands)
    halves = {name: tuple(map(level, getattr(scale, name))) for name in ("likelihood", "impact")}
    return replace(scale, profile="", bands=bands, **halves)


@pytest.fixture
def desk(open_window: Opened, workbench: Workbench) -> Desk:
    desk = Desk(open_window(), workbench)
    scale = marked(FIVE)
    first, *_ = desk.tree.risks
    workbench.run(rescale(desk.tree.register.id, FIVE, scale, proposed(FIVE, scale)))
    workbench.run(risks.edit(first.id, description=MARKUP, owner=MARKUP, likelihood=5, impact=5))
    workbench.select([first.id])
    sheet(desk.window).setFocus()
    return desk


def tips(*tops: QWidget) -> Iterator[str]:
    """Every tooltip there is."""
    for top in tops:
        for widget in [top, *top.findChildren(QWidget)]:
            yield widget.toolTip()
            if isinstance(widget, QAbstractItemView) and widget.model() is not None:
                yield from model_tips(widget.model())


def model_tips(model: QAbstractItemModel) -> Iterator[str]:
    tip, columns = Qt.ItemDataRole.ToolTipRole, 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        yield from (str(model.index(row, column).data(tip) or "") for column in range(columns))
    for way, count in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, model.rowCount())):
        yield from (str(model.headerData(place, way, tip) or "") for place in range(count))


def wrong(texts: Iterator[str]) -> list[str]:
    return [tip for tip in texts if "<b>" in tip]


def test_tooltips_of_the_window_hold_no_markup(desk: Desk) -> None:
    for name in ("view_list", "view_matrix", "view_sheet", "assess", "assessing"):
        action(desk.window, name).trigger()
        QApplication.processEvents()
        shown_tips = list(tips(*QApplication.topLevelWidgets()))
        assert any("R&amp;D" in tip for tip in shown_tips), name
        assert wrong(iter(shown_tips)) == [], name


def test_tooltips_of_dialogs_hold_no_markup(desk: Desk, settings: Settings) -> None:
    editor = ScaleDialog(desk.workbench, desk.tree, settings, desk.window)
    remap = RemapDialog([*desk.tree.risks], desk.tree.register.scale, FIVE, desk.window)
    together = TogetherDialog(desk.workbench, [*desk.tree.risks][:3], desk.window)
    for dialog in (editor, remap, together):
        shown_tips = list(tips(dialog))
        assert wrong(iter(shown_tips)) == []
    labels = [label.text() for label in remap.findChildren(QLabel) if label.buddy() is not None]
    assert labels[0] == "1 <b>R&&D</b> Very low"
