"""How well a register came in, beside the one that a person would have made of the same file."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from riskdesk.domain.sheets import Source
from riskdesk.exchange.tables import reading

REGISTERS = Path(__file__).parents[2] / "data" / "registers"
_RISK = ("likelihood", "impact", "residual_likelihood", "residual_impact", "owner", "status", "response", "reason",
         "reference", "title", "identified_on", "last_review", "next_review")  # fmt: skip
_MITIGATION = ("action_owner", "due_date", "status")


@dataclass
class Score:
    """Of risks, mitigations, fields and groups: how many there are and came in right, and those that are false."""

    risks: int = 0
    found: int = 0
    false: int = 0
    mitigations: int = 0
    m_found: int = 0
    m_false: int = 0
    fields: int = 0
    f_right: int = 0
    groups: int = 0
    g_right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(one + two for one, two in zip(vars(self).values(), vars(other).values(), strict=True)))

    @property
    def whole(self) -> bool:
        return (self.found, self.m_found, self.f_right, self.g_right, self.false, self.m_false) == (
            self.risks, self.mitigations, self.fields, self.groups, 0, 0,
        )  # fmt: skip

    def __str__(self) -> str:
        return (
            f"risks {self.found:4}/{self.risks:<4} false {self.false:<3}"
            f" mitigations {self.m_found:4}/{self.mitigations:<4} false {self.m_false:<3}"
            f" fields {self.f_right:4}/{self.fields:<4} groups {self.g_right:4}/{self.groups}"
        )


def sources() -> dict[Path, dict[str, Any]]:
    """The made-up registers, each with the right import."""
    expected_by_path = {}
    for expected in sorted(REGISTERS.glob("*.expected.json")):
        stem = expected.name.removesuffix(".expected.json")
        source = next(path for path in REGISTERS.glob(f"{stem}.*") if path != expected)
        expected_by_path[source] = json.loads(expected.read_text("utf-8"))
    return expected_by_path


@cache
def source_of(path: Path) -> Source:
    """The tables and texts in one of them, read once for all tests."""
    return reading.read(path)


def score(expected: Mapping[str, Any], actual: Mapping[str, Any] | None) -> Score:
    """Texts are compared with blanks folded and without the signs that end the items of a list; levels by position."""
    found_groups, found_risks, found_mitigations = _flat(actual or {})
    if expected["role"] != "register":
        return Score(false=len(found_risks))
    groups, risks, mitigations = _flat(expected)
    right, compared = _fields(risks, found_risks, _RISK)
    more, also = _fields(mitigations, found_mitigations, _MITIGATION)
    same = set(mitigations) & set(found_mitigations)
    right_risks = set(risks) & set(found_risks)
    return Score(
        len(risks), len(right_risks), len(set(found_risks) - set(risks)), len(mitigations), len(same),
        len(set(found_mitigations) - set(mitigations)), compared + also, right + more, len(groups),
        sum(group in found_groups for group in groups),
    )  # fmt: skip


def _fold(text: object) -> str:
    return re.sub(r"\s+", " ", str(text or "")).strip().rstrip(";. ").casefold()


def _item_text(item: Any) -> str:
    return _fold(item if isinstance(item, str) else item.get("description") or item.get("title"))


def _flat(register: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any], dict[str, Any]]:
    groups, risks, mitigations = [], {}, {}
    for category in register.get("categories", []):
        for entry in category.get("entries", []):
            risk_items, mitigation_items = entry.get("risks", []), entry.get("mitigations", [])
            groups.append(
                (
                    _fold(category.get("title")),
                    frozenset(map(_item_text, risk_items)),
                    frozenset(map(_item_text, mitigation_items)),
                )
            )
            risks |= {_item_text(risk): risk if isinstance(risk, dict) else {} for risk in risk_items}
            mitigations |= {_item_text(item): item if isinstance(item, dict) else {} for item in mitigation_items}
    return groups, risks, mitigations


def _fields(expected: Mapping[str, Any], actual: Mapping[str, Any], names: tuple[str, ...]) -> tuple[int, int]:
    good = compared = 0
    for text, item in expected.items():
        for name in names:
            if name in item:
                compared += 1
                here, want = actual.get(text, {}).get(name), item[name]
                good += _fold(here) == _fold(want) if want is not None else here in (None, "", [])
    return good, compared
