import ctypes
import datetime
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from functools import cache, lru_cache
from itertools import count

import pypdfium2
import pytest

from riskdesk.desk.scales import profile
from riskdesk.domain.document import from_document
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import (
    Category,
    Entry,
    Mitigation,
    MitigationStatus,
    PrintSet,
    Register,
    Response,
    Risk,
    RiskStatus,
)
from riskdesk.report import Rendered, render
from riskdesk.report.canvas import Canvas, Facts
from riskdesk.report.fonts import Weight
from riskdesk.report.text import Type
from riskdesk.resource import resource

MADE = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.UTC)
TODAY = datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC)
Entries = Iterable[tuple[Iterable[str], Iterable[str]]]
MIDDLE = 595.28 / 2


class Printed:
    """A printed register as a reader of the PDF finds it."""

    def __init__(self, rendered: Rendered) -> None:
        self.data, self.missing, self.left_out = rendered.data, rendered.missing, rendered.left_out
        with closing(pypdfium2.PdfDocument(rendered.data)) as document:
            self.metadata = document.get_metadata_dict()
            self.outline = [(mark.level, mark.get_title()) for mark in document.get_toc()]
            texts = [page.get_textpage() for page in document]
            self.pages = [text.get_text_bounded() for text in texts]
            self.risks = [text.get_text_bounded(right=MIDDLE) for text in texts]
            self.mitigations = [text.get_text_bounded(left=MIDDLE) for text in texts]

    @property
    def text(self) -> str:
        """All text, each run of spaces and line ends as one space."""
        return " ".join(" ".join(self.pages).split())


@pytest.fixture(scope="session")
def printed() -> Callable[..., Printed]:
    """Prints a register; asked for the same again, as many tests do, it returns the same."""

    @lru_cache(maxsize=32)
    def print_(tree: RegisterTree, how: Print | None = None) -> Printed:
        return Printed(render(tree, how or Print(), MADE, MADE.date()))

    return print_


@pytest.fixture(scope="session")
def register() -> Callable[..., RegisterTree]:
    """Makes a register of categories, each a title and entries, each the bullets of both columns."""

    def grown(categories: Iterable[tuple[str, Entries]] = (), **fields: object) -> RegisterTree:
        top = Register(scale=profile("5x5"), **fields)
        return RegisterTree(top, tuple(category_tree(top, title, entries) for title, entries in categories))

    return grown


@pytest.fixture(scope="session")
def type_() -> Type:
    """A type of eight points in lines of ten."""
    return Type(Canvas((100, 100), Facts("", "", "", "en-GB", MADE)).face(Weight.REGULAR), 8, 10, "0 0 0")


@pytest.fixture(scope="session")
def many(register: Callable[..., RegisterTree]) -> Callable[[int], RegisterTree]:
    """Makes a register of so many risks, four in an entry, ten entries in a category, each assessed another way."""

    @cache
    def grown(count: int) -> RegisterTree:
        texts = [
            f"Risk {number}: lack of commitment among national actors to advance reforms" for number in range(count)
        ]
        entries = [(texts[start : start + 4], ["Raise awareness", "Build ownership"]) for start in range(0, count, 4)]
        tree = register([(f"Category {start}", entries[start : start + 10]) for start in range(0, len(entries), 10)])
        return _assessed(tree)

    return grown


def _assessed(tree: RegisterTree) -> RegisterTree:
    numbers = count()
    rated = mapped(tree, lambda risk: _rated(risk, next(numbers)), lambda mitigation: mitigation)
    return replace(rated, register=replace(tree.register, title="Many"))


@pytest.fixture(scope="session")
def filled(kazakhstan: RegisterTree) -> RegisterTree:
    """The Kazakhstan register with every field that the working register prints."""
    review, due = datetime.date(2027, 9, 27), datetime.date(2023, 9, 28)
    numbers = count(1)
    return mapped(
        kazakhstan,
        lambda risk: replace(_rated(risk, next(numbers)), owner="M. Kenzhebaev", next_review=review, residual_impact=3),
        lambda measure: replace(
            measure, action_owner="Programme Co-ordinator", due_date=due, status=MitigationStatus.UNDER_WAY
        ),
    )


def heavy_lines(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """The left, lower, right and upper edge of each line as wide as that of tolerance."""
    width, lines = ctypes.c_float(), []
    for each in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        pypdfium2.raw.FPDFPageObj_GetStrokeWidth(each.raw, width)
        left, lower, right, upper = each.get_bounds()
        if width.value == 1.5 and min(right - left, upper - lower) < 4:
            lines.append((left, lower, right, upper))
    return lines


def mapped(
    tree: RegisterTree, risk: Callable[[Risk], Risk], mitigation: Callable[[Mitigation], Mitigation]
) -> RegisterTree:
    """A register whose risks and mitigations are made anew, in order."""
    return replace(
        tree,
        categories=tuple(
            replace(
                category,
                entries=tuple(
                    replace(
                        entry,
                        risks=tuple(map(risk, entry.risks)),
                        mitigations=tuple(map(mitigation, entry.mitigations)),
                    )
                    for entry in category.entries
                ),
            )
            for category in tree.categories
        ),
    )


def _rated(risk: Risk, number: int) -> Risk:
    return replace(
        risk, reference=f"R-{number + 1:02d}", likelihood=number % 5 + 1, impact=number % 4 + 1, owner="Anna"
    )


def category_tree(top: Register, title: str, entries: Entries) -> CategoryTree:
    category = Category(register=top.id, title=title)
    return CategoryTree(category, tuple(_entry(category, *bullets) for bullets in entries))


def _entry(category: Category, risks: Iterable[str], mitigations: Iterable[str]) -> EntryTree:
    entry = Entry(category=category.id)
    return EntryTree(
        entry,
        tuple(Risk(entry=entry.id, description=text) for text in risks),
        tuple(Mitigation(entry=entry.id, description=text) for text in mitigations),
    )


@pytest.fixture(scope="session")
def kazakhstan() -> RegisterTree:
    return from_document(resource("templates/kazakhstan-2024-2027.en.json").read_text("utf-8"), profile("5x5"))


@pytest.fixture(scope="session")
def assessed(kazakhstan) -> RegisterTree:
    """The Kazakhstan register, its first risk assessed and its first mitigation overdue."""
    (first, *risks), (measure, *mitigations) = next(kazakhstan.entries).risks, next(kazakhstan.entries).mitigations
    first = replace(
        first,
        reference="R-77",
        likelihood=5,
        impact=4,
        residual_likelihood=2,
        residual_impact=3,
        owner="Anna Secret",
        next_review=datetime.date(2027, 1, 5),
        reason="A reason of our own",
        note="A note of our own",
        response=Response.REDUCE,
        status=RiskStatus.WAITING,
    )
    measure = replace(
        measure,
        action_owner="Marat Secret",
        due_date=datetime.date(2023, 5, 25),
        status=MitigationStatus.UNDER_WAY,
    )
    category, *categories = kazakhstan.categories
    entry, *entries = category.entries
    changed = EntryTree(entry.entry, (first, *risks), (measure, *mitigations))
    print_set = PrintSet(register=kazakhstan.register.id, name="Print set of our own", kind=DocumentKind.MATRIX)
    return RegisterTree(
        kazakhstan.register, (CategoryTree(category.category, (changed, *entries)), *categories), (print_set,)
    )
