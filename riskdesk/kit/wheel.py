"""The wheel that zooms a view, a step for each notch."""

from PySide6.QtGui import QWheelEvent

# The angle of a notch, in eighths of a degree.
_NOTCH = 120
# How much larger a step of the zoom makes a view.
ZOOM_STEP = 1.1


class ZoomWheel:
    """A wheel that zooms by notches; a touchpad, which reports small parts of one, zooms once they make a whole."""

    def __init__(self) -> None:
        self._turned = 0

    def notches(self, event: QWheelEvent) -> int:
        """The notches that an event completes, negative to zoom out; 0 if it is sideways, or too little yet."""
        turn = event.angleDelta().y()
        if turn * self._turned < 0:
            self._turned = 0
        self._turned += turn
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        return notches
