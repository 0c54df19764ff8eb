"""The icon of the Windows programs and the picture of their installer, drawn from the icon of the window."""

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

# In pixels: what Windows shows at 100 to 250 per cent, in lists, on the task bar and on the desktop.
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
SIDE = (164, 314)


def write_icon(drawing: Path, icon: Path) -> None:
    """Draw an SVG in each size, not scaled, and write them into one .ico file."""
    renderer = QSvgRenderer(str(drawing))
    *small, largest = (_picture(_drawn(renderer, size)) for size in SIZES)
    largest.save(icon, sizes=[(size, size) for size in SIZES], append_images=small)


def write_side(drawing: Path, side: Path) -> None:
    """Draw what stands at the left of the installer's last page, as the .bmp that it takes."""
    image = Image.new("RGB", SIDE, "#e8eef5")
    icon = _picture(_drawn(QSvgRenderer(str(drawing)), SIDE[0] // 2))
    image.paste(icon, (SIDE[0] // 4, SIDE[0] // 4), icon)
    image.save(side)


def _drawn(renderer: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _picture(image: QImage) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data())))
