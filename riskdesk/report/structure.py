"""The structure of a document for screen readers: elements in reading order, with their content on each page.

By ISO 32000-1, 14.7 and 14.8 (structure types), and ISO 14289-1 (PDF/UA-1).
"""

from collections.abc import Iterator, Sequence

from riskdesk.report.file import File, string

_COLUMN_HEAD = "/A<</O/Table/Scope/Column>>"
ROW_HEAD = "/A<</O/Table/Scope/Row>>"
BULLETS = "/A<</O/List/ListNumbering/Disc>>"


class Element:
    """A structure element: its type, such as "P", its attributes as PDF, and its content.

    `parts` are elements and, for marked content, pairs of page and number on that page.
    """

    __slots__ = ("attributes", "number", "parent", "parts", "tag")

    def __init__(self, tag: str, parent: "Element | None" = None, attributes: str = "") -> None:
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.parts: list[Element | tuple[int, int]] = []
        self.number = 0
        if parent is not None:
            parent.parts.append(self)

    def add(self, tag: str, attributes: str = "") -> "Element":
        """Add a new element at the end of this one."""
        return Element(tag, self, attributes)


def column_head(meaning: str = "") -> str:
    """The attributes of the head of a column; `meaning` is the full form of a shortened title."""
    return f"{_COLUMN_HEAD}/E {string(meaning)}" if meaning else _COLUMN_HEAD


def across(columns: int) -> str:
    """The attributes of a head that spans all columns of a table."""
    return f"/A<</O/Table/Scope/Row/ColSpan {columns}>>" if columns > 1 else ROW_HEAD


def down(rows: int) -> str:
    """The attributes of a cell that spans rows."""
    return f"/A<</O/Table/RowSpan {rows}>>" if rows > 1 else ""


def in_language(tag: str) -> str:
    """The attributes of an element whose text is in a language of its own, by its tag, such as "fr-FR"."""
    return f"/Lang {string(tag)}"


def summary(text: str) -> str:
    """The attributes of a table with a summary in words."""
    return f"/A<</O/Table/Summary {string(text)}>>"


def put(file: File, document: Element, drawn: Sequence[Sequence[Element]], pages: Sequence[int]) -> int:
    """Add the structure of a document to its file; return the number of its root.

    `drawn` has, for each page, the elements by the number of their marked content; `pages` are the object numbers of
    the pages.
    """
    root = file.reserve()
    elements = list(_inside(document))
    for element in elements:
        element.number = file.reserve()
    for element in elements:
        file.put(element.number, _content(element, root, pages))
    entries = " ".join(f"{page} [{_references(of_page)}]" for page, of_page in enumerate(drawn))
    parents = file.add(f"<</Nums[{entries}]>>")
    file.put(
        root,
        f"<</Type/StructTreeRoot/K {document.number} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {len(drawn)}>>",
    )
    return root


def _inside(element: Element) -> Iterator[Element]:
    waiting = [element]
    while waiting:
        current = waiting.pop()
        yield current
        waiting += [part for part in reversed(current.parts) if isinstance(part, Element)]


def _content(element: Element, root: int, pages: Sequence[int]) -> str:
    parent = root if element.parent is None else element.parent.number
    drawn_parts = [part for part in element.parts if isinstance(part, tuple)]
    page = drawn_parts[0][0] if drawn_parts else None
    on = "" if page is None else f"/Pg {pages[page]} 0 R"
    parts = " ".join(_part(part, page, pages) for part in element.parts)
    return f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R{on}{element.attributes}/K[{parts}]>>"


def _part(part: Element | tuple[int, int], page: int | None, pages: Sequence[int]) -> str:
    if isinstance(part, Element):
        return f"{part.number} 0 R"
    on, number = part
    return str(number) if on == page else f"<</Type/MCR/Pg {pages[on]} 0 R/MCID {number}>>"


def _references(elements: Sequence[Element]) -> str:
    return " ".join(f"{element.number} 0 R" for element in elements)
