"""Splitting and joining the bullets of a list, as in any text."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from riskdesk.desk import mitigations, risks, siblings
from riskdesk.desk.action import Action
from riskdesk.desk.labels import Verb
from riskdesk.domain.tree import Item
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.store.transaction import Transaction

_ADDS: dict[type[Item], Callable[..., Action]] = {Risk: risks.add, Mitigation: mitigations.add}


def split(bullet: str, texts: Sequence[str]) -> Action:
    """Give a risk or mitigation the first of `texts`, and add one in the same language below it for each other text."""

    def work(tx: Transaction) -> str:
        item = _bullet(tx, bullet)
        tx.update(replace(item, description=texts[0]))
        _ADDS[type(item)](item.entry, texts[1:], siblings.place_of(tx, item) + 1, item.language).work(tx)
        return Verb.SPLIT.of([item])

    return Action(Verb.SPLIT.label, work)


def join(kept: str, gone: str, text: str) -> Action:
    """Delete the bullet `gone`, and give `text`, which was made of both texts, to the one that is `kept`."""

    def work(tx: Transaction) -> str:
        first, second = _bullet(tx, kept), _bullet(tx, gone)
        assert type(first) is type(second), "a risk never becomes part of a mitigation, or the other way"
        tx.update(replace(first, description=text))
        siblings.remove(tx, [second])
        return Verb.JOIN.of([first])

    return Action(Verb.JOIN.label, work)


def _bullet(tx: Transaction, identity: str) -> Risk | Mitigation:
    item = tx.locate(identity)
    assert isinstance(item, Risk | Mitigation), "only risks and mitigations are bullets"
    return item
