"""The pages of a category and of an entry: what they contain, and how it is assessed."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree, standing_levels
from riskdesk.domain.values import Category, Entry
from riskdesk.kit.fields import LineField
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_number
from riskdesk.ui.pages.badge import Badge
from riskdesk.ui.pages.head import Title
from riskdesk.ui.pages.page import PROSE, Page


class Counts(QWidget):
    """The part of a page with the numbers of items in a group of entries, and the band of their highest risk."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._contents, self._assessed = PlainLabel(parent=self), PlainLabel(parent=self)
        self._highest = PlainLabel(self.tr("Highest risk"), self, bold=True)
        self._badge = Badge(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, UNIT, 0, 0)
        layout.setSpacing(UNIT // 2)
        layout.addWidget(self._contents)
        layout.addSpacing(2 * UNIT)
        for widget in (self._highest, self._badge, self._assessed):
            layout.addWidget(widget)

    def show_entries(self, entries: Sequence[EntryTree], scale: Scale, *, counted: bool) -> None:
        """Show the numbers of risks and mitigations in entries and, if `counted`, the number of entries.

        Ended risks are not among those to be assessed.
        """
        risks = [risk for entry in entries for risk in entry.risks]
        counts = standing_levels(risks)
        assessed = Counter({levels: counts[levels] for levels in counts if scale.band_index(levels) is not None})
        lines = [self.tr("%Ln entry(ies)", "", len(entries))] if counted else []
        lines.append(self.tr("%Ln risk(s)", "", len(risks)))
        lines.append(self.tr("%Ln mitigation(s)", "", sum(len(entry.mitigations) for entry in entries)))
        self._contents.setText("\n".join(lines))
        self._badge.show_assessment(scale, max(assessed, key=scale.rank, default=Assessment()))
        count, of_all = ui_number(assessed.total()), ui_number(counts.total())
        text = self.tr("{count} of {all} assessed").format(count=count, all=of_all)
        self._assessed.setText(text if counts else self.tr("There is no risk here."))


class CategoryPage(Page):
    """The page of a category: its title, and what it contains."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = Counts(self)
        title = LineField(self)
        title.setProperty(PROSE, True)
        self.add("title", self.tr("Title"), title)
        self.add_widget(self._counts)
        self.end()
        # A title gets no focus by itself, so that digits meant as scores are not typed into it: Tab leads there.
        self.first = None

    def show_category(self, category: Category, tree: RegisterTree) -> None:
        category_tree = next(one for one in tree.categories if one.category.id == category.id)
        self.show_title(Title(self.tr("Category"), category.title))
        self.show_value(category)
        self._counts.show_entries(category_tree.entries, tree.register.scale, counted=True)


class EntryPage(Page):
    """The page of an entry: its category and number, and what it contains."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = Counts(self)
        self.add_widget(self._counts)
        self.end()

    def show_entry(self, entry: Entry, tree: RegisterTree) -> None:
        category, place = _place(entry, tree)
        head = self.tr("Entry {place} of {all}").format(place=ui_number(place), all=ui_number(len(category.entries)))
        self.show_title(Title(head, category.category.title))
        self._counts.show_entries([category.entries[place - 1]], tree.register.scale, counted=False)


def _place(entry: Entry, tree: RegisterTree) -> tuple[CategoryTree, int]:
    """The category of an entry, and its number there from 1."""
    return next(
        (category, place)
        for category in tree.categories
        for place, entry_tree in enumerate(category.entries, 1)
        if entry_tree.entry.id == entry.id
    )
