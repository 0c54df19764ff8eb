"""Registers of any size, made of what such registers say; the same seed gives the same register."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from random import Random
from uuid import UUID

from riskdesk.desk.scales import DEFAULT, profile
from riskdesk.domain.language import words
from riskdesk.domain.records import kind_name, to_record
from riskdesk.domain.references import reference
from riskdesk.domain.step import Change, Step
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import (
    Category,
    Entry,
    Language,
    Mitigation,
    MitigationStatus,
    Register,
    Response,
    Risk,
    RiskStatus,
)

_THREATS = (
    "Lack of political will",
    "Insufficient co-ordination between partner institutions",
    "Rotation of staff in the beneficiary institutions",
    "Limited operational capacity",
    "Change of leadership after the elections",
    "Increase of prices and of the costs of interpretation",
    "Breach of the security of information systems",
    "Insufficient involvement of civil society",
    "Deterioration of the security situation",
    "Low quality of translated documents",
)
_EFFECTS = (
    "delays the adoption of the legislative framework",
    "leads to negative perceptions about change",
    "affects the sustainability of previously provided support",
    "limits the impact of capacity building on professional practice, in particular outside the capital",
    "prevents the participation of women and of persons belonging to minorities",
    "requires more time and effort to promote change than the duration of the project allows",
    "reduces the number of activities that can be implemented within the approved budget",
)
_MEASURES = (
    "Raise awareness among target groups",
    "Hold regular meetings of the Steering Committee",
    "Build ownership of programme results",
    "Maintain close co-operation with administrative staff",
    "Review the work plan and the budget",
    "Facilitate contacts between supporters of the reforms",
    "Discuss mitigation strategies with international partners",
)
_PURPOSES = (
    "to ensure institutional memory and continuity",
    "so that the standards of the Council of Europe are applied in practice",
    "and adapt the calendar of activities where needed",
    "in order to secure the commitment of all national actors, including those at regional and local level",
    "with due regard to gender mainstreaming",
)
_TOPICS = ("institutional context", "delivery", "stakeholders", "resources", "security", "sustainability")
_OWNERS = (
    "Project Manager",
    "Programme Co-ordinator",
    "Head of Office",
    "Senior Project Officer",
    "Ministry of Justice",
)
_RISKS_IN_CATEGORY = 80
_FIRST_DAY = datetime.date(2024, 1, 1)
_BEGAN = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)


def register(risks: int, seed: int) -> RegisterTree:
    """A register of so many risks, about two thirds of them assessed; entries have 1 to 5 risks and 1 to 6 measures."""
    return _Grower(Random(seed)).register(risks)


def journal(tree: RegisterTree, steps: int) -> Iterator[Step]:
    """A journal of so many steps: the register comes, then its risks get notes in turn."""
    risks = [risk.id for risk in tree.risks]
    came = tuple(Change(kind_name(type(value)), value.id, None, to_record(value)) for value in tree.values)
    yield Step(1, _BEGAN, "bench", "New register", came)
    for number in range(2, steps + 1):
        before, after = (f"Note {at}" if at > len(risks) else "" for at in (number - len(risks), number))
        change = Change("risk", risks[number % len(risks)], {"note": before}, {"note": after})
        yield Step(number, _BEGAN + datetime.timedelta(minutes=number), "bench", "Edit risk", (change,))


@dataclass
class _Grower:
    random: Random

    def __post_init__(self) -> None:
        self._numbers = count(1)
        self._beginning = ""

    def register(self, risks: int) -> RegisterTree:
        top = Register(
            id=self._id(),
            title=f"A programme of {risks} risks",
            reference="GR-EXT(2024)1",
            date=_FIRST_DAY,
            heading=words(Language.ENGLISH).heading,
            scale=profile(DEFAULT),
            references=risks,
        )
        sizes = self._shares(risks, _RISKS_IN_CATEGORY, _RISKS_IN_CATEGORY)
        return RegisterTree(top, tuple(self._category(top, place, size) for place, size in enumerate(sizes)))

    def _category(self, top: Register, place: int, risks: int) -> CategoryTree:
        title = f"Risks related to {_TOPICS[place % len(_TOPICS)]}, part {place // len(_TOPICS) + 1}"
        category = Category(id=self._id(), register=top.id, position=place, title=title)
        sizes = self._shares(risks, 1, 5)
        return CategoryTree(category, tuple(self._entry(category, at, size) for at, size in enumerate(sizes)))

    def _entry(self, category: Category, place: int, risks: int) -> EntryTree:
        entry = Entry(id=self._id(), category=category.id, position=place)
        measures = self.random.randint(1, 6)
        return EntryTree(
            entry,
            tuple(self._risk(entry, at) for at in range(risks)),
            tuple(self._mitigation(entry, at) for at in range(measures)),
        )

    def _risk(self, entry: Entry, place: int) -> Risk:
        pick, assessed = self.random.choice, self.random.random() < 2 / 3
        return Risk(
            id=self._id(),
            entry=entry.id,
            position=place,
            description=f"{pick(_THREATS)} {pick(_EFFECTS)}",
            reference=reference(next(self._numbers)),
            likelihood=self.random.randint(1, 5) if assessed else None,
            impact=self.random.randint(1, 5) if assessed else None,
            response=pick(list(Response)) if assessed else None,
            status=RiskStatus.APPROVED if assessed else RiskStatus.PROPOSED,
            owner=pick(_OWNERS),
            next_review=self._day(),
        )

    def _mitigation(self, entry: Entry, place: int) -> Mitigation:
        pick = self.random.choice
        return Mitigation(
            id=self._id(),
            entry=entry.id,
            position=place,
            description=f"{pick(_MEASURES)} {pick(_PURPOSES)}",
            action_owner=pick(_OWNERS),
            due_date=self._day(),
            status=pick(list(MitigationStatus)),
        )

    def _shares(self, total: int, smallest: int, largest: int) -> list[int]:
        """A number as a sum of parts of a size; the last may be smaller."""
        shares = []
        while total:
            shares.append(min(total, self.random.randint(smallest, largest)))
            total -= shares[-1]
        return shares

    def _day(self) -> datetime.date:
        return _FIRST_DAY + datetime.timedelta(days=self.random.randrange(1461))

    def _id(self) -> str:
        """An identity that begins as the others do, as Riskdesk gives them to what comes together."""
        identity = str(UUID(int=self.random.getrandbits(128), version=4))
        self._beginning = self._beginning or identity[:8]
        return self._beginning + identity[8:]
