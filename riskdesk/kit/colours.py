"""The colours of the window: one set for light, one for dark, and the palettes made of them."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup
# These are the same in light and dark windows: behind the hits of a search and behind the current one, letters and
# lines on coloured backgrounds, and one layer of the shadow of what is shown over the window.
HIT, CURRENT_HIT = "#fff2a8", "#ffc93c"
DARK_INK, LIGHT_INK = "#111111", "#ffffff"
SHADOW = QColor(0, 0, 0, 10)


class Colours(NamedTuple):
    """A set of colours: of backgrounds, lines and text, and accents.

    `desk` is behind paper, `base` behind fields and lists, `window` behind everything else. `rule` separates
    neighbours, `edge` outlines fields and buttons; `quiet` is for less important text, `off` for disabled text.
    `accent` fills the primary button and the chosen one in a row of levels, `focus` outlines what has the focus. In a
    list, `chosen` is behind the selection while the list has the focus, `rest` while it has not; `hover` is behind the
    item under the mouse. `notice` is behind notices.
    """

    window: str
    desk: str
    base: str
    stripe: str
    button: str
    rule: str
    edge: str
    ink: str
    quiet: str
    off: str
    accent: str
    on_accent: str
    focus: str
    hover: str
    chosen: str
    rest: str
    link: str
    danger: str
    notice: str

    def palette(self) -> QPalette:
        """The palette in these colours, alike in an active and an inactive window."""
        palette = QPalette(QColor(self.button), QColor(self.window))
        for role, colour in self._roles().items():
            palette.setColor(role, QColor(colour))
        for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText):
            palette.setColor(_Group.Disabled, role, QColor(self.off))
        palette.setColor(_Group.Disabled, _Role.Base, QColor(self.window))
        palette.setColor(_Group.Disabled, _Role.Highlight, QColor(self.rule))
        palette.setColor(_Group.Disabled, _Role.HighlightedText, QColor(self.ink))
        return palette

    def menu_palette(self) -> QPalette:
        """The palette of menus, whose current line is tinted, so that its icon and text keep their colours."""
        return self._tinted(self.hover)

    def list_palette(self) -> QPalette:
        """The palette of lists, whose selection is tinted for the same reason."""
        return self._tinted(self.chosen)

    def field_palette(self) -> QPalette:
        """The palette of fields, in which selected text stands out."""
        palette = self.palette()
        palette.setColor(_Role.Highlight, QColor(self.focus))
        palette.setColor(_Role.HighlightedText, QColor(self.base))
        return palette

    def _tinted(self, ground: str) -> QPalette:
        palette = self.palette()
        palette.setColor(_Role.Highlight, QColor(ground))
        palette.setColor(_Role.HighlightedText, QColor(self.ink))
        return palette

    def _roles(self) -> dict[QPalette.ColorRole, str]:
        return {
            _Role.Window: self.window,
            _Role.WindowText: self.ink,
            _Role.Base: self.base,
            _Role.AlternateBase: self.stripe,
            _Role.Text: self.ink,
            _Role.PlaceholderText: self.quiet,
            _Role.Button: self.button,
            _Role.ButtonText: self.ink,
            _Role.BrightText: self.danger,
            _Role.Mid: self.desk,
            _Role.Highlight: self.accent,
            _Role.HighlightedText: self.on_accent,
            _Role.Accent: self.focus,
            _Role.Link: self.link,
            _Role.LinkVisited: self.link,
            _Role.ToolTipBase: self.base,
            _Role.ToolTipText: self.ink,
        }


LIGHT = Colours(
    window="#f6f7f9",
    desk="#eceef2",
    base="#ffffff",
    stripe="#f9fafb",
    button="#ffffff",
    rule="#dfe3e8",
    edge="#808893",
    ink="#1a1f26",
    quiet="#5b6470",
    off="#78818c",
    accent="#1f5ca8",
    on_accent="#ffffff",
    focus="#1f5ca8",
    hover="#e9edf2",
    chosen="#dbe7f6",
    rest="#e8ebef",
    link="#1f5ca8",
    danger="#b3261e",
    notice="#fdf1cf",
)

DARK = Colours(
    window="#1e2227",
    desk="#16191e",
    base="#16191e",
    stripe="#1b1f24",
    button="#2a2f36",
    rule="#353b44",
    edge="#7b8695",
    ink="#e6e9ed",
    quiet="#a3acb8",
    off="#7f8995",
    accent="#3a76c4",
    on_accent="#ffffff",
    focus="#8ab8f0",
    hover="#2b3139",
    chosen="#253f5e",
    rest="#2d333b",
    link="#8ab8f0",
    danger="#ff8f85",
    notice="#463a16",
)


def colours_of(palette: QPalette) -> Colours:
    """The set of colours from which a palette was made."""
    return DARK if palette.color(_Role.Base).lightness() < 128 else LIGHT


def inverse(palette: QPalette) -> Colours:
    """The set of colours from which a palette was not made, dark for light, for what is shown over the window."""
    return LIGHT if colours_of(palette) is DARK else DARK
