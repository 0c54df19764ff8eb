"""A matrix as a picture: SVG, PNG, or an image for the clipboard; painted as on the screen, on white."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from riskdesk.domain.matrix import Board
from riskdesk.domain.printing import DocumentKind, Sides
from riskdesk.domain.terms import left_out_text, terms
from riskdesk.domain.values import Register
from riskdesk.kit.colours import LIGHT
from riskdesk.ui.views.matrix.appearance import Appearance
from riskdesk.ui.views.matrix.fonts import MatrixFonts
from riskdesk.ui.views.matrix.painting import paint
from riskdesk.ui.views.matrix.picture import Heading, Picture
from riskdesk.ui.views.sheet.layout.style import FACE

# The usual size in pixels of the screen, and the pixels of a PNG to each of them in both directions.
USUAL_SIZE = (1280.0, 800.0)
_SHARPNESS = 2
# The resolution of an SVG, so that a pixel of it is one of the screen.
_DOTS_AN_INCH = 96
# Readers who do not have our font see another one of its kind.
_FACE, _FACES = f'font-family="{FACE}"'.encode(), f'font-family="{FACE}, Segoe UI, Arial, sans-serif"'.encode()


def picture_of(
    board: Board, register: Register, size: tuple[float, float] = USUAL_SIZE, lettering: MatrixFonts | None = None
) -> Picture:
    """Lay out a board as a picture: with the title of its register, the side that is shown, and the handling mark.

    It also has the number of ended risks left out, if there are any.
    """
    names = terms(register.language)
    sides = {
        Sides.INHERENT: names.inherent,
        Sides.RESIDUAL: names.residual,
        Sides.BOTH: names.kinds[DocumentKind.MATRIX],
    }
    note = left_out_text(register.language, board.left_out)
    heading = Heading(register.title, sides[board.sides], register.handling_mark, note)
    return Picture(board, register, size, lettering or MatrixFonts(), heading)


def as_image(picture: Picture) -> QImage:
    """Return a picture as a raster image."""
    width, height = picture.size
    image = QImage(QSize(round(width), round(height)) * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    _paint_on(image, picture)
    return image


def as_png(picture: Picture) -> bytes:
    """Return a picture as the bytes of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    as_image(picture).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def as_svg(picture: Picture) -> bytes:
    """Return a picture as the bytes of an SVG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DOTS_AN_INCH)
    width, height = picture.size
    generator.setSize(QSize(round(width), round(height)))
    generator.setViewBox(QRectF(0, 0, round(width), round(height)))
    generator.setTitle(picture.heading.title if picture.heading else "")
    _paint_on(generator, picture)
    return bytes(data.data()).replace(_FACE, _FACES)


WRITERS = {".svg": as_svg, ".png": as_png}


def _paint_on(device: QPaintDevice, picture: Picture) -> None:
    painter = QPainter(device)
    painter.fillRect(QRectF(0, 0, *picture.size), QColor(LIGHT.base))
    paint(painter, picture, Appearance())
    painter.end()
