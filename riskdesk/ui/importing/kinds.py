"""The kinds of files that can be imported, for the file dialog."""

from PySide6.QtCore import QCoreApplication

from riskdesk.desk.import_files import ENDINGS
from riskdesk.domain.problems import QT_TRANSLATE_NOOP

_KINDS = (
    (QT_TRANSLATE_NOOP("ImportKind", "All that Riskdesk reads"), ENDINGS),
    (QT_TRANSLATE_NOOP("ImportKind", "Word documents"), (".docx", ".docm", ".dotx", ".dotm")),
    (
        QT_TRANSLATE_NOOP("ImportKind", "Workbooks"),
        (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".ods", ".ots"),
    ),
    (QT_TRANSLATE_NOOP("ImportKind", "Text"), (".csv", ".tsv", ".txt")),
    (QT_TRANSLATE_NOOP("ImportKind", "Web pages"), (".html", ".htm")),
    (QT_TRANSLATE_NOOP("ImportKind", "Registers of Riskdesk"), (".json", ".pdf")),
)


def kinds_of_files() -> str:
    """A filter for Qt's file dialog: all kinds together first, then each one."""
    kinds = ((QCoreApplication.translate("ImportKind", name), endings) for name, endings in _KINDS)
    return ";;".join(f"{name} ({' '.join(f'*{ending}' for ending in endings)})" for name, endings in kinds)
