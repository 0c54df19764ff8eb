"""Rows of levels: in the colours of their bands and the words of the window, whole at every width."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from riskdesk.desk import registers, risks, scales
from riskdesk.desk.rescaling import rescale
from riskdesk.domain.label import Label
from riskdesk.domain.remap import proposed
from riskdesk.domain.scale import Band, Level, Rule, Scale
from riskdesk.domain.values import Language
from riskdesk.kit import translations
from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.inspector import Inspector
from riskdesk.ui.pages.arranging import INSET, arrangement
from riskdesk.ui.pages.badge import Badge
from riskdesk.ui.pages.head import Head
from riskdesk.ui.pages.level import _HOVERED, LevelButton
from riskdesk.ui.pages.levels import LevelsField
from riskdesk.ui.scale.bands import band_colour, contrast, mix, tint
from tests.ui.conftest import tree_of
from tests.ui.inspector.conftest import field, first_risk, level, page
from tests.ui.keys import press_place

HALVES = ("likelihood", "impact", "residual_likelihood", "residual_impact")
NAMES = {
    "en": [scale_level.name.en for scale_level in scales.profile("5x5").likelihood],
    "fr": [scale_level.name.fr for scale_level in scales.profile("5x5").likelihood],
    "ten": [
        *("Négligeable", "Improbable", "Plutôt improbable", "Concevable", "Possible", "Assez possible", "Probable"),
        *("Très probable", "Presque certain", "Inévitable"),
    ],
    "long": ["Extraordinairement", "Catastrophique"],
    "one": ["Tout"],
    "sentences": ["It has happened in this programme before", "It has not", "Nobody knows at all"],
}


@pytest.fixture
def scheme(qapp: QApplication, undressed: None, request: pytest.FixtureRequest) -> Scheme:
    """A scheme of colours, in which the application is dressed."""
    chosen_scheme: Scheme = request.param
    Theme(qapp, chosen_scheme)
    return chosen_scheme


def buttons(inspector: Inspector, name: str) -> list[LevelButton]:
    return field(inspector, name).findChildren(LevelButton)


def picture(inspector: Inspector, ratio: float) -> QImage:
    """What is seen of the inspector, with so many pixels of the screen to each of the window's."""
    QApplication.processEvents()
    image = QImage(inspector.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    inspector.render(painter, QPoint(), QRegion())
    painter.end()
    return image


def ten(names: list[str]) -> Scale:
    levels = tuple(Level(Label.same(name)) for name in names)
    return Scale(
        Label.same("Own"),
        levels,
        levels[::-1],
        Rule.PRODUCT,
        (Band(Label.same("Low"), 30), Band(Label.same("High"), 100)),
    )


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_no_word_is_broken_and_nothing_left_out(inspector: Inspector, names: list[str]) -> None:
    font = inspector.font()
    for width in (*range(150, 420, 15), 700):
        layout = arrangement(len(names), names, width, font)
        assert layout.height >= 24, width
        metrics = QFontMetrics(scaled_font(font, layout.size))
        room = width // layout.columns - 2 * INSET
        for name in names if layout.columns > 1 else ():
            assert all(metrics.horizontalAdvance(word) <= room for word in name.split()), width
            below = metrics.boundingRect(0, 0, room, 0, Qt.TextFlag.TextWordWrap, name)
            assert below.width() <= room, width
            assert below.height() + QFontMetrics(font).height() + 2 * INSET <= layout.height, width


def test_levels_stand_in_one_row_where_there_is_room_and_else_in_even_rows(inspector: Inspector) -> None:
    font, names = inspector.font(), NAMES["fr"]
    columns = [arrangement(5, names, width, font).columns for width in (600, 290, 200, 60)]
    assert columns[0] == columns[1] == 5
    assert columns[2:] == [3, 1]


@pytest.mark.parametrize("half", ["likelihood", "impact"])
def test_both_halves_stand_alike(inspector: Inspector, workbench: Workbench, qtbot: QtBot, half: str) -> None:
    scale = ten(NAMES["ten"])
    other = tuple(Level(Label.same(str(number))) for number in range(10))
    workbench.run(registers.edit(tree_of(workbench).register.id, scale=replace(scale, **{half: other})))
    workbench.select([first_risk(workbench).id])

    def rows() -> list[list[QPoint]]:
        return [[button.pos() for button in buttons(inspector, name)] for name in HALVES]

    # Layouts settle one after the other.
    qtbot.waitUntil(lambda: all(row == rows()[0] for row in rows()))
    assert len({point.y() for point in rows()[0]}) > 1


def test_keys_go_through_rows_as_they_are_read(inspector: Inspector, workbench: Workbench, qtbot: QtBot) -> None:
    workbench.run(registers.edit(tree_of(workbench).register.id, scale=ten(NAMES["ten"])))
    workbench.select([first_risk(workbench).id])
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    field(inspector, "likelihood").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_6)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert first_risk(workbench).likelihood == 7
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert first_risk(workbench).likelihood == 10


def test_space_that_is_held_sets_a_level_once(inspector: Inspector, workbench: Workbench) -> None:
    workbench.select([first_risk(workbench).id])
    level(inspector, "likelihood", 3).setFocus()
    for repeated in (False, True, True, True):
        press_place(0, " ", repeated=repeated)
    assert first_risk(workbench).likelihood == 3


def test_each_level_has_the_colour_of_the_band_that_it_would_give(inspector: Inspector, workbench: Workbench) -> None:
    risk, scale = first_risk(workbench), tree_of(workbench).register.scale
    workbench.select([risk.id])

    def grounds(name: str) -> list[str]:
        image = picture(inspector, 1)
        points = (button.mapTo(inspector, QPoint(7, 7)) for button in buttons(inspector, name))
        return [image.pixelColor(point).name() for point in points]

    assert len(set(grounds("likelihood") + grounds("impact"))) == 1
    workbench.run(risks.edit(risk.id, impact=5))
    bands = [next(place for place, band in enumerate(scale.bands) if 5 * n <= band.upto) for n in range(1, 6)]
    white = QColor("#ffffff")
    assert grounds("likelihood") == [tint(scale.shade(band), white).name() for band in bands]
    assert len(set(grounds("likelihood"))) == 3
    assert len(set(grounds("impact"))) == 2
    workbench.run(risks.edit(risk.id, likelihood=4))
    assert grounds("likelihood")[3] == band_colour(1).name()
    assert grounds("likelihood")[4] == tint(1, white).name()
    assert len(set(grounds("residual_impact"))) == 1


@pytest.mark.parametrize("cell", [(None, None), (4, None), (4, 5), (1, 1), (5, 1)])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK], indirect=True)
def test_edges_of_levels_are_seen(
    scheme: Scheme, inspector: Inspector, workbench: Workbench, cell: tuple[int | None, int | None]
) -> None:
    assert scheme
    workbench.run(risks.edit(first_risk(workbench).id, likelihood=cell[0], impact=cell[1]))
    workbench.select([first_risk(workbench).id])
    for ratio in (1, 1.25, 1.5, 2):
        image = picture(inspector, ratio)
        ground = inspector.palette().window().color()
        for button in buttons(inspector, "likelihood") + buttons(inspector, "impact"):
            middle = button.mapTo(inspector, QPoint(0, button.height() // 2)) * ratio
            upright = button.mapTo(inspector, QPoint(button.width() // 2, 0)) * ratio
            across = [image.pixelColor(middle.x() + x, middle.y()) for x in range(round(5 * ratio))]
            down = [image.pixelColor(upright.x(), upright.y() + y) for y in range(round(5 * ratio))]
            for colours in (across, down):
                assert max(contrast(colour, ground) for colour in colours) >= 3, (ratio, button.accessibleName())


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK], indirect=True)
def test_the_level_that_holds_is_known_without_colour(
    scheme: Scheme, inspector: Inspector, workbench: Workbench
) -> None:
    assert scheme
    workbench.run(risks.edit(first_risk(workbench).id, likelihood=4, impact=4))
    workbench.select([first_risk(workbench).id])
    image = picture(inspector, 1)

    def inked(button: LevelButton) -> int:
        """How many pixels of ink there are beside the number."""
        corner, across = button.mapTo(inspector, QPoint(4, 4)), button.width() // 2 - 8
        ground = image.pixelColor(corner + QPoint(2, button.height() - 10))
        places = (corner + QPoint(x, y) for x in range(across) for y in range(button.fontMetrics().height()))
        return sum(contrast(image.pixelColor(place), ground) > 4.5 for place in places)

    ink_counts = [inked(button) for button in buttons(inspector, "likelihood")]
    assert ink_counts[3] > 8
    assert ink_counts[:3] + ink_counts[4:] == [0, 0, 0, 0]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK], indirect=True)
def test_the_words_of_levels_read_on_every_tint(scheme: Scheme, inspector: Inspector) -> None:
    assert scheme
    palette = inspector.palette()
    for step in range(11):
        ground, ink = tint(step / 10, palette.base().color()), palette.windowText().color()
        for under_mouse in (0, _HOVERED):
            assert contrast(ink, mix(ink, ground, under_mouse)) >= 4.5


def test_levels_and_bands_are_named_in_the_language_of_the_window(
    inspector: Inspector, workbench: Workbench, qtbot: QtBot, qapp: QApplication
) -> None:
    risk = first_risk(workbench)
    workbench.run(risks.edit(risk.id, likelihood=5, impact=5))
    assert tree_of(workbench).register.language is Language.ENGLISH
    translations.install(qapp, "fr")
    QLocale.setDefault(QLocale("fr_FR"))
    other = Inspector(workbench, inspector._settings)
    qtbot.addWidget(other)
    other.show()
    workbench.select([risk.id])
    assert [button.accessibleName() for button in buttons(other, "likelihood")][-1] == "5 Très élevée"
    assert "presque certain" in level(other, "likelihood", 5).accessibleDescription()
    assert page(other).findChildren(Badge)[0].text() == "25  Très élevé"
    head = other.findChild(Head)
    assert isinstance(head, Head)
    assert head.chip.text() == "25 Très élevé"
    assert tree_of(workbench).register.scale.likelihood[4].name.en == "Very high"


def test_names_that_somebody_gave_are_kept_in_every_language(
    inspector: Inspector, workbench: Workbench, qapp: QApplication
) -> None:
    scale = tree_of(workbench).register.scale
    own = replace(scale, likelihood=(*scale.likelihood[:4], Level(Label.same("Sure as rain"))))
    workbench.run(registers.edit(tree_of(workbench).register.id, scale=own))
    QLocale.setDefault(QLocale("fr_FR"))
    workbench.select([first_risk(workbench).id])
    assert level(inspector, "likelihood", 5).accessibleName() == "5 Sure as rain"
    assert qapp


def test_definitions_are_tooltips_without_markup(inspector: Inspector, workbench: Workbench) -> None:
    scale = tree_of(workbench).register.scale
    own = replace(scale, likelihood=(*scale.likelihood[:4], Level(Label.same("Sure"), Label.same("<b>As rain</b>"))))
    workbench.run(registers.edit(tree_of(workbench).register.id, scale=own))
    workbench.select([first_risk(workbench).id])
    assert level(inspector, "likelihood", 5).toolTip() == "<p>&lt;b&gt;As rain&lt;/b&gt;</p>"
    assert level(inspector, "likelihood", 5).accessibleDescription() == "<b>As rain</b>"


def test_fields_and_levels_are_high_enough_to_be_hit(inspector: Inspector, workbench: Workbench) -> None:
    every_item = (first_risk(workbench), next(tree_of(workbench).mitigations), tree_of(workbench).register)
    for item, width in product(every_item, (256, 320, 480)):
        workbench.select([item.id])
        inspector.resize(width, 700)
        QApplication.processEvents()
        for name in page(inspector).fields:
            widget = field(inspector, name)
            hit = buttons(inspector, name) if isinstance(widget, LevelsField) else [widget]
            assert min(min(part.height(), part.width()) for part in hit) >= 24, (name, width)


def test_one_refresh_follows_a_step(
    inspector: Inspector, workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled_fields: list[object] = []
    original = LevelsField.set_value

    def set_value(self: LevelsField, value: int | None) -> None:
        filled_fields.append(self)
        original(self, value)

    monkeypatch.setattr(LevelsField, "set_value", set_value)
    first, second = list(tree_of(workbench).risks)[:2]
    workbench.select([first.id])
    assert len(filled_fields) == len(HALVES)
    # As the sheet does: it selects something else in the course of a step.
    workbench.stepped.connect(lambda _step: workbench.select([second.id]))
    inspector._workbench.run(risks.edit(first.id, likelihood=3))
    assert len(filled_fields) <= 3 * len(HALVES)
    filled_fields.clear()
    workbench.run(risks.edit(second.id, likelihood=3))
    assert len(filled_fields) == len(HALVES)
    filled_fields.clear()
    workbench.selected.emit()
    assert filled_fields == []


def test_the_focus_stays_in_its_field_when_another_risk_comes(
    inspector: Inspector, workbench: Workbench, qtbot: QtBot
) -> None:
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    first, second = list(tree_of(workbench).risks)[:2]
    workbench.run(risks.edit(second.id, residual_likelihood=4))
    workbench.select([first.id])
    for name in ("owner", "note", "status", "next_review"):
        field(inspector, name).setFocus()
        for risk in (second, first):
            workbench.select([risk.id])
            assert QApplication.focusWidget() is field(inspector, name)
    field(inspector, "residual_likelihood").setFocus()
    workbench.select([second.id])
    assert QApplication.focusWidget() in buttons(inspector, "residual_likelihood")


def test_the_focus_is_in_no_other_field_while_the_scale_changes(
    inspector: Inspector, workbench: Workbench, qapp: QApplication, qtbot: QtBot
) -> None:
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    tree = tree_of(workbench)
    workbench.select([next(tree.risks).id])
    field(inspector, "likelihood").setFocus()
    focused: list[object] = []
    qapp.focusChanged.connect(lambda _before, now: focused.append(now))
    old, new = tree.register.scale, scales.profile("eu-action-document-3x3")
    workbench.run(rescale(tree.register.id, old, new, proposed(old, new)))
    assert QApplication.focusWidget() in buttons(inspector, "likelihood")
    assert {widget for widget in focused if widget is not None} <= {*buttons(inspector, "likelihood")}
