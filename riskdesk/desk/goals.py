"""The goals in a store: its registers, their items and owners, and commands."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from riskdesk.desk.goal import Goal, GoalItem, GoalKind, RegisterGoals, names_of, text_of
from riskdesk.domain.matching import Matches, Texts
from riskdesk.domain.problems import NotFound
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.typed import TypedQuery
from riskdesk.domain.values import Category, Risk

# The items that are read in one go while the user waits.
_PIECE = 150
# The signs for searching one kind alone; risks are then found by their references.
SIGNS = {">": GoalKind.COMMAND, "@": GoalKind.OWNER, "#": GoalKind.RISK}


class Goals:
    """The goals of a whole store, found by typed text; `read` returns a register that is not open by its id."""

    def __init__(self, read: Callable[[str], RegisterTree]) -> None:
        self._read = read
        self._open = ""
        self._texts, self._references = Texts(), Texts()
        self._registers: dict[str, RegisterGoals] = {}
        # The register of each item and owner, and each item as it was when its text was read.
        self._home: dict[str, str] = {}
        self._items: dict[str, GoalItem] = {}
        self._stale: set[str] = set()
        self._others: dict[str, Goal] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there are only commands."""
        return not self._registers and all(goal.kind is GoalKind.COMMAND for goal in self._others.values())

    def outdate(self, registers: Collection[str]) -> None:
        """Mark registers as changed, so that `follow` reads them again."""
        self._stale.update(registers)

    def follow(self, tree: RegisterTree | None, others: Iterable[Goal]) -> Iterator[None]:
        """Update the goals to the open register, and to the other registers and commands in `others`.

        Each `next` reads a part, the open register first. The parts read so far can be found at once, and unchanged
        ones are not read again.
        """
        self._keep_others(others)
        before, self._open = self._open, "" if tree is None else tree.register.id
        there = {goal.id for goal in self._others.values() if goal.kind is GoalKind.REGISTER} | {self._open}
        for register in self._registers.keys() - there:
            self._let_go(register)
        for register in {before, self._open} & self._registers.keys() if before != self._open else ():
            goals = self._registers[register]
            self._place(key for key in (*goals.items, *goals.owners) if self._home.get(key) == register)
        return self._reading(tree, there)

    def goal(self, key: str) -> Goal | None:
        """The goal for a key; None if it no longer exists."""
        home = self._home.get(key)
        if home is None:
            return self._others.get(key)
        goal = self._registers[home].goal(key)
        return goal if home == self._open else replace(goal, home=self._others[home].text)

    def find(self, typed: str, most: int, first: Sequence[str] = ()) -> Matches:
        """The keys of the goals that match the typed text, the best first; among equals, those in `first` come first.

        A sign at the beginning limits the search to one kind (`SIGNS`). If nothing else is typed, all of that kind in
        the open register are found; if nothing is typed at all, those in `first`, and the commands.
        """
        kind = SIGNS.get(typed[:1])
        query = TypedQuery(typed[1:] if kind else typed)
        if not query.text.strip():
            return self._listed(kind, most, first)
        if kind is GoalKind.RISK:
            return self._references.find(query, most, first=first)
        return self._texts.find(query, most, self._keys_of(kind, self._registers) if kind else None, first)

    def _listed(self, kind: GoalKind | None, most: int, first: Sequence[str]) -> Matches:
        keys = self._keys_of(kind or GoalKind.COMMAND, [self._open] if self._open in self._registers else [])
        before = [key for key in first if (key in keys if kind else self.goal(key) is not None)]
        listed = dict.fromkeys([*before, *keys])
        return Matches(list(islice(listed, most)), len(listed))

    def _keys_of(self, kind: GoalKind, registers: Iterable[str]) -> list[str]:
        """The keys of one kind in some registers, in order; for risks, only of those with a reference."""
        register_goals = [self._registers[register] for register in registers]
        if kind is GoalKind.RISK:
            return [key for its in register_goals for key in its.items if key in self._references]
        if kind is GoalKind.OWNER:
            return [key for its in register_goals for key in its.owners]
        return [key for key, goal in self._others.items() if goal.kind is kind]

    def _keep_others(self, goals: Iterable[Goal]) -> None:
        before, self._others = self._others, {goal.key: goal for goal in goals}
        for key in before.keys() - self._others.keys():
            self._texts.drop(key)
        for key, goal in self._others.items():
            if key not in self._texts or before[key].text != goal.text:
                self._texts.put(key, goal.text, short=True)
                self._texts.stand(key, last=goal.late)

    def _reading(self, tree: RegisterTree | None, there: set[str]) -> Iterator[None]:
        if tree is not None:
            yield from self._take(tree)
        for register in list(there - {self._open}):
            if register in self._stale or register not in self._registers:
                try:
                    yield from self._take(self._read(register))
                except NotFound:
                    # Another program has just deleted it.
                    continue

    def _take(self, tree: RegisterTree) -> Iterator[None]:
        """Read a register, its items in pieces."""
        register = tree.register.id
        # It stays marked as stale until all is read, as an action may change it between two parts.
        self._stale.add(register)
        before = self._registers.get(register)
        if before is None or before.tree is not tree:
            self._registers[register] = RegisterGoals(tree)
            self._forget(before, self._registers[register])
            self._put_owners(before, self._registers[register])
        goals = self._registers[register]
        unread = [item for key, item in goals.items.items() if self._items.get(key) is not item]
        for start in range(0, len(unread), _PIECE):
            for item in unread[start : start + _PIECE]:
                self._put(item, register)
            yield
        self._stale.discard(register)

    def _put(self, item: GoalItem, register: str) -> None:
        names = names_of(item.reference) if isinstance(item, Risk) else []
        self._texts.put(item.id, text_of(item), *names, short=isinstance(item, Category))
        if item.id in self._references:
            self._references.drop(item.id)
        if names:
            self._references.put(item.id, *names)
        self._items[item.id], self._home[item.id] = item, register
        self._place([item.id])

    def _put_owners(self, before: RegisterGoals | None, now: RegisterGoals) -> None:
        for key, goal in now.owners.items():
            if before is None or key not in before.owners:
                self._texts.put(key, goal.text, short=True)
                self._home[key] = now.register
                self._place([key])

    def _forget(self, before: RegisterGoals | None, now: RegisterGoals | None) -> None:
        """Drop the goals that are no longer in a register."""
        if before is None:
            return
        staying = {**now.items, **now.owners}.keys() if now is not None else set()
        for key in (*before.items, *before.owners):
            # Items that were moved to another register are kept.
            if key not in staying and self._home.get(key) == before.register:
                self._drop(key)

    def _let_go(self, register: str) -> None:
        self._forget(self._registers[register], None)
        del self._registers[register]

    def _drop(self, key: str) -> None:
        self._items.pop(key, None)
        del self._home[key]
        self._texts.drop(key)
        if key in self._references:
            self._references.drop(key)

    def _place(self, keys: Iterable[str]) -> None:
        """Rank items of the open register before those of others."""
        for key in keys:
            for texts in (self._texts, self._references):
                if key in texts:
                    texts.stand(key, last=self._home[key] != self._open)
