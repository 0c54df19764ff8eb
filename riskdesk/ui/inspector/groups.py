"""The pages of a category and of an entry: what is in them, and how it is assessed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Risk
from riskdesk.kit.fields import LineField
from riskdesk.ui.inspector.badge import Badge
from riskdesk.ui.inspector.page import Page


class GroupPage(Page):
    """Counts what is in a group, and shows the band of its highest risk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts, self._assessed = self._label(""), self._label("")
        self._badge = Badge(self)

    def _add_counts(self) -> None:
        self.add_section(self.tr("Contents"))
        self.add_widget(self._counts)
        self.add_section(self.tr("Highest risk"))
        self.add_widget(self._badge)
        self.add_widget(self._assessed)
        self.end()

    def _show_counts(self, counts: Sequence[str], risks: Sequence[Risk], scale: Scale) -> None:
        self._counts.setText("\n".join(counts))
        assessed = [risk.assessment for risk in risks if scale.band_index(risk.assessment) is not None]
        self._badge.show_assessment(scale, max(assessed, key=scale.rank, default=Assessment()))
        self._assessed.setText(
            self.tr("{count} of {all} assessed").format(count=len(assessed), all=len(risks))
            if risks
            else self.tr("There is no risk here.")
        )

    def _told(self, risks: int, mitigations: int) -> tuple[str, str]:
        return self.tr("%n risk(s)", "", risks), self.tr("%n mitigation(s)", "", mitigations)


class CategoryPage(GroupPage):
    """A category: its title, and what is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add("title", self.tr("Title"), LineField(self))
        self._add_counts()

    def show_category(self, category: Category, tree: RegisterTree) -> None:
        found = next(found for found in tree.categories if found.category.id == category.id)
        self.show_head(self.tr("Category"), category.title)
        self.show_value(category)
        risks = list(found.risks)
        counts = (
            self.tr("%n entry(ies)", "", len(found.entries)),
            *self._told(len(risks), sum(len(entry.mitigations) for entry in found.entries)),
        )
        self._show_counts(counts, risks, tree.register.scale)


class EntryPage(GroupPage):
    """An entry: where it stands, and what is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._add_counts()

    def show_entry(self, entry: Entry, tree: RegisterTree) -> None:
        category, place, found = _place(entry, tree)
        head = self.tr("Entry {place} of {all}").format(place=place, all=len(category.entries))
        self.show_head(head, category.category.title)
        self._show_counts(self._told(len(found.risks), len(found.mitigations)), found.risks, tree.register.scale)


def _place(entry: Entry, tree: RegisterTree) -> tuple[CategoryTree, int, EntryTree]:
    """The category of an entry, its number there from 1, and what is in it."""
    return next(
        (category, place, found)
        for category in tree.categories
        for place, found in enumerate(category.entries, 1)
        if found.entry.id == entry.id
    )
