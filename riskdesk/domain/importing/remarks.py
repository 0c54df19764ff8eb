"""Reports what a file has beside its register: remarks of its reader, and additions to a workbook of Riskdesk."""

from collections.abc import Collection
from dataclasses import replace

from riskdesk.domain.importing.messages import ENCODINGS, REASONS, SENTENCES, LeftOut, Question, Report
from riskdesk.domain.register_sheet import OWN_SHEETS
from riskdesk.domain.sheets import Source, Table

# A sheet is quoted by so many cells.
_FIRST = 20
_OWN_NAMES = {name for label in OWN_SHEETS for name in label}


def warn_of_remarks(source: Source, report: Report) -> None:
    """Warn of the remarks of the reader, and ask for the encoding of the file if that was guessed."""
    for remark in source.remarks:
        if remark.kind in SENTENCES:
            kind = "tracked_changes" if remark.kind in ("inserted_text", "deleted_text") else remark.kind
            report.warn(kind, remark.place, remark.text, sentence=remark.kind)
        if remark.kind == "encoding":
            report.ask(Question("encoding", "encoding", remark.place, remark.text, ENCODINGS, remark.guess))


def leave_out_remarks(source: Source, report: Report) -> None:
    """Report as left out what the reader found outside of tables and text."""
    for remark in source.remarks:
        if remark.kind in REASONS and remark.kind not in SENTENCES:
            report.left_out.append(LeftOut(remark.kind, remark.place, remark.text))


def report_additions(source: Source, read: Collection[Table], report: Report) -> None:
    """Report what others added to a workbook of Riskdesk outside of the tables that were `read`.

    These are comments on cells, texts in drawings, programs, and further sheets.
    """
    # In a file that Riskdesk wrote, the sign for a lost character stands in the register itself.
    is_guessed = any(remark.kind == "encoding" for remark in source.remarks)
    remarks = tuple(remark for remark in source.remarks if is_guessed or remark.kind != "lost_character")
    warn_of_remarks(replace(source, remarks=remarks), report)
    leave_out_remarks(source, report)
    for table in source.tables:
        for cell in table.cells:
            if cell.comment:
                report.warn("comment", table.place_of(cell), cell.comment)
        texts = [" ".join(cell.text.split()) for cell in table.cells if not cell.blank]
        if texts and table not in read and table.name not in _OWN_NAMES:
            report.left_out.append(LeftOut("rest", table.place(), " | ".join(texts[:_FIRST])))
