"""What screen readers are told."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from riskdesk.kit.announce import say
from tests.hearing import hearing

Politeness = QAccessible.AnnouncementPoliteness


@pytest.fixture
def heard() -> Iterator[list[QAccessibleAnnouncementEvent]]:
    with hearing() as announced:
        yield announced


@pytest.mark.parametrize(("assertive", "politeness"), [(False, Politeness.Polite), (True, Politeness.Assertive)])
def test_a_text_is_told_of_its_widget(
    qtbot: QtBot, heard: list[QAccessibleAnnouncementEvent], *, assertive: bool, politeness: Politeness
) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    say(label, "Saved at <noon>", assertive=assertive)
    (event,) = heard
    assert (event.message(), event.politeness(), event.object()) == ("Saved at <noon>", politeness, label)


def test_nothing_is_no_news(qtbot: QtBot, heard: list[QAccessibleAnnouncementEvent]) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    say(label, "")
    assert heard == []
