"""A small register as one line of text: what stands where, to tell what an action has moved."""

import json
from collections.abc import Sequence

from riskdesk.desk import scales
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.domain.document import from_document
from riskdesk.domain.records import kind_name, to_record
from riskdesk.domain.replay import State
from riskdesk.domain.tree import EntryTree, Item, RegisterTree
from riskdesk.domain.values import Register

# Categories, in each its entries, in each the risks and the mitigations.
START = "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"


def register_of(text: str) -> RegisterTree:
    """The register that a text tells of, with references for its risks in order."""
    return from_document(
        json.dumps({"categories": [_category(part) for part in text.split(";")]}),
        scales.profile(scales.DEFAULT),
    )


def text_of(tree: RegisterTree) -> str:
    """What stands in a register, as START tells it; places count from 0 without a gap."""
    require_rising([category.category for category in tree.categories])
    for category in tree.categories:
        require_rising([entry.entry for entry in category.entries])
    for entry in tree.entries:
        require_rising(entry.risks)
        require_rising(entry.mitigations)
    return "; ".join(
        f"{category.category.title}: {', '.join(map(_sides, category.entries))}" for category in tree.categories
    )


def state_of(*trees: RegisterTree) -> State:
    """Every record of some registers."""
    return {(kind_name(type(value)), value.id): to_record(value) for tree in trees for value in tree.values}


def after(session: Session, action: Action) -> str:
    """What stands in the first register once an action is done."""
    session.run(action)
    return text_of(session.tree(session.registers()[0].id))


def ids_of(tree: RegisterTree) -> dict[str, str]:
    """The id of each item by its text: that of an entry by the first risk in it with an e, e0 for that of r0."""
    ids = {category.category.title: category.category.id for category in tree.categories}
    ids |= {entry.risks[0].description.replace("r", "e"): entry.entry.id for entry in tree.entries if entry.risks}
    return ids | {bullet.description: bullet.id for bullet in (*tree.risks, *tree.mitigations)}


def require_rising(siblings: Sequence[Item | Register]) -> None:
    """Siblings stand in the order of their positions, no two on the same one."""
    positions = [item.position for item in siblings]
    assert positions == sorted(set(positions))


def _category(text: str) -> dict[str, object]:
    title, _, inside = text.partition(":")
    return {"title": title.strip(), "entries": [_entry(entry) for entry in inside.split(",") if entry.strip()]}


def _entry(text: str) -> dict[str, object]:
    risks, mitigations = text.split("|")
    return {"risks": risks.split(), "mitigations": mitigations.split()}


def _sides(entry: EntryTree) -> str:
    return " | ".join(" ".join(bullet.description for bullet in side) for side in (entry.risks, entry.mitigations))
