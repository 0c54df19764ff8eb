"""What is seen of a widget: its picture, and how much its colours differ."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from tests.contrast import contrast


def picture(widget: QWidget, room: QRect | None = None) -> QImage:
    """What is seen of a widget, or in a room of it."""
    return (widget.grab() if room is None else widget.grab(room)).toImage()


def at(image: QImage, x: float, y: float) -> QColor:
    return image.pixelColor(QPoint(round(x), round(y)))


def colours_in(image: QImage, room: QRect) -> Counter[int]:
    """How often each colour is seen in a room."""
    return Counter(_colours(image.copy(room & image.rect())))


def strongest(image: QImage, room: QRect, ground: QColor) -> float:
    """The contrast of what differs most from a ground."""
    return strongest_of(colours_in(image, room), ground)


def strongest_of(colours: Counter[int], ground: QColor) -> float:
    return max(_contrast(colour, ground.rgba()) for colour in colours)


def commonest(image: QImage, room: QRect) -> QColor:
    """The ground of a room, of which most is seen."""
    return commonest_of(colours_in(image, room))


def commonest_of(colours: Counter[int]) -> QColor:
    return QColor.fromRgba(colours.most_common(1)[0][0])


def across(image: QImage, begin: tuple[int, int], end: tuple[int, int]) -> list[QColor]:
    """The colours from a point straight to another."""
    steps = max(abs(end[0] - begin[0]), abs(end[1] - begin[1]))
    return [
        at(image, begin[0] + (end[0] - begin[0]) * step / steps, begin[1] + (end[1] - begin[1]) * step / steps)
        for step in range(steps + 1)
    ]


def edge(colours: Iterable[QColor]) -> float:
    """How much an edge stands out from what lies before and behind it, whichever is nearer to it."""
    line = list(colours)
    return max(min(contrast(colour, line[0]), contrast(colour, line[-1])) for colour in line)


def change(before: QImage, after: QImage) -> float:
    """The greatest contrast between what was at a place and what is there now."""
    places = set[tuple[int, int]]()
    for old, new in zip(_pieces(before), _pieces(after.copy(before.rect())), strict=True):
        if old != new:
            places.update(zip(memoryview(old).cast("I"), memoryview(new).cast("I"), strict=True))
    return max((_contrast(old, new) for old, new in places if old != new), default=1)


@cache
def _contrast(first: int, second: int) -> float:
    """That of two colours, which are seen again and again."""
    return contrast(QColor.fromRgba(first), QColor.fromRgba(second))


def _colours(image: QImage) -> list[int]:
    """The colour at each place, row by row, all read at once."""
    return memoryview(_bits(image)).cast("I").tolist()


def _pieces(image: QImage) -> list[bytes]:
    """The same, sixteen colours at a time: most of what is seen stays as it was."""
    bits = _bits(image)
    return [bits[start : start + 64] for start in range(0, len(bits), 64)]


def _bits(image: QImage) -> bytes:
    # They last no longer than the image.
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    return bytes(plain.constBits())
