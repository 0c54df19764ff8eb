"""No bullet is lost on the way to paper: each carries a serial number, and each number is read out exactly once."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print, PrintColumn
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree

MARKUP = ("<b>", "</td>", "&amp;", "%", "\\", "(", ")", "<<", ">>", "endstream", "<img src='x'>", "{title}")
RTL = ("خطر", "السلام", "שלום", "(سياسي)")
WORD = (
    st.text(st.characters(codec="utf-8", exclude_characters="q0123456789"), max_size=30)
    | st.sampled_from(MARKUP + RTL)
    | st.integers(1, 400).map("W".__mul__)
)
BULLET = (
    st.lists(WORD, max_size=25).map(" ".join) | st.integers(0, 300).map("co-operation ".__mul__) | st.just("a " * 900)
)
CELL = st.lists(BULLET, max_size=7)
REGISTERS = st.lists(
    st.tuples(st.text("abc <&\n", max_size=80), st.lists(st.tuples(CELL, CELL), max_size=5)), max_size=4
)
PRINTS = st.builds(
    Print,
    kind=st.sampled_from([DocumentKind.APPENDIX, DocumentKind.WORKING]),
    paper=st.sampled_from(list(Paper)),
    orientation=st.sampled_from(list(Orientation)),
    columns=st.sets(st.sampled_from(list(PrintColumn))).map(lambda chosen: (*chosen, PrintColumn.MITIGATIONS)),
)


def numbered(tree: RegisterTree) -> tuple[RegisterTree, int]:
    """The register with a serial number in the middle of each bullet, and how many there are."""
    count = 0

    def marked(bullet):
        nonlocal count
        count += 1
        half = len(bullet.description) // 2
        text = f"{bullet.description[:half]} q{count}q {bullet.description[half:]}"
        return replace(bullet, description=text)

    categories = tuple(
        CategoryTree(
            category.category,
            tuple(
                EntryTree(entry.entry, tuple(map(marked, entry.risks)), tuple(map(marked, entry.mitigations)))
                for entry in category.entries
            ),
        )
        for category in tree.categories
    )
    return RegisterTree(tree.register, categories), count


def serials(pages: list[str]) -> list[int]:
    # A mark without a meaning of its own may stand between the signs of another word.
    text = "".join("".join(pages).replace("\u200b", "").split())
    return sorted(int(number) for number in re.findall(r"q(\d+)q", text))


def test_every_bullet_of_any_register_is_printed_once(request, register, printed):
    examples = 3_000 if request.config.getoption("--soak") else 30

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(REGISTERS, PRINTS)
    def check(content, how):
        tree, count = numbered(register(content))
        assert serials(printed(tree, how).pages) == list(range(1, count + 1))

    check()


@pytest.mark.parametrize("kind", [DocumentKind.APPENDIX, DocumentKind.WORKING])
@pytest.mark.parametrize("text", ["word " * 20_000, "W" * 100_000, "خطر " * 5_000], ids=["words", "one word", "Arabic"])
def test_a_bullet_of_a_hundred_thousand_characters_goes_over_pages(register, printed, kind, text):
    tree, count = numbered(register([("C", [([text, "short"], ["short", text])])]))
    printout = printed(tree, Print(kind))
    assert serials(printout.pages) == list(range(1, count + 1))
    assert len(printout.pages) > 5
    signs = set(text) - {" "}
    assert all("".join(printout.pages).count(sign) >= 2 * text.count(sign) for sign in signs)
