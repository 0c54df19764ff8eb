"""Saved views: picked, saved, renamed and deleted from a menu, and undone; what cannot be read changes nothing."""

import json

import pytest
from PySide6.QtWidgets import QMenu

from riskdesk.desk import saved_views
from riskdesk.domain.listing import Listing
from riskdesk.domain.listing_text import to_text
from riskdesk.domain.problems import Problem
from riskdesk.ui.views.list.view_name import ViewNameDialog
from tests.ui.conftest import read_only
from tests.ui.views.list.conftest import Reader


def entry(reader: Reader, text: str) -> None:
    """Choose an entry of the menu."""
    menu = filled(reader)
    next(item for item in menu.actions() if plain(item.text()) == text).trigger()


def plain(text: str) -> str:
    """The text of an entry without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def dialog_of(reader: Reader) -> ViewNameDialog:
    """The one that came up last; those before go when there is time."""
    return reader.view.window().findChildren(ViewNameDialog)[-1]


def filled(reader: Reader) -> QMenu:
    menu = reader.view._saved.menu
    menu.aboutToShow.emit()
    return menu


def entries(reader: Reader) -> dict[str, bool]:
    """What the menu offers, and whether it can be chosen."""
    return {plain(item.text()): item.isEnabled() for item in filled(reader).actions() if item.text()}


def save_as(reader: Reader, name: str) -> None:
    entry(reader, "Save view as…")
    dialog = dialog_of(reader)
    dialog._name.setText(name)
    dialog.yes.click()


def names(reader: Reader) -> list[str]:
    return [view.name for view in reader.tree.saved_views]


def name_on_button(reader: Reader) -> str:
    return next(button.text() for button in reader.view.bar._menus if button.accessibleName() == "Views")


def test_a_view_is_saved_shown_and_picked_again(reader: Reader) -> None:
    usual = reader.view.listed.listing
    reader.click_head("owner")
    reader.view.bar.field.setText("reforms")
    save_as(reader, "Reforms & owners")
    assert names(reader) == ["Reforms & owners"]
    assert name_on_button(reader) == "Reforms && owners"
    references, how = reader.names_shown, reader.view.listed.listing
    reader.view.listed.ask(usual)
    assert name_on_button(reader) == "Views"
    entry(reader, "Reforms & owners")
    assert (reader.names_shown, reader.view.listed.listing) == (references, how)
    assert reader.view.bar.field.text() == "reforms"


@pytest.mark.parametrize("name", ["text", "owner", "category"])
def test_a_view_that_is_filtered_by_a_long_text_is_picked_again(reader: Reader, name: str) -> None:
    usual, long = reader.view.listed.listing, "word, " * 700
    reader.view.listed.ask(usual.filtered(name, long))
    how = reader.view.listed.listing
    save_as(reader, "Long")
    reader.view.listed.ask(usual)
    entry(reader, "Long")
    assert reader.view.listed.listing == how


def test_each_step_of_a_view_is_undone_and_redone(reader: Reader) -> None:
    save_as(reader, "One")
    reader.workbench.undo()
    assert names(reader) == []
    reader.workbench.redo()
    assert names(reader) == ["One"]
    entry(reader, "Delete view")
    assert names(reader) == []
    reader.workbench.undo()
    assert names(reader) == ["One"]


def test_a_view_is_renamed_and_saved_anew(reader: Reader) -> None:
    save_as(reader, "One")
    assert not entries(reader)["Save view"]
    reader.click_head("owner")
    entry(reader, "Save “One”")
    assert json.loads(reader.tree.saved_views[0].listing)["sorts"] == [{"field": "owner", "descending": False}]
    entry(reader, "Rename view…")
    dialog = dialog_of(reader)
    dialog._name.setText("Two")
    dialog.yes.click()
    assert names(reader) == ["Two"]


def test_what_is_done_to_a_view_that_is_not_shown_says_its_name(reader: Reader) -> None:
    save_as(reader, "Mine & yours")
    assert "Delete view" in entries(reader)
    reader.click_head("owner")
    offered = entries(reader)
    assert all(
        offered[f"{verb} “Mine & yours”{dots}"] for verb, dots in (("Save", ""), ("Rename", "…"), ("Delete", ""))
    )
    reader.click_head("owner")
    save_as(reader, "Two")
    entry(reader, "Mine & yours")
    assert "Delete view" in entries(reader)


def test_a_name_that_is_taken_replaces_or_is_refused(reader: Reader) -> None:
    save_as(reader, "One")
    reader.click_head("owner")
    save_as(reader, "Two")
    entry(reader, "Rename view…")
    dialog = dialog_of(reader)
    dialog._name.setText("One")
    assert not dialog.yes.isEnabled()
    dialog.close()
    entry(reader, "Save view as…")
    again = dialog_of(reader)
    again._name.setText("One")
    assert again.yes.text() == "Replace"
    again.yes.click()
    assert names(reader) == ["One", "Two"]
    assert json.loads(reader.tree.saved_views[0].listing)["sorts"] != []


@pytest.mark.parametrize(
    ("listing", "sentence"),
    [
        ('{"version": 99}', "was made by a newer version of Riskdesk"),
        ("{}", "cannot be read"),
        (to_text(Listing()).replace('"owner"', '"gone"'), "uses the field “gone”"),
        (to_text(Listing().filtered("owner", "x")).replace('"name":"owner"', '"name":"zzz"'), "uses the field “zzz”"),
    ],
)
def test_a_view_that_cannot_be_read_changes_nothing(
    reader: Reader, problems: list[Problem], listing: str, sentence: str
) -> None:
    reader.view.bar.field.setText("reforms")
    before, references = reader.view.listed.listing, reader.names_shown
    reader.workbench.run(saved_views.keep(str(reader.workbench.register_id), "Old", listing))
    entry(reader, "Old")
    assert sentence in str(problems[-1])
    assert "“Old”" in str(problems[-1])
    assert (reader.view.listed.listing, reader.names_shown) == (before, references)
    assert names(reader) == ["Old"]
    entry(reader, "Delete “Old”")
    assert names(reader) == []


@read_only
def test_nothing_is_saved_while_nothing_may_be(reader: Reader) -> None:
    reader.workbench.run(saved_views.keep(str(reader.workbench.register_id), "One", to_text(Listing())))
    entry(reader, "One")
    offered = entries(reader)
    assert offered["One"]
    assert not any(offered[text] for text in ("Save view", "Save view as…", "Rename view…", "Delete view"))
