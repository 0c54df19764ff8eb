from itertools import product

import pytest
from PySide6.QtGui import QPalette

from riskdesk.kit.colours import DARK, LIGHT, Colours, colours_of
from tests.contrast import contrast

SETS = pytest.mark.parametrize("of", [LIGHT, DARK], ids=["light", "dark"])
Role, Group = QPalette.ColorRole, QPalette.ColorGroup


@SETS
def test_text_reads_on_each_ground(of: Colours):
    grounds = (of.window, of.base, of.stripe, of.button)
    for ink, ground in product((of.ink, of.quiet, of.link, of.danger), grounds):
        assert contrast(ink, ground) >= 4.5, (ink, ground)


@SETS
@pytest.mark.parametrize("kind", ["palette", "menu_palette", "list_palette", "field_palette"])
def test_each_palette_has_readable_pairs(of: Colours, kind: str):
    palette = getattr(of, kind)()
    for ink, ground in (
        (Role.Text, Role.Base),
        (Role.PlaceholderText, Role.Base),
        (Role.ButtonText, Role.Button),
        (Role.HighlightedText, Role.Highlight),
        (Role.ToolTipText, Role.ToolTipBase),
    ):
        for group in (Group.Active, Group.Inactive):
            assert contrast(palette.color(group, ink), palette.color(group, ground)) >= 4.5, (ink, ground)


@SETS
def test_disabled_text_is_still_seen(of: Colours):
    palette = of.palette()
    assert contrast(palette.color(Group.Disabled, Role.Text), palette.color(Group.Disabled, Role.Base)) >= 3
    assert contrast(palette.color(Group.Disabled, Role.ButtonText), of.window) >= 3


@SETS
def test_edges_and_focus_are_seen(of: Colours):
    for line, ground in product((of.edge, of.focus), (of.window, of.base, of.button, of.hover, of.notice)):
        assert contrast(line, ground) >= 3, (line, ground)


@SETS
@pytest.mark.parametrize("kind", ["palette", "menu_palette", "list_palette", "field_palette"])
def test_the_set_is_known_by_its_palette(of: Colours, kind: str):
    assert colours_of(getattr(of, kind)()) is of
