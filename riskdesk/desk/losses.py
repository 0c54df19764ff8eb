"""The data that risks and mitigations would lose in an action, so that the user can be asked before."""

from collections.abc import Container, Iterator
from dataclasses import fields
from typing import NamedTuple, TypeAlias

from riskdesk.desk.clip import Clip
from riskdesk.domain.references import highest
from riskdesk.domain.telling import name_of
from riskdesk.domain.values import Mitigation, Risk

Bullet: TypeAlias = Risk | Mitigation
BulletType: TypeAlias = type[Risk] | type[Mitigation]
# The fields of each kind that the other has as well, with their names there.
SHARED: dict[BulletType, dict[str, str]] = {
    Risk: {"description": "description", "owner": "action_owner", "language": "language"},
    Mitigation: {"description": "description", "action_owner": "owner", "language": "language"},
}
_PLACE = {"id", "entry", "position"}


class Loss(NamedTuple):
    """The fields that an item would lose, by their names; `item` is its name."""

    item: str
    fields: tuple[str, ...]


def in_column(clip: Clip, column: BulletType | None) -> list[Loss]:
    """The fields that copied risks and mitigations would lose if they are put into a column.

    A reference that Riskdesk gave is listed only with other losses: by itself it is not worth a question.
    """
    others = [each for each in clip.branches if isinstance(each, Risk | Mitigation) and _turns(each, column)]
    lost = [(each, _lost(each, SHARED[type(each)].keys())) for each in others]
    return [Loss(name_of(each), names) for each, names in lost if names]


def in_joining(kept: Bullet, gone: Bullet) -> Loss | None:
    """The fields that the second of two bullets would lose if they are joined, except its text and equal fields.

    The language of a text is not worth a question either.
    """
    alike = {field.name for field in fields(gone) if getattr(kept, field.name) == getattr(gone, field.name)}
    names = _lost(gone, alike | {"description", "language"})
    return Loss(name_of(gone), names) if names else None


def _turns(item: Bullet, column: BulletType | None) -> bool:
    return column is not None and not isinstance(item, column)


def _lost(item: Bullet, kept_names: Container[str]) -> tuple[str, ...]:
    """The names of the fields that are filled and not kept; none if that is only a reference that Riskdesk gave."""
    names = tuple(name for name in _filled_fields(item) if name not in kept_names)
    has_given_reference = isinstance(item, Risk) and highest([item.reference]) > 0
    return () if names == ("reference",) and has_given_reference else names


def _filled_fields(item: Bullet) -> Iterator[str]:
    """The names of the fields that are filled, except those for the place of the item."""
    for field in fields(item):
        if field.name not in _PLACE and getattr(item, field.name) != field.default:
            yield field.name
