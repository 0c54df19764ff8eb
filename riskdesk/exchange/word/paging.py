"""The pages of a template on which a register is put: their paper, headers and footers."""

from collections.abc import Iterator

from riskdesk.domain.manuscript import PageFormat
from riskdesk.exchange.tables.xml_tree import Node
from riskdesk.exchange.word.markup import twips

_TWIPS = 20
# In points.
_NARROWEST = 150.0
_BETWEEN = 36.0
# Longer numbers are not Word's.
_DIGITS = 7


class Paging:
    """The page set-up of a template, in the orientation of the document; missing values are those of print."""

    def __init__(self, sheet: PageFormat, section: Node) -> None:
        self.section, self._sheet = section, sheet
        self._turn()

    @property
    def room(self) -> float:
        """The width of the text, in points; of the narrowest column, if the pages have several."""
        width = _length(self.section.find("w:pgSz"), "w:w", self._sheet.width)
        margins = self.section.find("w:pgMar")
        left = _length(margins, "w:left", self._sheet.left) + _length(margins, "w:gutter", 0.0)
        return max(_NARROWEST, self._column(width - left - _length(margins, "w:right", self._sheet.right)))

    def lacking(self, *, only_default: bool) -> Iterator[tuple[str, str]]:
        """The kinds and types of headers and footers that the pages may need and do not have."""
        first = self.section.find("w:titlePg") is not None and not only_default
        for kind in ("header", "footer"):
            there = {node.get("w:type") for node in self.section.nodes if node.name == f"w:{kind}Reference"}
            yield from ((kind, type_) for type_ in ("default", *(["first"] if first else [])) if type_ not in there)

    def refer(self, kind: str, type_: str, id_: str) -> None:
        """Add a header or footer to the pages."""
        reference = Node(f"w:{kind}Reference", {"w:type": type_, "r:id": id_})
        # References to headers and footers come first, in any order.
        self.section.children.insert(0, reference)

    def _column(self, width: float) -> float:
        columns = self.section.find("w:cols")
        if columns is None:
            return width
        own_widths = [_length(node, "w:w", width) for node in columns.nodes if node.name == "w:col"]
        if own_widths:
            return min(*own_widths, width)
        number = columns.get("w:num")
        count = max(1, int(number)) if number.isdecimal() and len(number) < _DIGITS else 1
        return (width - _length(columns, "w:space", _BETWEEN) * (count - 1)) / count

    def _turn(self) -> None:
        """Turn the paper if the document has the other orientation; the margins keep their sides."""
        size = self.section.find("w:pgSz")
        if size is None:
            wide, high = self._sheet.width, self._sheet.height
            size = Node("w:pgSz", {"w:w": str(twips(wide)), "w:h": str(twips(high))})
            places = (
                at for at, node in enumerate(self.section.children) if isinstance(node, Node) and _comes_after(node)
            )
            self.section.children.insert(next(places, len(self.section.children)), size)
        width, height = (_length(size, name, 0.0) for name in ("w:w", "w:h"))
        landscape = self._sheet.width > self._sheet.height
        if landscape != (width > height):
            size.attributes["w:w"], size.attributes["w:h"] = size.get("w:h"), size.get("w:w")
        size.attributes.pop("w:orient", None)
        if landscape:
            size.attributes["w:orient"] = "landscape"


def _comes_after(node: Node) -> bool:
    """Whether an element of the page set-up comes after that for the size of the paper."""
    return not node.name.endswith("Reference") and node.name not in ("w:footnotePr", "w:endnotePr", "w:type")


def _length(node: Node | None, name: str, usual: float) -> float:
    text = node.get(name) if node is not None else ""
    return int(text) / _TWIPS if text.lstrip("-").isdecimal() and len(text) < _DIGITS else usual
