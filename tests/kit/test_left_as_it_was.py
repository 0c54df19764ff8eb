"""What is changed for a while is as it was before, though what was done meanwhile failed."""

import os

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from riskdesk.app import drawing
from riskdesk.kit.fields import ChoiceField
from riskdesk.kit.shapes import smooth
from riskdesk.ui.pages.page import Page


class Failed(Exception):
    """Something went wrong."""


def test_a_painter(qtbot: QtBot) -> None:
    painter = QPainter(image := QImage(1, 1, QImage.Format.Format_RGB32))
    with pytest.raises(Failed), smooth(painter):
        raise Failed
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()
    assert not image.isNull()


@pytest.mark.parametrize("before", [None, "C"])
def test_the_locale(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    if before is not None:
        monkeypatch.setenv("LC_ALL", before)
    with pytest.raises(Failed), drawing._unicode():
        raise Failed
    assert os.environ.get("LC_ALL") == before


def test_the_column_of_a_page_and_the_keys_of_a_choice(qtbot: QtBot) -> None:
    page, choice = Page(), ChoiceField([])
    qtbot.addWidget(page)
    qtbot.addWidget(choice)
    before = page._layout
    with pytest.raises(Failed), page.within(QVBoxLayout()):
        raise Failed
    assert page._layout is before
    with pytest.raises(Failed), choice._keys():
        raise Failed
    assert not choice._by_key
