"""What a search finds, all at once."""

from riskdesk.desk.find import Hit, RegisterSearch
from riskdesk.domain.tree import RegisterTree


def hits(tree: RegisterTree, text: str) -> list[Hit]:
    """Every place where a text stands in a register, in its order."""
    search = RegisterSearch(text)
    for _ in search.following(tree):
        pass
    return search.hits
