"""More than the clipboard may hold: nothing is taken, nothing is lost, and the user is told why."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from riskdesk.desk import clip
from riskdesk.domain.problems import Problem
from tests.ui.views.sheet.conftest import User


def put(text: str, html: str = "", clip_text: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    if clip_text:
        data.setData(clip.MIME, clip_text.encode())
    QGuiApplication.clipboard().setMimeData(data)


TOO_MUCH = [
    ("a\n" * 20_000, "", "", "20,001 lines"),
    ("a" * 200_000, "", "", "a line of 200,000 characters"),
    ("text", "<li>" * 70_000, "", "70,000 tags"),
    ("text", "", "[" * 100_000, "cannot be read"),
    ("text", "", '[["risk", "a"], ["risk", 5]]', "cannot be read at /risk"),
]


@pytest.mark.parametrize(("text", "html", "clip_text", "sentence"), TOO_MUCH)
def test_too_much_is_not_pasted(
    user: User, problems: list[Problem], text: str, html: str, clip_text: str, sentence: str
) -> None:
    before = user.tree
    put(text, html, clip_text)
    user.choose(user.entry(0).risks[0].id)
    user.do("paste")
    assert user.tree == before
    assert [sentence in str(problem) for problem in problems] == [True]


@pytest.mark.parametrize(("text", "html", "clip_text", "sentence"), TOO_MUCH)
def test_too_much_that_is_pasted_into_an_open_line_leaves_what_was_written(
    user: User, problems: list[Problem], text: str, html: str, clip_text: str, sentence: str
) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.type(" and more")
    put(text, html, clip_text)
    user.sheet.writing.editor.paste()
    assert user.risks(0)[0] == f"{risk.description} and more"
    assert [sentence in str(problem) for problem in problems] == [True]


def test_too_much_that_is_pasted_into_a_title_leaves_what_was_written(user: User, problems: list[Problem]) -> None:
    category = user.tree.categories[0].category
    user.edit(category.id)
    user.type(" and more")
    put("a\n" * 20_000)
    user.sheet.writing.editor.paste()
    assert user.tree.categories[0].category.title == f"{category.title} and more"
    assert ["20,001 lines" in str(problem) for problem in problems] == [True]


@pytest.mark.parametrize("command", ["copy", "cut"])
def test_what_could_not_be_pasted_is_not_cut(
    user: User, problems: list[Problem], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(clip, "MOST_ITEMS", 3)
    before = user.tree
    QGuiApplication.clipboard().setText("before")
    user.do("select_all")
    user.do(command)
    assert user.tree == before
    assert QGuiApplication.clipboard().text() == "before"
    assert ["takes 3 items" in str(problem) for problem in problems] == [True]


def test_what_could_not_be_dropped_is_not_dragged(
    user: User, problems: list[Problem], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clip, "MOST_ITEMS", 0)
    user.choose(user.entry(0).risks[0].id)
    user.sheet.dragging.start()
    assert ["takes 0 items" in str(problem) for problem in problems] == [True]
