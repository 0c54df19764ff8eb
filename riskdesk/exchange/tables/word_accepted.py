"""Preparing a Word document for reading: marking placeholder texts, and joining paragraphs whose end was deleted."""

from riskdesk.exchange.tables.word_styles import is_on
from riskdesk.exchange.tables.xml_tree import Node

PROMPT = "prompt"


def prepare(document: Node) -> None:
    """Mark placeholders, and join each paragraph whose end was deleted to the next; this changes the tree."""
    _mark_prompts(document)
    nodes = [document]
    while nodes:
        node = nodes.pop()
        nodes += node.nodes
        if any(map(_is_open, node.nodes)):
            _join(node)


def _mark_prompts(document: Node) -> None:
    """Mark the placeholder texts of content controls, which nobody typed."""
    for control in document.all("sdt"):
        if is_on(control.find("sdtPr", "showingPlcHdr")):
            for text in control.all("t"):
                text.name = PROMPT


def _is_open(node: Node) -> bool:
    """Whether the end of a paragraph was deleted while changes were tracked."""
    return node.name == "p" and node.find("pPr", "rPr", "del") is not None


def _join(parent: Node) -> None:
    """Move the content of paragraphs whose end was deleted to the beginning of the next paragraph."""
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
