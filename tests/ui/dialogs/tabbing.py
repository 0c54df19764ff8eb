"""The order of Tab in the dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from riskdesk.domain.fields import column_names
from riskdesk.domain.values import Language
from tests.ui.keys import focused

TEXTS, LANGUAGES = ("name", "definition"), ("English", "French")
BORDER = "Border, to be moved with the arrow keys"
COLUMNS = tuple(column_names(Language.ENGLISH).values())
HOW = ("File", "Browse…", "Document", "Print settings", "Language", "Paper", "Orientation")
AND = ("Attach the register", "Open the file after export", "Export", "Cancel")
ORDER = {
    "export": (*HOW, "Closed and rejected risks", *AND),
    "export of columns": (*HOW, *COLUMNS, *AND),
    "export in a format": ("Format", *HOW, "Assessments", "Closed and rejected risks", *AND),
    "import": (
        *("Goes into", "What will be created", BORDER, "Pages", "Yes"),
        *("Which day is T0 (“T0+3 months”)?", "Import", "Cancel"),
    ),
    "import compared": (
        *("Goes into", "Differences", "Take all", "Keep all", BORDER, "In the register", "In the file"),
        *(BORDER, "Pages", "Import", "Cancel"),
    ),
    "print": ("Document", HOW[3], "Paper", "Orientation", "Closed and rejected risks", "Print…", "Cancel"),
    "new register": ("Title", "Reference", "Template", "Language of the register", "Create", "Cancel"),
    "replace": (
        *(
            "Find",
            "Replace with",
            "In",
            "Match case",
            "Whole words",
            "All",
            "What would be replaced",
            "Before",
            "After",
        ),
        *("Replace", "Cancel"),
    ),
    "send copy": (
        *("What", "Include the change history (everyone's earlier and deleted text)"),
        *("Include the names of owners and authors", "Save copy…", "Cancel"),
    ),
    "print set": ("Name", "Save", "Cancel"),
    "scale": (
        *("Name of the scale in English", "Name of the scale in French", "Likelihood"),
        "Number of levels",
        *(
            f"Level {number}: {part}"
            for number in range(1, 6)
            for part in ("insert or remove", *(f"{text} in {language}" for text in TEXTS for language in LANGUAGES))
        ),
        *("Matrix", "Begin from", "Apply…", "Cancel"),
    ),
    "levels": (
        *(
            f"{half}: {number} {name}"
            for number, name in enumerate(("Very low", "Low", "Medium", "High", "Very high"), 1)
            for half in ("Likelihood", "Impact")
        ),
        *("Risks whose band changes", "Change scale", "Cancel"),
    ),
    "backups": ("Backups", "What this backup holds", "Restore as a new file…", "Back up now", "Show folder", "Close"),
    "damage": ("Damaged register file", "Repair", "Cancel"),
    "merge": (
        "Changed in both",
        "Take all from the copy",
        "Keep all of mine",
        "Here",
        "In the copy",
        "Changes to merge",
        "Merge",
        "Cancel",
    ),
    "conflict": ("Their version", "Your version", "Save my version", "Keep their version"),
    "replaced": ("Save mine as a new file…", "Open what is there now", "Stay in read-only"),
    "about": ("Copy versions", "Licences…", "Close"),
}


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or text).replace("&", "")


def walked(first: QWidget, key: Qt.Key) -> list[QWidget]:
    """What a key goes through, from the first until it is back there."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    stops = [first]
    for _ in range(40):
        QTest.keyClick(focused(), key)
        if focused() is first:
            break
        stops.append(focused())
    return stops
