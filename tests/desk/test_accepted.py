"""Whatever a register document holds: it is refused in a sentence, or what is accepted opens again."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import health, registers, scales, transfer
from riskdesk.desk.formats import Request
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.document import from_document, to_document
from riskdesk.domain.possible import FIRST_DAY, LAST_DAY
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import Problem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language

TIME = datetime(2026, 1, 1, tzinfo=UTC)


DEFAULT = scales.profile(scales.DEFAULT)


def mostly(usual: st.SearchStrategy[object], odd: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.integers(0, 24).flatmap(lambda number: usual if number else odd)


HUGE = st.sampled_from([-1, 2**31 - 1, 2**31, 3_000_000_000, 2**63 - 1, 2**70])
NUMBERS, LEVELS = mostly(st.integers(0, 40), HUGE), mostly(st.integers(1, 5), HUGE)
SIGNS = st.sampled_from(["a", "É", "e\u0301", " ", "\u00a0", "\u200b", "\n", "\r", "\u2028", "R-05", "中"])
ODD_TEXTS = st.sampled_from(["\x1b", "\ud800", "\0", "a" + "\u0301" * 150])
TEXTS = mostly(st.lists(SIGNS, max_size=3).map("".join), ODD_TEXTS)
DAYS = mostly(
    st.dates(FIRST_DAY, LAST_DAY).map(str),
    st.sampled_from(["20261128", "2026-W01-1", "yesterday", "", "0027-05-06", "9999-12-31"]),
)
IDS = mostly(st.uuids().map(str), st.sampled_from(["", "r1", "0" * 36, "00000000-0000-0000-0000-000000000001"]))
NAMES = st.sampled_from(["", " ", "R-05", "r-05 ", "R-999999999", "R-9999999999", "X", "\u200bX"])
WORDS = TEXTS | st.fixed_dictionaries({}, optional={"en": TEXTS, "fr": TEXTS})
STEPS = st.lists(st.fixed_dictionaries({"name": WORDS}, optional={"definition": WORDS}), min_size=1, max_size=14)
BANDS = st.fixed_dictionaries({"name": WORDS}, optional={"upto": NUMBERS, "colour": st.sampled_from(["blue", "", "x"])})
SCALES = st.fixed_dictionaries(
    {
        "name": WORDS,
        "likelihood": STEPS,
        "impact": STEPS,
        "rule": st.sampled_from(["product", "sum", "table"]),
        "bands": st.lists(BANDS, max_size=4),
    },
    optional={"tolerance": NUMBERS, "table": st.lists(st.lists(NUMBERS, max_size=3), max_size=3)},
) | st.just({**json.loads(to_document(template("blank", Language.ENGLISH)))["scale"], "name": " Mine "})
LISTINGS = mostly(st.dictionaries(TEXTS, TEXTS, max_size=2).map(json.dumps), st.sampled_from(["", "[]", "{", "5"]))
RISKS = st.fixed_dictionaries(
    {"description": TEXTS},
    optional={
        "id": IDS,
        "reference": NAMES,
        "likelihood": LEVELS,
        "impact": LEVELS,
        "owner": TEXTS,
        "last_review": DAYS,
    },
)
MITIGATIONS = TEXTS | st.fixed_dictionaries({}, optional={"id": IDS, "due_date": DAYS, "action_owner": TEXTS})
ENTRIES = st.fixed_dictionaries(
    {"risks": st.lists(RISKS, max_size=3), "mitigations": st.lists(MITIGATIONS, max_size=2)}
)
DOCUMENTS = st.fixed_dictionaries(
    {
        "categories": st.lists(
            st.fixed_dictionaries({"title": TEXTS, "entries": st.lists(ENTRIES, max_size=2)}), max_size=2
        )
    },
    optional={
        "id": IDS,
        "title": TEXTS,
        "references": NUMBERS,
        "position": NUMBERS,
        "date": DAYS,
        "period_end": DAYS,
        "scale": SCALES,
        "saved_views": st.lists(st.fixed_dictionaries({"name": TEXTS, "listing": LISTINGS}), max_size=2),
        "waivers": st.lists(st.fixed_dictionaries({"gap": TEXTS, "reason": TEXTS}), max_size=2),
        "print_sets": st.lists(st.fixed_dictionaries({"name": TEXTS}, optional={"id": IDS}), max_size=1),
    },
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("accepted")


def taken_in(text: str, path: Path) -> RegisterTree | None:
    """The register of a document as a store holds it that was closed and opened again; None if it is refused."""
    path.unlink(missing_ok=True)
    with closing(Session.create(path, "me")) as session:
        try:
            session.run(registers.add(from_document(text, DEFAULT)))
        except Problem:
            return None
    with closing(Session.open(path, "me")) as session:
        return session.tree(session.registers()[0].id)


@given(content=DOCUMENTS)
def test_what_is_accepted_opens_again_and_goes_out_and_comes_in_as_it_is(folder: Path, content: object) -> None:
    path = folder / "a.riskdesk"
    tree = taken_in(json.dumps(content), path)
    if tree is None:
        return
    assert health.check(path) == []
    transfer.export(Request(tree, Print(), TIME, TIME.date()), folder / "a.json")
    again = taken_in((folder / "a.json").read_text("utf-8"), path)
    assert again == tree
