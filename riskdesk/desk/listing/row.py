"""A row of a list: a risk or a mitigation with its entry and category, and values that are computed once."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from riskdesk.domain.fields import FIELDS
from riskdesk.domain.folding import fold
from riskdesk.domain.listing import RowKind
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.tree import EntryTree
from riskdesk.domain.values import Category, Language, Mitigation, Risk

Rank: TypeAlias = tuple[int, int, int]
_TEXTS = {rows: [field.name for field in FIELDS[rows].values() if field.is_text] for rows in RowKind}


@dataclass(frozen=True, slots=True)
class Context:
    """What rows depend on: the scale of their register, the language of words, and today's date."""

    scale: Scale
    language: Language
    today: datetime.date


class ListRow:
    """A risk or a mitigation; `entry` may be replaced by one with the same content."""

    def __init__(self, item: Risk | Mitigation, entry: EntryTree, category: Category, scale: Scale) -> None:
        self.item, self.entry, self.category = item, entry, category
        self._scale = scale

    @property
    def rows(self) -> RowKind:
        return RowKind.RISK if isinstance(self.item, Risk) else RowKind.MITIGATION

    @property
    def ended(self) -> bool:
        """Whether it is closed or rejected, or a mitigation that is done or dropped."""
        return self.item.ended if isinstance(self.item, Risk) else self.item.settled

    @property
    def due(self) -> list[datetime.date | None]:
        """The dates by which something has to be done about the item; none if it is settled."""
        mitigations = self.entry.mitigations if isinstance(self.item, Risk) else (self.item,)
        return [mitigation.due_date for mitigation in mitigations if not mitigation.settled]

    @cached_property
    def folded(self) -> str:
        """All its texts, the title of its category and, of a mitigation, the references of its risks, all folded."""
        texts = [getattr(self.item, name) for name in _TEXTS[self.rows]]
        if isinstance(self.item, Mitigation):
            texts += [risk.reference for risk in self.entry.risks]
        return "\n".join(map(fold, filter(None, (*texts, self.category.title))))

    @property
    def is_folded(self) -> bool:
        """Whether its texts were folded already."""
        return "folded" in self.__dict__

    @cached_property
    def assessment(self) -> Assessment:
        """The assessment of a risk, or the highest one of the risks beside a mitigation that have not ended."""
        if isinstance(self.item, Risk):
            return self.item.assessment
        assessments = (risk.assessment for risk in self.entry.risks if not risk.ended)
        return max(assessments, key=self._scale.rank, default=Assessment())

    @property
    def residual(self) -> Assessment:
        return self.item.residual if isinstance(self.item, Risk) else Assessment()

    @cached_property
    def rank(self) -> Rank:
        """What it is sorted by in fields for bands and scores; the number of its band is first, -1 for none."""
        return self._scale.rank(self.assessment)

    @cached_property
    def residual_rank(self) -> Rank:
        return self._scale.rank(self.residual)
