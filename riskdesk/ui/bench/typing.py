"""Text that is not stored yet: which editors hold it, and to which item and field it belongs."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from riskdesk.domain.problems import Problem

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft
    from riskdesk.domain.values import Language


class Editor(Protocol):
    """A part of the window in which text is edited; it stores the text by `Workbench.run_without_commit`."""

    def commit(self) -> bool:
        """Store what is typed and stay open; False if that fails, and the text stays in the editor."""

    def drafts(self) -> "Iterable[Draft]":
        """The texts that are typed and not stored, with the item and field they belong to."""

    def problem(self) -> Problem | None:
        """Why what is typed cannot be stored, such as a text that is no date; None if it can be."""

    def let_go(self) -> bool:
        """Close for another register, handing text that cannot be stored to `Typing`; False if the editor must stay."""

    def forget(self) -> None:
        """Drop what is typed, as another file is open."""


class Typing(QObject):
    """The only owner of text that is not stored: in editors, held for an item that is not shown, or asked about.

    Editors register once. `draft_held` carries a Draft that could not be stored and stays with its item, or that
    the user is asked about. `offered` carries a Draft to be offered to the user, as its item is gone or another one is
    held for its field. `released` carries item and field of a text that is no longer held. `changed` says that fewer
    texts may be `stuck` than before; its argument says whether there may also be more (never because of a text still
    being typed). `prose_added` carries what `add_prose` was given, for the spelling checker.
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
        """Register an editor, which is removed when a widget is destroyed."""
        self._editors.append(editor)
        widget.destroyed.connect(partial(self._remove, editor))

    def add_prose(self, field: QWidget, language: "Callable[[], Language | None]") -> None:
        """Have the spelling of a new field checked; `language` returns that of its text, None for the register's."""
        self.prose_added.emit(field, language)

    def commit(self) -> bool:
        """Store what is typed in all editors; False if something could not be stored."""
        # All editors are asked, even if one of them fails.
        stored = [editor.commit() for editor in self._editors]
        return all(stored)

    def let_go(self) -> bool:
        """Store what is typed and let every editor close for another register; False if one must stay."""
        self.commit()
        gone = [editor.let_go() for editor in self._editors]
        return all(gone)

    def problem(self) -> Problem | None:
        """Why a typed text cannot be stored; None if all can be."""
        return next((problem for editor in self._editors if (problem := editor.problem())), None)

    def stuck(self) -> int:
        """How many texts cannot be stored as they are: those held, and those typed that are no valid value."""
        refused = {_place(draft) for editor in self._editors if editor.problem() for draft in editor.drafts()}
        return len(refused | self._held_drafts.keys())

    def drafts(self) -> "list[Draft]":
        """All texts that are not stored, those being typed first."""
        typed = [draft for editor in self._editors for draft in editor.drafts()]
        # Another editor may have another text for the same field.
        held_drafts = (draft for draft in self._held_drafts.values() if draft not in typed)
        return [*typed, *held_drafts, *self._unanswered.values()]

    def draft(self) -> "Draft | None":
        """The text being typed; None if there is none."""
        return next((draft for editor in self._editors for draft in editor.drafts()), None)

    def hold(self, draft: "Draft") -> None:
        """Keep a text for an item that is not shown any more, until it is shown again.

        Another text that is held for the same field is offered to the user.
        """
        before = self._held_drafts.get(_place(draft))
        self._held_drafts[_place(draft)] = draft
        self.draft_held.emit(draft)
        if before is not None and before.text != draft.text:
            self.offer(before)

    def rewrite(self, item: str, field: str, text: str) -> None:
        """Replace a text that is held, as the user has edited it where it is shown again."""
        draft = self._held_drafts.get((item, field))
        if draft is not None:
            self._held_drafts[item, field] = replace(draft, text=text)

    def text_of(self, item: str) -> dict[str, str]:
        """The texts held for an item, by field."""
        return {field: draft.text for (identity, field), draft in self._held_drafts.items() if identity == item}

    def release(self, item: str, field: str) -> None:
        """Stop holding the text of a field."""
        if self._held_drafts.pop((item, field), None) is not None:
            self.released.emit(item, field)
            self.note_changed()

    def held_text(self, item: str, field: str) -> str | None:
        """The text held for a field of an item; None if there is none."""
        draft = self._held_drafts.get((item, field))
        return None if draft is None else draft.text

    def share(self, item: str) -> None:
        """Hold the unsaved texts typed for an item, so that other editors of the item show them, too."""
        for editor in self._editors:
            for draft in editor.drafts():
                if draft.id == item and self._held_drafts.get(_place(draft)) != draft:
                    self.hold(draft)

    def offer(self, draft: "Draft") -> None:
        """Offer a text to the user that no field can show: its item is gone, or another text is held there."""
        self.offered.emit(draft)

    def note_changed(self, *, may_be_more: bool = False) -> None:
        """Emit `changed`: a text was typed or undone (fewer may be stuck), or refused (`may_be_more`)."""
        self.changed.emit(may_be_more)

    def ask(self, draft: "Draft") -> None:
        """Keep a text while the user is asked which version to keep: this one, or another user's."""
        self._unanswered[_place(draft)] = draft
        self.draft_held.emit(draft)

    def answer(self, item: str, field: str) -> "list[Draft]":
        """Remove and return the texts that the user was asked about: of one field or, if that is empty, of an item."""
        places = [place for place in self._unanswered if place[0] == item and field in ("", place[1])]
        return [self._unanswered.pop(place) for place in places]

    def _remove(self, editor: Editor) -> None:
        self._editors.remove(editor)

    def forget(self) -> None:
        """Drop everything, as another file is open; the drafts of the file before are on disk."""
        for editor in self._editors:
            editor.forget()
        self._held_drafts.clear()
        self._unanswered.clear()


def _place(draft: "Draft") -> tuple[str, str]:
    return draft.id, draft.field
