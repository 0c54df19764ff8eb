"""What the user is typing: which editors hold text that is not stored, and to which item and field it belongs."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riskdesk.domain.problems import Problem

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft


class Editor(Protocol):
    """A part of the window that text is typed into; it stores that itself, by `Workbench.run_without_commit`."""

    def commit(self) -> bool:
        """Store what is typed and stay open; False if that cannot be done, and the text stays in the editor."""

    def drafts(self) -> "Iterable[Draft]":
        """What is typed and not stored, with the item and field it belongs to."""

    def problem(self) -> Problem | None:
        """Why what is typed cannot be stored, such as a text that is no date; None if it can."""

    def let_go(self) -> bool:
        """Make way for another register: close, handing what cannot be stored to `Typing`; False if it must stay."""

    def forget(self) -> None:
        """Drop what is typed, as another file is open."""


class Typing(QObject):
    """The one owner of text that is not stored: in the editors, held for an item that is not shown, or asked about.

    Editors register once. `draft_held` carries a Draft that could not be stored and stays with its item, or that
    the user is asked about. `offered` carries a Draft whose item is gone, or for whose field another one is held,
    to be offered to the user. `released` carries item and field of a text that is no longer held. `changed` says
    that fewer texts may be `stuck` than before; its argument says whether there may also be more, which is never
    because of a text still being typed. `prose_added` carries a new field of prose and a function that tells its
    language (None for the register's), for whoever checks its spelling.
    """

    draft_held = Signal(object)
    offered = Signal(object)
    released = Signal(str, str)
    changed = Signal(bool)
    prose_added = Signal(QWidget, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editors: list[Editor] = []
        self._held_drafts: dict[tuple[str, str], Draft] = {}
        self._unanswered: dict[tuple[str, str], Draft] = {}

    def add(self, editor: Editor, widget: QObject) -> None:
        """Register an editor that lives as long as a widget."""
        self._editors.append(editor)
        widget.destroyed.connect(partial(self._remove, editor))

    def commit(self) -> bool:
        """Store what is typed in all editors; False if something could not be stored."""
        # Each editor is asked, though one before it may have failed.
        stored = [editor.commit() for editor in self._editors]
        return all(stored)

    def let_go(self) -> bool:
        """Store what is typed and let every editor make way; False if one must stay."""
        self.commit()
        gone = [editor.let_go() for editor in self._editors]
        return all(gone)

    def problem(self) -> Problem | None:
        """Why something that is typed cannot be stored; None if all can."""
        return next((problem for editor in self._editors if (problem := editor.problem())), None)

    def stuck(self) -> int:
        """How many texts cannot be stored as they are: those held, and those typed that are no value."""
        refused = {_place(draft) for editor in self._editors if editor.problem() for draft in editor.drafts()}
        return len(refused | self._held_drafts.keys())

    def drafts(self) -> "list[Draft]":
        """All that is not stored, what is being typed first."""
        typed = [draft for editor in self._editors for draft in editor.drafts()]
        # In another editor, something else may be typed for the same field.
        held_drafts = (draft for draft in self._held_drafts.values() if draft not in typed)
        return [*typed, *held_drafts, *self._unanswered.values()]

    def draft(self) -> "Draft | None":
        """What is being typed; None if nothing is."""
        return next((draft for editor in self._editors for draft in editor.drafts()), None)

    def hold(self, draft: "Draft") -> None:
        """Keep a text for an item that is not shown any more, until it is shown again.

        Another one that is held for the same field is given back to the user.
        """
        before = self._held_drafts.get(_place(draft))
        self._held_drafts[_place(draft)] = draft
        self.draft_held.emit(draft)
        if before is not None and before.text != draft.text:
            self.offer(before)

    def rewrite(self, item: str, field: str, text: str) -> None:
        """Hold what the user made of a text that is held and shown again."""
        draft = self._held_drafts.get((item, field))
        if draft is not None:
            self._held_drafts[item, field] = replace(draft, text=text)

    def text_of(self, item: str) -> dict[str, str]:
        """The texts held for an item, by field."""
        return {field: draft.text for (identity, field), draft in self._held_drafts.items() if identity == item}

    def release(self, item: str, field: str) -> None:
        """Hold the text of a field no longer."""
        if self._held_drafts.pop((item, field), None) is not None:
            self.released.emit(item, field)
            self.note_changed()

    def held_text(self, item: str, field: str) -> str | None:
        """The text held for a field of an item; None if there is none."""
        draft = self._held_drafts.get((item, field))
        return None if draft is None else draft.text

    def share(self, item: str) -> None:
        """Hold what is typed for an item and not stored, so that other editors that show the item show it, too."""
        for editor in self._editors:
            for draft in editor.drafts():
                if draft.id == item and self._held_drafts.get(_place(draft)) != draft:
                    self.hold(draft)

    def offer(self, draft: "Draft") -> None:
        """Give the user a text back that has no place any more: its item is gone, or another one is held there."""
        self.offered.emit(draft)

    def note_changed(self, *, may_be_more: bool = False) -> None:
        """Take note that something was typed or taken back (fewer texts may be stuck), or refused (more may be)."""
        self.changed.emit(may_be_more)

    def ask(self, draft: "Draft") -> None:
        """Keep a text while the user is asked which version is to stay: this one, or somebody else's."""
        self._unanswered[_place(draft)] = draft
        self.draft_held.emit(draft)

    def answer(self, item: str, field: str) -> "list[Draft]":
        """Give up and return the texts that the user was asked about: of one field, or (empty) of all of an item."""
        places = [place for place in self._unanswered if place[0] == item and field in ("", place[1])]
        return [self._unanswered.pop(place) for place in places]

    def _remove(self, editor: Editor) -> None:
        self._editors.remove(editor)

    def forget(self) -> None:
        """Drop everything: another file is open, and the drafts of the one before are on disk."""
        for editor in self._editors:
            editor.forget()
        self._held_drafts.clear()
        self._unanswered.clear()


def _place(draft: "Draft") -> tuple[str, str]:
    return draft.id, draft.field
