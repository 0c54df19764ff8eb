"""The colours of the window: one set for light, one for dark, and the palettes made of them."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


@dataclass(frozen=True)
class Colours:
    """One set: grounds, lines, inks and accents.

    `rule` parts what lies side by side, `edge` bounds what can be filled in or pressed; `quiet` is ink for what matters
    less, `off` for what cannot be done; `accent` lies behind what is selected, `focus` around what has the keyboard,
    `notice` lies behind what the user should know.
    """

    window: str
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
        palette = self.palette()
        palette.setColor(_Role.Highlight, QColor(self.hover))
        palette.setColor(_Role.HighlightedText, QColor(self.ink))
        return palette

    def list_palette(self) -> QPalette:
        """The palette of lists, in which the boxes to tick have an edge that is seen."""
        palette = self.palette()
        # Fusion draws these paler than the edges of fields.
        palette.setColor(_Role.Window, QColor(self.edge).lighter(130))
        return palette

    def field_palette(self) -> QPalette:
        """The palette of what can be filled in or pressed, with an edge and a focus that are seen."""
        palette = self.palette()
        palette.setColor(_Role.Highlight, QColor(self.focus))
        palette.setColor(_Role.HighlightedText, QColor(self.base))
        # Fusion draws edges in the window's colour, darker by this much; it fills none of these with it.
        palette.setColor(_Role.Window, QColor(self.edge).lighter(140))
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
            _Role.Mid: self.rule,
            _Role.Highlight: self.accent,
            _Role.HighlightedText: self.on_accent,
            _Role.Accent: self.focus,
            _Role.Link: self.link,
            _Role.LinkVisited: self.link,
            _Role.ToolTipBase: self.base,
            _Role.ToolTipText: self.ink,
        }


LIGHT = Colours(
    window="#f3f5f8",
    base="#ffffff",
    stripe="#f8f9fb",
    button="#fafbfc",
    rule="#c9cfd8",
    edge="#868e98",
    ink="#1a2027",
    quiet="#5a6470",
    off="#7a838e",
    accent="#0f4375",
    on_accent="#ffffff",
    focus="#0f4375",
    hover="#dce6f1",
    link="#0f4375",
    danger="#b3261e",
    notice="#fff3d1",
)

DARK = Colours(
    window="#22272e",
    base="#1a1e24",
    stripe="#1f242a",
    button="#2e353e",
    rule="#48515d",
    edge="#747f8d",
    ink="#e8ebef",
    quiet="#a3adb9",
    off="#818b97",
    accent="#3d76b3",
    on_accent="#ffffff",
    focus="#8fbdf0",
    hover="#30455c",
    link="#93c0ee",
    danger="#ff8f85",
    notice="#4a3c12",
)


def colours(palette: QPalette) -> Colours:
    """The set that a palette is made of."""
    return DARK if palette.color(_Role.Base).lightness() < 128 else LIGHT


def inverse(palette: QPalette) -> Colours:
    """The other set than the one a palette is made of, for what lies over the window."""
    return LIGHT if colours(palette) is DARK else DARK
