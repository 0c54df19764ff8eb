"""The bookmarks of a PDF: a tree of titles, each with a place on a page (ISO 32000-1, 12.3.3)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from riskdesk.report.file import File, string


class Bookmark(NamedTuple):
    """A title with its place: the object number of a page, and a height on it in points; levels count from 0."""

    page: int
    top: float
    level: int
    title: str


def put(file: File, bookmarks: Sequence[Bookmark]) -> int:
    """Add bookmarks to a file, at least one; return the number of their root."""
    root = file.reserve()
    numbers = [file.reserve() for _ in bookmarks]
    inside: dict[int, list[int]] = {root: []}
    above = [root]
    for number, bookmark in zip(numbers, bookmarks, strict=True):
        del above[bookmark.level + 1 :]
        inside[above[-1]].append(number)
        inside[number] = []
        above.append(number)
    parents = {child: parent for parent, children in inside.items() for child in children}
    beside = _beside(inside)
    for number, bookmark in zip(numbers, bookmarks, strict=True):
        place = f"/Dest[{bookmark.page} 0 R/XYZ 0 {bookmark.top:.2f} null]"
        entries = f"/Title {string(bookmark.title)}/Parent {parents[number]} 0 R{place}{beside.get(number, '')}"
        file.put(number, f"<<{entries}{_ends(inside[number])}>>")
    file.put(root, f"<</Type/Outlines{_ends(inside[root])}>>")
    return root


def _beside(inside: dict[int, list[int]]) -> dict[int, str]:
    links: dict[int, str] = {}
    for children in inside.values():
        for first, second in pairwise(children):
            links[first] = links.get(first, "") + f"/Next {second} 0 R"
            links[second] = f"/Prev {first} 0 R"
    return links


def _ends(children: list[int]) -> str:
    return f"/First {children[0]} 0 R/Last {children[-1]} 0 R/Count {len(children)}" if children else ""
