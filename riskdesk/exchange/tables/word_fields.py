"""Fields of a Word document: their code is beside the result in the text, and no page shows it."""

from riskdesk.exchange.tables.xml_tree import Node


class Fields:
    """The open fields in a paragraph.

    A field without an end in the paragraph hides nothing, as it may be broken.
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
        """Go on after an element that begins, separates or ends a field."""
        kind = node.get("fldCharType")
        if kind == "begin":
            self._open.append(id(node) in self._parted)
        elif self._open and kind == "separate":
            self._open[-1] = False
        elif kind == "end":
            del self._open[-1:]

    @property
    def hide(self) -> bool:
        """Whether the text here is only the code of a field."""
        return any(self._open)
