"""The text of a paragraph in a Word document, and remarks about it."""

from collections.abc import Callable, Iterator, Mapping

from riskdesk.domain.language import NBSP, NNBSP
from riskdesk.domain.sheets import NOTE_BEGIN, NOTE_END
from riskdesk.domain.text import without_control
from riskdesk.exchange.tables import word_signs
from riskdesk.exchange.tables.word_accepted import PROMPT
from riskdesk.exchange.tables.word_fields import Fields
from riskdesk.exchange.tables.word_styles import Styles
from riskdesk.exchange.tables.xml_tree import Node

# Elements for text that was deleted while changes were tracked, and for the content of a text box.
GONE, BOX = ("del", "moveFrom"), "txbxContent"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
_NO_BREAK_SPACES = (NBSP, NNBSP)
# Kinds of text that do not count as visible, by the properties of their runs.
_UNLIKE = {"hidden_text": ("vanish",), "struck_text": ("strike", "dstrike")}


class Texts:
    """A reader of the paragraphs of a Word document, one after the other.

    `remark` is called with the kind of a remark and the text that it is about.
    """

    def __init__(self, styles: Styles, notes: Mapping[str, str], remark: Callable[[str, str], None]) -> None:
        self._styles, self._notes, self._remark = styles, notes, remark
        self._paragraph = Node("p", {})
        self._fields = Fields(self._paragraph)
        self._unlike: dict[str, str] = {}

    def of(self, paragraph: Node) -> str:
        """The text of a paragraph, without its text boxes."""
        self._paragraph, self._fields, self._unlike = paragraph, Fields(paragraph), {}
        text = without_control("".join(self._pieces(paragraph)))
        for kind, unlike_text in self._unlike.items():
            self._remark(kind, unlike_text)
        return text

    def _pieces(self, node: Node, *, inserted: bool = False) -> Iterator[str]:
        """The texts in an element.

        Inserted text is remarked on once, however often the file marks it inside the element.
        """
        for child in shown(node):
            if child.name in GONE:
                self._remark("deleted_text", whole_text(child))
            elif child.name == PROMPT:
                self._remark("placeholder", child.text)
            elif (own := self._own(child)) is not None:
                yield "" if self._fields.hide else own
            elif child.name != BOX:
                yield from self._inside(child, inserted=inserted)

    def _inside(self, node: Node, *, inserted: bool) -> Iterator[str]:
        """The texts in an element that has no text itself."""
        new = node.name in ("ins", "moveTo")
        if new and not inserted:
            self._remark("inserted_text", whole_text(node))
        # The beginning of a field may contain a legacy form field.
        pieces = list(self._pieces(node, inserted=inserted or new))
        if node.name == "fldChar":
            self._fields.follow(node)
        if node.name == "r" and any(pieces):
            for kind, names in _UNLIKE.items():
                if self._styles.looks(node, self._paragraph, *names):
                    self._unlike[kind] = self._unlike.get(kind, "") + "".join(pieces)
        yield from pieces

    def _own(self, node: Node) -> str | None:
        """The text of an element itself; None if only elements inside have text."""
        if node.name == "t":
            return node.text
        if node.name == "r" and _is_no_break_space(node):
            return " "
        if node.name in _SIGNS:
            # A page or column break separates words.
            return " " if node.get("type") in ("page", "column") else _SIGNS[node.name]
        if node.name in word_signs.READERS:
            return word_signs.READERS[node.name](node)
        if node.name in ("footnoteReference", "endnoteReference"):
            note = self._notes.get(node.name.removesuffix("Reference") + node.get("id"), "")
            return f"{NOTE_BEGIN}{note}{NOTE_END}" if note else ""
        return None


def shown(node: Node) -> Iterator[Node]:
    """The elements in a node, without properties, phonetic guides, and alternatives for older programs."""
    choice = node.find("Choice")
    for child in node.nodes:
        again = child.name in ("Choice", "Fallback") and choice is not None and child is not choice
        if not (again or child.name.endswith("Pr") or child.name == "rt"):
            yield child


def whole_text(node: Node) -> str:
    """All text in an element, even if it was deleted."""
    return "".join(child.text for child in (*node.all("t"), *node.all("delText")))


def _is_no_break_space(run: Node) -> bool:
    """Whether a run is a no-break space without a language, which Riskdesk writes for one typed as a plain space."""
    language = run.find("rPr", "lang")
    is_mute = language is not None and language.get("val") == "zxx"
    return (is_mute or run.find("rPr", "noProof") is not None) and run.text in _NO_BREAK_SPACES
