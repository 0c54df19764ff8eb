"""The kept examples of what Word and Excel put on the clipboard, each against what it was meant to say."""

import csv
import io
import json
import re

from tests.desk.clips import example_text, pasted


def expected(name: str) -> list[tuple[str, list[tuple[list[str], list[str]]]]]:
    """The categories that one of the examples holds, each with the risks and mitigations of its entries."""
    return [
        (
            category["title"],
            [
                tuple([bullet["description"] for bullet in entry.get(side, ())] for side in ("risks", "mitigations"))
                for entry in category["entries"]
            ],
        )
        for category in json.loads(example_text(f"{name}.expected.json"))["categories"]
    ]


def unclosed(shapes: object) -> object:
    """The same without what closes an item of a list, which is kept as it was typed."""
    if isinstance(shapes, str):
        return shapes.rstrip(";.")
    return type(shapes)(map(unclosed, shapes)) if isinstance(shapes, list | tuple) else shapes


def test_the_example_from_word_is_read_as_it_was_meant() -> None:
    name = "27_clipboard_word_html"
    assert unclosed(pasted("lost", example_text(f"{name}.html"))) == expected(name)


def test_the_two_columns_of_text_of_the_example_from_excel_are_read_as_they_were_meant() -> None:
    name, copied = "25_clipboard_excel_text_fr", io.StringIO()
    for row in csv.reader(io.StringIO(example_text(f"{name}.txt")), delimiter="\t"):
        csv.writer(copied, delimiter="\t").writerow([row[1], row[5]])
    assert pasted(copied.getvalue()) == [entry for _, entries in expected(name) for entry in entries]


def test_the_two_columns_of_the_example_of_html_from_excel_are_read_as_they_were_meant() -> None:
    """The rows of heads, which reach over each other, are left out; categories reach over all columns."""

    def two(row: re.Match[str]) -> str:
        cells = re.findall("<td.*?</td>", row[0], re.DOTALL)
        return f"<tr>{''.join([cells[1], cells[4]] if len(cells) == 9 else cells * (len(cells) == 1))}</tr>"

    name = "26_clipboard_excel_html"
    assert pasted("lost", re.sub("<tr.*?</tr>", two, example_text(f"{name}.html"), flags=re.DOTALL)) == expected(name)
