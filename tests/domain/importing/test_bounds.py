"""What no register has is refused at once, and what takes time is done for a few cells, however many a file has."""

import difflib
from string import ascii_lowercase

import pytest

from riskdesk.domain.importing import bounds
from riskdesk.domain.importing.bounds import MOST_HEADS, MOST_ITEMS, MOST_KNOWN
from riskdesk.domain.importing.words import heads
from riskdesk.domain.importing.words.vocabulary import HEADS
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.sheets import TextLine
from tests.domain.importing.sheets import imported, kinds, outline, sheet, table

HEAD = ["Ref", "Risk", "Likelihood", "Impact", "Mitigation"]
WORDS = ("one", "two", "three", "four", "five", "six")


def row(number: int, measure: str = "Boats") -> list[str]:
    return [f"R{number}", f"The river comes over its banks in village {number} there", "High", "Low", measure]


def test_as_many_heads_as_pages_of_a_long_register_come_in() -> None:
    rows = [line for number in range(MOST_HEADS // 3) for line in (HEAD, row(number))]
    file_import = imported(sheet(rows))
    assert file_import.tree is not None
    assert sum(1 for _ in file_import.tree.risks) == MOST_HEADS // 3


@pytest.mark.parametrize("other", [HEAD, [*HEAD[:2], "Mitigation", "Impact", "Likelihood"]])
def test_more_heads_than_any_register_has_are_refused(other: list[str]) -> None:
    with pytest.raises(InputProblem, match="rows with heads of columns"):
        imported(sheet([HEAD if number % 2 else other for number in range(MOST_HEADS * 2 + 2)]))


def test_more_tables_with_heads_than_any_document_has_are_refused() -> None:
    with pytest.raises(InputProblem, match="rows with heads of columns"):
        imported(*(table([HEAD, row(number)], number) for number in range(1, MOST_HEADS + 2)))


def test_more_known_columns_than_any_register_has_are_refused() -> None:
    more = [f"Likelihood q{first}{second}" for first in ascii_lowercase[:10] for second in ascii_lowercase[:20]]
    assert len(more) == MOST_KNOWN
    with pytest.raises(InputProblem, match="a table of 205 columns and 1 rows"):
        imported(sheet([HEAD + more, row(1) + ["High"] * MOST_KNOWN]))


@pytest.mark.parametrize("sign", ["\n", "; ", "\n\n- "])
def test_more_items_than_a_register_file_holds_are_refused(sign: str) -> None:
    with pytest.raises(InputProblem, match="more than 200,000 risks, mitigations or remarks"):
        imported(sheet([HEAD, row(1, sign.join(["Boats"] * (MOST_ITEMS + 2)))]))


def test_items_of_all_columns_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_ITEMS", 3_000)
    heads_, lines = ["Risk", *(f"Measure {number}" for number in (1, 2, 3))], "\n".join(["- Boats"] * 1_000)
    with pytest.raises(InputProblem, match="more than 3,000 risks, mitigations or remarks"):
        imported(
            sheet([heads_, ["The river comes over its banks", lines, lines, f"{lines}\n- Boats\n- Hoses\n- Hats"]])
        )


def test_misspelt_heads_are_looked_for_in_a_few_cells_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_MISSPELT", 1_000)
    heads._misspelt.cache_clear()
    rows = [
        [f"Risk of {number} q here and there now", f"wrods of q{number}z", f"oter of q{number}x"]
        for number in range(900)
    ]
    imported(sheet(rows))
    assert 0 < heads._misspelt.cache_info().misses <= 1_000


def test_risks_below_a_head_are_not_looked_at_as_misspelt_heads() -> None:
    heads._misspelt.cache_clear()
    rows = [[f"Risk of {number} q here and there now", f"wrods {number}z"] for number in range(500)]
    imported(sheet([["Risk", "Mitigation"], *rows]))
    assert heads._misspelt.cache_info().misses < 20


def test_a_misspelt_head_that_comes_again_is_a_head_again() -> None:
    head = ["Risk", "Probabilty", "Severty of impact", "Mitigaton measures"]
    rows = [[f"The river comes over village {word} there", "High", "Low", "Boats"] for word in WORDS]
    file_import = imported(sheet([head, *rows[:3], head, *rows[3:]]))
    assert file_import.tree is not None
    assert len(list(file_import.tree.risks)) == len(rows)
    assert "repeated_heads" in [item.reason for item in file_import.left_out]


@pytest.mark.parametrize("change", ["drop", "double", "swap", "blank"])
def test_the_known_head_that_is_most_like_a_text_is_found_as_if_all_were_compared(change: str) -> None:
    for word in list(HEADS)[::40]:
        middle = len(word) // 2
        folded_head = {
            "drop": word[:middle] + word[middle + 1 :],
            "double": word[:middle] + word[middle - 1 :],
            "swap": word[: middle - 1] + word[middle - 1 : middle + 1][::-1] + word[middle + 1 :],
            "blank": f"{word[:middle]} {word[middle:]}",
        }[change]
        assert heads._heads().like(folded_head) == difflib.get_close_matches(folded_head, HEADS, 1, heads._ALIKE), (
            folded_head
        )


def test_a_measure_that_answers_more_risks_than_any_does_is_told_with_its_place() -> None:
    risks = [["ID", "Risk", "Likelihood", "Impact"], *(row(number)[:4] for number in range(1, 4))]
    many = " / ".join(f"R{number}" for number in range(1, 700))
    file_import = imported(
        sheet(risks), sheet([["Risk ID", "Measures"], ["R1 / R2", "Boats"], [many, "Hoses"]], "Measures", 2)
    )
    assert file_import.tree is not None
    assert [mitigation.description for mitigation in file_import.tree.mitigations] == ["Boats"]
    (refused_row,) = [item for item in file_import.left_out if item.reason == "measures"]
    assert (refused_row.place.name, refused_row.place.row) == ("Measures", 3)
    assert "Hoses" in refused_row.excerpt


def test_more_lines_than_cards_have_are_told_as_text() -> None:
    card = ("Risk: floods may come over the bridge", "Likelihood: high", "Mitigation: boats")
    few, many = ([TextLine(text, at) for at, text in enumerate(card * count, 1)] for count in (4, 10_001))
    assert imported(*few).tree is not None
    file_import = imported(*many)
    assert file_import.tree is None
    assert len([item for item in file_import.left_out if item.reason == "text"]) == len(many)


def test_a_list_of_levels_is_found_beside_much_other_matter() -> None:
    other = [[f"word {number}", f"and {number}"] for number in range(6_000)]
    legend = [["Likelihood"], ["1 - Faint"], ["2 - Usual"], ["3 - Sure"]]
    file_import = imported(sheet([HEAD, ["R1", "The river comes", "2", "Low", "Boats"]]), sheet(other, "Other", 2),
                     sheet(legend, "Likelihood", 3))  # fmt: skip
    assert file_import.tree is not None
    assert [level.name.text("en") for level in file_import.tree.register.scale.likelihood] == ["Faint", "Usual", "Sure"]
    assert len([item for item in file_import.left_out if item.place.name == "Other"]) == 1


def test_texts_that_only_begin_alike_come_in_apart() -> None:
    long = "The river comes over its banks and takes the bridge with it. " * 60 + "Once:"
    file_import = imported(sheet([["Risk", "Mitigation"], [f"{long} one.", "Boats"], [f"{long} two.", "Hoses"]]))
    assert [risks for _, entries in outline(file_import) for risks, _ in entries] == [
        [f"{long} one."],
        [f"{long} two."],
    ]
    assert not kinds(file_import)
