"""Identities of values: each once, and side by side where they are given together."""

from itertools import count
from uuid import UUID

import pytest

from riskdesk.domain import values
from riskdesk.domain.possible import is_identity
from riskdesk.domain.values import new_id


def test_identities_are_given_once() -> None:
    identities = [new_id() for _ in range(10_000)]
    assert len(set(identities)) == len(identities)
    assert all(is_identity(identity) and UUID(identity).version == 4 for identity in identities)


def test_identities_that_are_given_together_begin_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred in each second."""
    ticks = count()
    monkeypatch.setattr(values, "monotonic", lambda: next(ticks) / 100)
    beginnings = [[new_id()[:8] for _ in range(100)] for _ in range(10)]
    assert [len(set(second)) for second in beginnings] == 10 * [1]
    assert len({second[0] for second in beginnings}) == 10
    assert [second[0] for second in beginnings] != sorted(second[0] for second in beginnings), (
        "they do not tell the time"
    )
