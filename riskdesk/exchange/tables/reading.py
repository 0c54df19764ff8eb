"""Reading a file of any kind: the kind is determined by the first bytes, as endings are often wrong."""

from collections.abc import Callable
from pathlib import Path

from riskdesk.domain.importing.messages import ENCODINGS as CODE_PAGES
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, FileProblem, InputProblem
from riskdesk.domain.sheets import Source
from riskdesk.exchange.file_content import content
from riskdesk.exchange.tables import limits, package

ENDINGS = (
    *(".docx", ".docm", ".dotx", ".dotm"),
    *(".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".ods", ".ots"),
    *(".csv", ".tsv", ".txt", ".html", ".htm"),
)
# Programs that save text in one of these offer it for selection.
ENCODINGS = ("utf-8", *CODE_PAGES, "utf-16")
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The first bytes of a store, and its ending.
_STORE, _STORE_ENDING = b"SQLite format 3\0", ".riskdesk"
# PDF, RTF, workbooks and sheets that are a single XML file, and web archives (MHTML).
_OTHERS = (b"%pdf", b"{\\rtf", b"<?xml", b"mime-version:")
_HTML = (b"<html", b"<!doctype html", b"<table", b"version:")


def read(path: Path, encoding: str = "") -> Source:
    """The tables and texts in a file; FileProblem or InputProblem if it cannot be read."""
    return limits.bounded(_read(path, content(path, limits.LARGEST_FILE), encoding))


def _read(path: Path, data: bytes, encoding: str) -> Source:
    """The content of a file, according to its bytes."""
    if data.startswith(_ZIP):
        return _packed(path)
    if data.startswith(_OLD_OFFICE):
        return _old(path)
    if data.startswith(_STORE) and path.suffix.lower() == _STORE_ENDING:
        raise InputProblem(
            QT_TRANSLATE_NOOP(
                "Problem",
                "{file} is a register file, which is not imported: open it, or merge it if it is a copy of yours. To"
                " bring one of its registers into another file, export that as JSON and import this.",
            ),
            file=path,
        )
    begin = data[:400].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if begin.startswith(b"<?xml") and b"<html" in data[:4000].lower():
        begin = b"<html"
    if begin.startswith(_HTML) or (path.suffix.lower() in (".html", ".htm") and b"<" in data):
        from riskdesk.exchange.tables import page

        return page.read(path, data, encoding)
    if begin.startswith(_OTHERS):
        raise package.unsuitable(path)
    from riskdesk.exchange.tables import delimited

    return delimited.read(path, data, encoding)


def _packed(path: Path) -> Source:
    """The content of an office document, whose kind is determined by the part that it must have."""
    reader = next((reader for part, reader in _PACKED.items() if part in package.names(path)), None)
    if reader is None and package.related(path).get("officeDocument", "").startswith("word/"):
        # Word for the web numbers its parts, such as document2.xml.
        reader = _word
    if reader is None:
        raise package.unsuitable(path)
    return reader(path)


def _old(path: Path) -> Source:
    """The content of an old office document: workbooks are read; Word files and those with a password are refused."""
    from riskdesk.exchange.tables import calamine

    try:
        return calamine.read(path)
    except FileProblem:
        if path.suffix.lower() == ".xls":
            raise
        raise package.unsuitable(path) from None


def _word(path: Path) -> Source:
    from riskdesk.exchange.tables import word

    return word.read(path)


def _workbook(path: Path) -> Source:
    from riskdesk.exchange.tables import workbook

    return workbook.read(path)


def _open_document(path: Path) -> Source:
    from riskdesk.exchange.tables import open_document

    return open_document.read(path)


_PACKED: dict[str, Callable[[Path], Source]] = {
    "word/document.xml": _word,
    "xl/workbook.xml": _workbook,
    "content.xml": _open_document,
}
