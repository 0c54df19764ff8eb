"""What is pasted from other programs."""

from collections.abc import Sequence
from pathlib import Path

from riskdesk.desk.clip import Clip
from riskdesk.desk.outside import from_outside
from riskdesk.domain.tree import Branch, CategoryTree, EntryTree

CLIPBOARD = Path(__file__).parents[1] / "data/registers"


def shape(branches: Sequence[Branch]) -> list[object]:
    """The texts of branches: a pair for an entry, a title with its pairs for a category."""
    return [
        (branch.category.title, shape(branch.entries)) if isinstance(branch, CategoryTree) else _sides(branch)
        for branch in branches
    ]


def _sides(branch: Branch) -> object:
    assert isinstance(branch, EntryTree)
    return [risk.description for risk in branch.risks], [mitigation.description for mitigation in branch.mitigations]


def pasted(text: str, html: str = "") -> object:
    outside = from_outside(text, html)
    return shape(outside.branches) if isinstance(outside, Clip) else outside


def example_text(name: str) -> str:
    return (CLIPBOARD / name).read_bytes().decode("utf-8")
