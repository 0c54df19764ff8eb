"""Actions on any mix of categories, entries, risks and mitigations; each is one step."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Any

from riskdesk.desk import branches, losses, references, siblings, together
from riskdesk.desk.action import Action, is_sweeping
from riskdesk.desk.branches import root
from riskdesk.desk.clip import Clip
from riskdesk.desk.labels import Verb
from riskdesk.desk.lineage import lineage, register_of
from riskdesk.domain.comparing.sameness import key
from riskdesk.domain.records import kind_name
from riskdesk.domain.tree import Branch, CategoryTree, Item
from riskdesk.domain.values import Category, Entry, Mitigation, Register, Risk
from riskdesk.store.transaction import Transaction

BulletType = losses.BulletType


def delete(ids: Sequence[str]) -> Action:
    """Delete items with their content."""

    def work(tx: Transaction) -> str:
        items = _topmost(tx, ids)
        siblings.remove(tx, items)
        return Verb.DELETE.of(items)

    return Action(Verb.DELETE.label, work, sweeping=is_sweeping(ids))


def duplicate(ids: Sequence[str]) -> Action:
    """Add a copy of each item after the last of them under its parent."""

    def work(tx: Transaction) -> str:
        items = _topmost(tx, ids)
        for group in _families(items):
            copies, last = [branches.read(tx, item) for item in group], group[-1]
            branches.plant(
                tx, copies, siblings.parent_of(last), siblings.place_of(tx, last) + 1, register_of(tx, last.id)
            )
        return Verb.DUPLICATE.of(items)

    return Action(Verb.DUPLICATE.label, work)


def move(ids: Sequence[str], by: int) -> Action:
    """Move items one place up (-1) or down (+1); at the edge of their parent, into the neighbouring one."""

    def work(tx: Transaction) -> str:
        items = _topmost(tx, ids)
        for group in list(_families(items))[::-by]:
            _move_family(tx, group, by)
        return Verb.MOVE.of(items)

    return Action(Verb.MOVE.label, work)


def place(ids: Sequence[str], parent: str, at: siblings.SiblingPlace, column: BulletType | None = None) -> Action:
    """Move items to a place under a parent, as drag and drop does.

    Parents are entries for risks and mitigations, categories for entries, registers for categories; NotFound for other
    combinations. Risks put into the column of mitigations become mitigations, and the other way round. A risk moved to
    another register gets a new reference if its own is taken there.
    """

    def work(tx: Transaction) -> str:
        items = _topmost(tx, ids)
        for group in _kinds(items):
            kind = type(group[0])
            if column and kind in (Risk, Mitigation) and kind is not column:
                siblings.insert(tx, [_converted(tx, item, parent) for item in group], at)
                siblings.remove(tx, group)
            else:
                siblings.move(tx, _with_own_references(tx, group, parent), parent, at)
        return Verb.MOVE.of(items)

    return Action(Verb.MOVE.label, work)


def place_in_category(ids: Sequence[str], category: str) -> Action:
    """Move risks and entries to the end of a category; mitigations move only with their entry.

    If all risks of an entry are moved, the entry moves as a whole; else they move in an entry of their own.
    """

    def work(tx: Transaction) -> str:
        items = [item for item in _topmost(tx, ids) if isinstance(item, Entry | Risk)]
        entries = [item for item in items if isinstance(item, Entry) and item.category != category]
        if entries:
            siblings.move(tx, entries, category, None)
        together.move(tx, [item.id for item in items if isinstance(item, Risk)], category)
        return Verb.MOVE.of(items)

    return Action(Verb.MOVE.label, work)


def paste(clip: Clip, target: str, column: BulletType | None = None, at: siblings.SiblingPlace = None) -> Action:
    """Add copied items after the item `target`, or at the end of the register if `target` is one.

    Items that belong inside the target are added at the place `at` there. Entries in categories go to the end of those
    with the same titles, where the register has them: from a table of another program to any, else to empty ones.
    Beside such entries, empty categories that the register has are not added.
    """

    def work(tx: Transaction) -> str:
        register = register_of(tx, target)
        homed, others = _parted(tx, clip, register)
        for home, entries in homed.items():
            branches.plant(tx, entries, home, None, register)
        fitting: defaultdict[type[Branch], list[Branch]] = defaultdict(list)
        for branch in others:
            fitted = _in_column(branch, column)
            fitting[type(fitted)].append(fitted)
        # Each kind at once: pasted one by one after the target, they would end up in reverse order.
        for group in fitting.values():
            _paste_kind(tx, group, target, at)
        return Verb.PASTE.of(root(branch) for branch in chain(*homed.values(), others))

    return Action(Verb.PASTE.label, work)


def _topmost(tx: Transaction, ids: Sequence[str]) -> list[Item]:
    chosen_ids = set(ids)
    items = [tx.locate(identity) for identity in dict.fromkeys(ids)]
    return [item for item in items if not chosen_ids & {above.id for above in list(lineage(tx, item))[1:]}]


def _kinds(items: Sequence[Item]) -> Iterator[list[Item]]:
    ordered = sorted(items, key=lambda item: kind_name(type(item)))
    return (list(group) for _, group in groupby(ordered, key=type))


def _with_own_references(tx: Transaction, items: list[Item], parent: str) -> list[Item]:
    """Items to be moved under a parent, with new references for risks whose own is taken in that register."""
    register = register_of(tx, parent)
    coming = [item for item in items if register_of(tx, item.id) != register]
    risks = (
        part for item in coming for part in (item, *branches.within(branches.read(tx, item))) if isinstance(part, Risk)
    )
    references.make_free(tx, register, risks)
    return [tx.locate(item.id) for item in items] if coming else items


def _families(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items grouped by kind and parent, each group in order."""
    groups: dict[tuple[type[Item], str], list[Item]] = {}
    for item in items:
        groups.setdefault((type(item), siblings.parent_of(item)), []).append(item)
    return (sorted(group, key=lambda item: item.position) for group in groups.values())


def _move_family(tx: Transaction, group: list[Item], by: int) -> None:
    parent, edge = siblings.parent_of(group[0]), group[0] if by < 0 else group[-1]
    place, last = siblings.place_of(tx, edge), len(tx.children(type(edge), parent)) - 1
    if 0 <= place + by <= last:
        siblings.move(tx, group, parent, place - 1 if by < 0 else place + 2)
        return
    neighbour = _neighbour(tx, edge, by)
    if neighbour is not None:
        end = len(tx.children(type(edge), neighbour.id))
        siblings.move(tx, group, neighbour.id, end if by < 0 else 0)


def _neighbour(tx: Transaction, item: Item, by: int) -> Item | None:
    """The parent next to that of an item, in the order of the register."""
    if isinstance(item, Category):
        return None
    categories = tx.children(Category, register_of(tx, item.id))
    around: list[Item] = [*categories]
    if isinstance(item, Risk | Mitigation):
        around = [entry for category in categories for entry in tx.children(Entry, category.id)]
    index = [parent.id for parent in around].index(siblings.parent_of(item)) + by
    return around[index] if 0 <= index < len(around) else None


def _converted(tx: Transaction, item: Item, entry: str) -> Item:
    assert isinstance(item, Risk | Mitigation), "only risks and mitigations change columns"
    shared = _shared(item)
    if isinstance(item, Risk):
        return Mitigation(entry=entry, **shared)
    (new_reference,) = tx.give_references(register_of(tx, entry), 1)
    return Risk(entry=entry, reference=new_reference, **shared)


def _shared(item: Risk | Mitigation) -> dict[str, Any]:
    """The fields that an item shares with those of the other column, by their names there."""
    return {name: getattr(item, own) for own, name in losses.SHARED[type(item)].items()}


def _parted(tx: Transaction, clip: Clip, register: str) -> tuple[dict[str, list[Branch]], list[Branch]]:
    """The entries that go to categories with the titles of their own, by the ids of these, and all other branches."""
    # Of several with the same title, the first one.
    categories = reversed(tx.children(Category, register))
    open_ones = (category for category in categories if clip.foreign or not tx.children(Entry, category.id))
    homes = {title: category.id for category in open_ones if (title := key(category.title))}
    homed: defaultdict[str, list[Branch]] = defaultdict(list)
    others: list[tuple[Branch, str | None]] = []
    for branch in clip.branches:
        home = homes.get(key(branch.category.title)) if isinstance(branch, CategoryTree) else None
        if isinstance(branch, CategoryTree) and branch.entries and home is not None:
            homed[home] += branch.entries
        else:
            others.append((branch, home))
    return homed, [branch for branch, home in others if home is None or not homed]


def _paste_kind(tx: Transaction, group: list[Branch], target: str, at: siblings.SiblingPlace) -> None:
    parent, after = _spot(tx, type(root(group[0])), target)
    branches.plant(tx, group, parent, at if parent == target else after, register_of(tx, parent))


def _in_column(branch: Branch, column: BulletType | None) -> Branch:
    if not isinstance(branch, Risk | Mitigation) or column is None or isinstance(branch, column):
        return branch
    return column(entry="", **_shared(branch))


def _spot(tx: Transaction, kind: type[Item], target: str) -> tuple[str, int | None]:
    """The place for a pasted item of a kind: the id of its parent and a place there (None: at the end)."""
    if tx.find(Register, target):
        return _spot_in_register(tx, kind, target)
    for item in lineage(tx, tx.locate(target)):
        if type(item) is kind:
            return siblings.parent_of(item), siblings.place_of(tx, item) + 1
        if (isinstance(item, Entry) and kind in (Risk, Mitigation)) or (isinstance(item, Category) and kind is Entry):
            return item.id, None
    entry = Entry(category=target)
    siblings.insert(tx, [entry])
    return entry.id, None


def _spot_in_register(tx: Transaction, kind: type[Item], register: str) -> tuple[str, int | None]:
    if kind is Category:
        return register, None
    categories = tx.children(Category, register)
    if not categories:
        categories = [Category(register=register)]
        siblings.insert(tx, categories)
    return _spot(tx, kind, categories[-1].id)
