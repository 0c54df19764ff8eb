"""What a search finds, all at once."""

from riskdesk.desk.find import Finding, Hit
from riskdesk.domain.tree import RegisterTree


def hits(tree: RegisterTree, text: str) -> list[Hit]:
    """Every place where a text stands in a register, in its order."""
    finding = Finding(text)
    for _ in finding.following(tree):
        pass
    return finding.hits
