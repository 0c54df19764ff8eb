"""A Word document made ready to be walked through: prompts are told from texts, and deleted line ends are gone."""

from riskdesk.exchange.tables.word_styles import is_on
from riskdesk.exchange.tables.xml_tree import Node

PROMPT = "prompt"


def prepare(document: Node) -> None:
    """Mark the prompts in a document, and join each paragraph whose end was deleted with the next; changes its tree."""
    _mark_prompts(document)
    nodes = [document]
    while nodes:
        node = nodes.pop()
        nodes += node.nodes
        if any(map(_is_open, node.nodes)):
            _join(node)


def _mark_prompts(document: Node) -> None:
    """Tell the words in content controls that ask for a text from texts: nobody typed them."""
    for control in document.all("sdt"):
        if is_on(control.find("sdtPr", "showingPlcHdr")):
            for text in control.all("t"):
                text.name = PROMPT


def _is_open(node: Node) -> bool:
    """Whether the end of a paragraph was deleted while changes were tracked."""
    return node.name == "p" and node.find("pPr", "rPr", "del") is not None


def _join(parent: Node) -> None:
    """Let what stands in a paragraph whose end was deleted stand at the beginning of the next."""
    children: list[Node | str] = []
    for child in parent.children:
        before = children[-1] if children else None
        if isinstance(child, Node) and child.name == "p" and isinstance(before, Node) and _is_open(before):
            moved = [part for part in before.children if not isinstance(part, Node) or part.name != "pPr"]
            own = [part for part in child.children if isinstance(part, Node) and part.name == "pPr"]
            child.children = [*own, *moved, *child.children[len(own) :]]
            children.pop()
        if not isinstance(child, str) or child.strip():
            children.append(child)
    parent.children = children
