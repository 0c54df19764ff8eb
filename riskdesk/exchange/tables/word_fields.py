"""Fields of a Word document: what computes a text stands in it beside the text, and no page shows it."""

from riskdesk.exchange.tables.xml_tree import Node


class Fields:
    """The fields that are open in a paragraph.

    One that does not end there hides nothing: it may be broken off.
    """

    def __init__(self, paragraph: Node) -> None:
        self._parted: set[int] = set()
        self._open: list[bool] = []
        begun: list[Node] = []
        for node in paragraph.all("fldChar"):
            kind = node.get("fldCharType")
            if kind == "begin":
                begun.append(node)
            elif begun:
                self._parted.add(id(begun[-1]))
                del begun[len(begun) - (kind == "end") :]

    def follow(self, node: Node) -> None:
        """Go on behind a sign that begins, parts or ends a field."""
        kind = node.get("fldCharType")
        if kind == "begin":
            self._open.append(id(node) in self._parted)
        elif self._open and kind == "separate":
            self._open[-1] = False
        elif kind == "end":
            del self._open[-1:]

    @property
    def hide(self) -> bool:
        """Whether what stands here only computes a text."""
        return any(self._open)
