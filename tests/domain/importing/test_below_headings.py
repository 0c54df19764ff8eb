"""Lists of a document below headings that name risks and measures."""

from dataclasses import replace

import pytest

from riskdesk.domain.sheets import TableKind, TextLine
from riskdesk.exchange.tables import delimited
from tests.domain.importing.sheets import imported, outline, table


def lines(*texts):
    """Paragraphs; a text that begins with # is a heading."""
    return [TextLine(text.lstrip("# "), number, int(text.startswith("#"))) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(("risks", "measures"), [("# Risks", "# Mitigation measures"), ("Risques", "Mesures")])
@pytest.mark.parametrize("sign", ["• ", "1. ", "2) "])
def test_the_lists_of_a_document_are_an_entry(risks, measures, sign):
    file_import = imported(*lines("# Alpha", risks, f"{sign}Staff leave", f"{sign}Floods", measures, f"{sign}Deputies"))
    assert outline(file_import) == [("", [(["Staff leave", "Floods"], ["Deputies"])])]
    assert file_import.tree.register.title == "Alpha"
    assert [
        file_import.places[item.id].paragraph for item in (*file_import.tree.risks, *file_import.tree.mitigations)
    ] == [3, 4, 6]
    assert file_import.left_out == ()


def test_headings_of_risks_are_categories_and_what_is_no_item_stays_out():
    political = ("# 1.1 Political risks", "They are:", "• Elections", "• Laws")
    financial = ("# 1.2 Financial risks", "• Delay")
    file_import = imported(*lines("# Alpha", *political, *financial, "# Budget", "• Staff 100"))
    assert outline(file_import) == [
        ("Political risks", [(["Elections", "Laws"], [])]),
        ("Financial risks", [(["Delay"], [])]),
    ]
    assert [item.excerpt for item in file_import.left_out] == ["They are:", "Budget", "• Staff 100"]


@pytest.mark.parametrize(
    ("risks", "measures", "heads"),
    [
        ("Risks", "Mitigation measures", ["Risk description", "Mitigation measures"]),
        ("Risques", "Mesures d’atténuation", ["Description du risque", "Mesures d’atténuation"]),
        ("Risques politiques", "Mesures", ["Description du risque", "Mesures d’atténuation"]),
    ],
)
def test_the_columns_have_heads_in_the_language_of_the_headings(risks, measures, heads):
    file_import = imported(*lines(f"# {risks}", "• Alpha", f"# {measures}", "• Beta"))
    assert [column.head for column in file_import.regions[0].columns] == heads
    assert [column.field for column in file_import.regions[0].columns] == ["description", "mitigation"]


def test_each_item_of_a_paragraph_with_several_has_its_place():
    file_import = imported(*lines("# Risks", "• Staff leave\n• Floods", "•", "• Fire"))
    places = {risk.description: file_import.places[risk.id].paragraph for risk in file_import.tree.risks}
    assert places == {"Staff leave": 2, "Floods": 2, "Fire": 4}


def test_a_number_that_belongs_to_the_text_stays():
    file_import = imported(*lines("# Risks", "• 12 of 20 staff leave", "12 more may follow", "3. 4 partners go"))
    assert [risk.description for risk in file_import.tree.risks] == ["12 of 20 staff leave", "4 partners go"]
    assert [item.excerpt for item in file_import.left_out] == ["12 more may follow"]


@pytest.mark.parametrize(
    "texts",
    [
        ["# Risk management", "• The board meets"],
        ["# Risks", "They are many."],
        ["# Mitigation measures", "• Deputies"],
        ["The risks are many", "• Staff leave"],
        ["# Risks", "# Budget", "• Staff 100"],
    ],
)
def test_anything_else_is_no_register(texts):
    assert imported(*lines(*texts)).tree is None


@pytest.mark.parametrize("label", ["Participants:", "Next meeting :"])
def test_what_is_listed_below_something_else_is_none_of_it(label):
    file_import = imported(*lines("Risks", "• Staff leave", label, "• Anna", "Measures", "• Deputies"))
    assert outline(file_import) == [("", [(["Staff leave"], ["Deputies"])])]
    assert [item.excerpt for item in file_import.left_out] == [label, "• Anna"]


def test_the_lists_of_a_text_are_read_line_by_line(tmp_path):
    text = "Hello,\n\nRisks:\n1. Rain, snow\n2. Frost\n\nMeasures:\n1. Tents; heating\n\nGuests:\n- Anna\n\nRegards\n"
    file_import = imported(*delimited.read(tmp_path / "mail.txt", text.encode()).blocks)
    assert outline(file_import) == [("", [(["Rain, snow", "Frost"], ["Tents; heating"])])]
    places = [file_import.places[item.id] for item in (*file_import.tree.risks, *file_import.tree.mitigations)]
    assert [(place.kind, place.row) for place in places] == [(TableKind.LINES, row) for row in (4, 5, 8)]
    assert [(item.place.kind, item.place.row, item.excerpt) for item in file_import.left_out] == [
        (TableKind.LINES, 1, "Hello,"),
        (TableKind.LINES, 10, "Guests:"),
        (TableKind.LINES, 11, "- Anna"),
        (TableKind.LINES, 13, "Regards"),
    ]
    assert [role.role for role in file_import.roles] == ["register"]


def test_lists_beside_a_table_of_risks_stay_out():
    file_import = imported(
        table([["Risk", "Mitigation"], ["Fire in the office", "Hoses"]]), *lines("# Risks", "• Staff leave")
    )
    assert [risk.description for risk in file_import.tree.risks] == ["Fire in the office"]


def nested(*texts):
    """Paragraphs as `lines` makes them, of which those that begin with two blanks are items of the second level."""
    return [replace(line, depth=int(text.startswith("  "))) for line, text in zip(lines(*texts), texts, strict=True)]


POLITICAL = ("• Elections", "  • Observe them", "  • Wait", "• Laws", "  • Advise")
OF_POLITICAL = [(["Elections"], ["Observe them", "Wait"]), (["Laws"], ["Advise"])]


@pytest.mark.parametrize("heading", ["# Risks", "# Political risks"])
def test_the_second_level_of_a_list_of_risks_has_their_measures(heading):
    file_import = imported(*nested("# Alpha", heading, *POLITICAL))
    category = "" if heading == "# Risks" else "Political risks"
    assert outline(file_import) == [(category, OF_POLITICAL)]
    places = [file_import.places[item.id].paragraph for item in file_import.tree.mitigations]
    assert places == [4, 5, 7]
    assert file_import.left_out == ()


def test_below_a_heading_of_measures_the_second_level_is_no_measure():
    file_import = imported(*nested("# Risks", "• Elections", "  • Riots", "# Measures", "• Observe them"))
    assert outline(file_import) == [("", [(["Elections", "Riots"], ["Observe them"])])]


@pytest.mark.parametrize("title", ["# Risk register", "# Registre des risques – Alpha"])
def test_in_a_register_headings_above_such_lists_are_categories(title):
    introduction = ("# How it was made", "• In a workshop")
    file_import = imported(
        *nested(title, *introduction, "# Politics", *POLITICAL, "# Finance", "• Delay", "# Annex", "No list.")
    )
    assert outline(file_import) == [("Politics", OF_POLITICAL), ("Finance", [(["Delay"], [])])]
    assert file_import.tree.register.language == ("fr" if "Registre" in title else "en")
    assert [item.excerpt for item in file_import.left_out][-3:] == ["• In a workshop", "Annex", "No list."]


def test_a_chapter_of_risks_ends_with_the_next_chapter():
    blocks = nested("# Report", "# Risk register", "# Politics", *POLITICAL, "# Partners", "• Anna", "  • Ben")
    levels = {"Politics": 2}
    file_import = imported(*(replace(line, level=levels.get(line.text, line.level)) for line in blocks))
    assert outline(file_import) == [("Politics", OF_POLITICAL)]


@pytest.mark.parametrize("texts", [["# Report", "# Politics", *POLITICAL], ["# Risk register", "# Aims", "• To win"]])
def test_lists_below_other_headings_are_no_risks(texts):
    assert imported(*nested(*texts)).tree is None


def test_a_line_between_the_items_below_a_heading_does_not_end_them():
    file_import = imported(
        *lines("# Risks", "• Staff leave", "Later on:", "• Floods", "# Measures", "• Deputies", "Then:", "• Dams")
    )
    assert outline(file_import) == [("", [(["Staff leave", "Floods"], ["Deputies", "Dams"])])]
    assert [item.excerpt for item in file_import.left_out] == ["Later on:", "Then:"]


def test_other_risks_go_on_with_the_list():
    file_import = imported(*lines("Risks", "• Staff leave", "Other risks:", "• Floods", "Measures", "• Deputies"))
    assert outline(file_import) == [("", [(["Staff leave", "Floods"], ["Deputies"])])]
