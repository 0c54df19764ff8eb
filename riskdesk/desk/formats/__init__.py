"""The formats to which registers are exported, one module each; their libraries are loaded on writing."""

from pathlib import Path

from riskdesk.desk.formats import as_csv, as_excel, as_html, as_json, as_markdown, as_pdf, as_word
from riskdesk.desk.formats.format import Exported, Format, Option, Request, unknown_format

__all__ = ["FORMATS", "Exported", "Format", "Option", "Request", "format_of"]

# By their endings, in the order in which they are offered.
FORMATS = {
    file_format.ending: file_format
    for file_format in (
        as_pdf.FORMAT,
        as_word.FORMAT,
        as_excel.FORMAT,
        as_csv.FORMAT,
        as_html.FORMAT,
        as_markdown.FORMAT,
        as_json.FORMAT,
    )
}


def format_of(file: Path) -> Format:
    """The format of a file by its ending; InputProblem if there is none."""
    file_format = FORMATS.get(file.suffix.lower())
    if file_format is None:
        raise unknown_format(file, FORMATS)
    return file_format
