from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

import riskdesk
from riskdesk.kit.colours import DARK, LIGHT
from riskdesk.kit.icons import icon
from riskdesk.resource import resource

FILES = sorted(resource("icons").glob("*.svg"))


@pytest.fixture
def dress(qapp: QApplication):
    before = qapp.palette()
    yield lambda colours: qapp.setPalette(colours.palette())
    qapp.setPalette(before)


def picture(of: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, scale: float = 1.0) -> QImage:
    return of.pixmap(QSize(16, 16), scale, mode).toImage()


def inks(image: QImage) -> set[str]:
    """The colours that cover a pixel whole."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in points)
    return {QColor(colour).name() for colour in colours if colour.alpha() == 255}


def test_every_icon_that_is_shipped_is_shown():
    sources = "".join(source.read_text("utf-8") for source in Path(riskdesk.__file__).parent.rglob("*.py"))
    assert FILES
    assert [file.stem for file in FILES if f'"{file.stem}"' not in sources] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_icon_draws_something_at_each_size(qapp, file):
    for scale in (1.0, 1.25, 2.0):
        image = picture(icon(file.stem), scale=scale)

        assert image.width() == round(16 * scale)
        assert any(image.pixelColor(x, y).alpha() > 128 for x in range(16) for y in range(16))


def test_a_sharper_screen_gets_more_dots_of_the_same_size(qapp):
    pixmap = icon("undo-2").pixmap(QSize(16, 16), 2.0)

    assert pixmap.size() == QSize(32, 32)
    assert pixmap.devicePixelRatio() == 2.0


def test_an_icon_follows_the_palette_of_the_moment(dress):
    made_before = icon("heading")
    for colours in (LIGHT, DARK):
        dress(colours)

        assert inks(picture(made_before, scale=4.0)) == {colours.ink}


def test_modes_have_their_colours(dress):
    dress(DARK)
    drawn = icon("heading")

    assert inks(picture(drawn, QIcon.Mode.Disabled, 4.0)) == {DARK.off}
    assert inks(picture(drawn, QIcon.Mode.Selected, 4.0)) == {DARK.on_accent}
    assert inks(picture(drawn, QIcon.Mode.Active, 4.0)) == {DARK.ink}


def test_the_icon_of_the_program_keeps_its_own_colours(dress):
    dress(LIGHT)
    light = picture(icon("riskdesk"))
    dress(DARK)

    assert picture(icon("riskdesk")) == light


def test_a_copy_of_an_icon_outlives_it(qapp):
    original = icon("check")
    copy = QIcon(original)
    del original
    copy.addFile("nothing")  # makes it an icon apart, by its engine's clone()

    assert not picture(copy).isNull()


def test_a_name_without_a_file_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_the_licence_lies_with_the_icons():
    assert "ISC License" in (resource("icons") / "LICENSE").read_text("utf-8")
