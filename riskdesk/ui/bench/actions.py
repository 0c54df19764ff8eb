"""The actions of the window as data: text, shortcut, icon, and place in menus and tool bar."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from riskdesk.domain.problems import QT_TRANSLATE_NOOP


class Where(Enum):
    """The things that an action acts on: what has the focus, the open register, the open file, or the program."""

    PLACE = auto()
    REGISTER = auto()
    FILE = auto()
    PROGRAM = auto()


class ActionSpec(NamedTuple):
    """An action: `text` is marked for translation under "Actions", `icon` is a file name.

    `shortcut` and `also` are portable text; the menu shows the first. `edits` is true if the action changes the file.
    An action that only shows something else `leaves` what is typed as it is; every other stores it first. An action
    `of_risks` is enabled only if a risk that is not ended is selected, one `of_bullets` only if a risk or mitigation
    is, if only by its entry or category. One that is done `once` is not done again and again while its keys are held.
    """

    text: str
    shortcut: str = ""
    icon: str = ""
    where: Where = Where.REGISTER
    also: tuple[str, ...] = ()
    checkable: bool = False
    edits: bool = False
    leaves: bool = False
    of_risks: bool = False
    of_bullets: bool = False
    once: bool = False

    @property
    def keys(self) -> list[QKeySequence]:
        """Its shortcuts, the one that the menu shows first."""
        texts = filter(None, (self.shortcut, *self.also))
        return [QKeySequence(text, QKeySequence.SequenceFormat.PortableText) for text in texts]


class MenuSpec(NamedTuple):
    """A menu: the names of its actions in order, "-" for a separator."""

    text: str
    actions: tuple[str, ...]


# What the keys of digits 0 to 7 write without Shift on French keyboards and, except for the 6, on Belgian ones.
_UNSHIFTED = "À&É\"'(-È"


def _shown(text: str, shortcut: str, icon: str = "") -> ActionSpec:
    """Return an action that shows and hides an area around the open register."""
    return ActionSpec(text, shortcut, icon, checkable=True, leaves=True)


def _viewed(text: str, digit: int, icon: str) -> ActionSpec:
    """Return an action that brings a view to the front, by Ctrl and a digit."""
    return ActionSpec(text, f"Ctrl+{digit}", icon, also=_with_shift("Ctrl", digit), checkable=True, leaves=True)


def _went(text: str, digit: int) -> ActionSpec:
    """Return an action that moves the focus to an area, by Alt and a digit."""
    return ActionSpec(text, f"Alt+{digit}", also=_with_shift("Alt", digit), leaves=True)


def _with_shift(modifier: str, digit: int) -> tuple[str, ...]:
    """Return the shortcuts that are a modifier and a digit where digits need Shift."""
    return (f"{modifier}+{_UNSHIFTED[digit]}", f"{modifier}+Shift+{digit}")


_PLACE, _FILE, _PROGRAM = Where.PLACE, Where.FILE, Where.PROGRAM

ACTIONS = {
    "new": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&New register…"), "Ctrl+N", "file-plus", _FILE, edits=True),
    "new_store": ActionSpec(QT_TRANSLATE_NOOP("Actions", "New register &file…"), "Ctrl+Shift+N", where=_PROGRAM),
    "open": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Open register file…"), "Ctrl+O", "folder-open", _PROGRAM),
    "open_own": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Open m&y register file"), where=_PROGRAM),
    "save": ActionSpec(QT_TRANSLATE_NOOP("Actions", "S&ave"), "Ctrl+S", where=_FILE),
    "import": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Import register…"), where=_FILE, edits=True),
    "export_pdf": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Export PDF…"), "Ctrl+E", "file-down"),
    "export": ActionSpec(QT_TRANSLATE_NOOP("Actions", "E&xport…"), "Ctrl+Shift+E"),
    "print": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Print…"), "Ctrl+P", "printer"),
    "open_pdf": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Open in the PDF &viewer")),
    "duplicate_register": ActionSpec(QT_TRANSLATE_NOOP("Actions", "D&uplicate register"), edits=True),
    "delete_register": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Delete register"), edits=True),
    "send_copy": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Send a copy…"), where=_FILE),
    "merge_copy": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Merge a copy…"), where=_FILE, edits=True),
    "send_to_owners": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Send to o&wners…")),
    "take_answers": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Take in answe&rs…"), edits=True),
    "backups": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Backups…"), where=_FILE),
    "check": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Check register file…"), where=_FILE),
    "history": ActionSpec(QT_TRANSLATE_NOOP("Actions", "His&tory of the register…"), leaves=True),
    "quit": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", where=_PROGRAM, leaves=True),
    "undo": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo-2", _FILE, edits=True),
    "redo": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", "redo-2", _FILE, also=("Ctrl+Y",), edits=True
    ),
    "cut": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Cu&t"), "Ctrl+X", "scissors", _PLACE, also=("Shift+Del",), edits=True, once=True
    ),
    "copy": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C", "copy", _PLACE, also=("Ctrl+Ins",)),
    "paste": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Paste"),
        "Ctrl+V",
        "clipboard-paste",
        _PLACE,
        also=("Shift+Ins", "Ctrl+Shift+V"),
        edits=True,
        once=True,
    ),
    "duplicate": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Dup&licate"), "Ctrl+D", "copy-plus", _PLACE, edits=True, once=True
    ),
    "delete": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Delete"), "Del", "trash-2", _PLACE, edits=True, once=True),
    "select_all": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Select &all"), "Ctrl+A", where=_PLACE),
    "find": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Find…"), "Ctrl+F", "search", leaves=True),
    "replace": ActionSpec(QT_TRANSLATE_NOOP("Actions", "F&ind and replace…"), "Ctrl+H", "replace", edits=True),
    "find_next": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Find &next"), "F3"),
    "find_previous": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Find pre&vious"), "Shift+F3"),
    "go_to": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Go to &anything…"), "Ctrl+K", where=_PROGRAM, leaves=True),
    "edit_text": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Edit te&xt"), "F2", where=_PLACE, edits=True),
    "assess": ActionSpec(QT_TRANSLATE_NOOP("Actions", "A&ssess…"), "A", where=_PLACE, edits=True, of_risks=True),
    "change_together": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "C&hange together…"), "Ctrl+Shift+G", "list-checks", edits=True, of_bullets=True
    ),
    "add_risk": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Add &risk"), "Ctrl+R", "triangle-alert", edits=True),
    "add_mitigation": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Add &mitigation"), "Ctrl+M", "shield-check", edits=True),
    "add_entry": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Add &entry"), "Ctrl+Return", "between-horizontal-start", edits=True
    ),
    "add_category": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Add c&ategory"), "Ctrl+Shift+Return", "heading", edits=True
    ),
    "move_up": ActionSpec(QT_TRANSLATE_NOOP("Actions", "M&ove up"), "Alt+Up", "arrow-up", _PLACE, edits=True),
    "move_down": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Move do&wn"), "Alt+Down", "arrow-down", _PLACE, edits=True),
    "zoom_in": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "Ctrl++", "zoom-in", also=("Ctrl+=",), leaves=True),
    "zoom_out": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "Ctrl+-", "zoom-out", leaves=True),
    "zoom_reset": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "&Normal size"), "Ctrl+0", also=_with_shift("Ctrl", 0), leaves=True
    ),
    "view_sheet": _viewed(QT_TRANSLATE_NOOP("Actions", "S&heet"), 1, "file-text"),
    "view_list": _viewed(QT_TRANSLATE_NOOP("Actions", "&List"), 2, "table-2"),
    "view_matrix": _viewed(QT_TRANSLATE_NOOP("Actions", "&Matrix"), 3, "grid-3x3"),
    "show_left": _shown(QT_TRANSLATE_NOOP("Actions", "&Registers and categories"), "F7"),
    "show_gaps": _shown(QT_TRANSLATE_NOOP("Actions", "Missing or &due"), "F5", "list-todo"),
    "show_inspector": _shown(QT_TRANSLATE_NOOP("Actions", "Ins&pector"), "F8"),
    "show_history": _shown(QT_TRANSLATE_NOOP("Actions", "Histor&y in the inspector"), "Ctrl+Shift+I"),
    "show_preview": _shown(QT_TRANSLATE_NOOP("Actions", "Pre&view"), "F6", "eye"),
    "go_registers": _went(QT_TRANSLATE_NOOP("Actions", "Go to re&gisters"), 1),
    "go_categories": _went(QT_TRANSLATE_NOOP("Actions", "Go to &categories"), 2),
    "go_sheet": _went(QT_TRANSLATE_NOOP("Actions", "Go to the &sheet, list or matrix"), 3),
    "go_inspector": _went(QT_TRANSLATE_NOOP("Actions", "Go to the inspec&tor"), 4),
    "go_preview": _went(QT_TRANSLATE_NOOP("Actions", "Go to the previe&w"), 5),
    "go_notice": _went(QT_TRANSLATE_NOOP("Actions", "Go to th&e notice"), 6),
    "go_gaps": _went(QT_TRANSLATE_NOOP("Actions", "Go to what is lac&king or due"), 7),
    "assessing": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Assessing mode"), "F9"),
    "scale": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Sca&le…")),
    "spelling": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Check &spelling"), where=_PROGRAM, checkable=True, leaves=True
    ),
    "manual": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Manual"), "F1", where=_PROGRAM, leaves=True),
    "shortcuts": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), where=_PROGRAM, leaves=True),
    "news": ActionSpec(QT_TRANSLATE_NOOP("Actions", "What is &new"), where=_PROGRAM, leaves=True),
    "places": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Where &files lie…"), where=_PROGRAM, leaves=True),
    "welcome": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Welcome page"), where=_PROGRAM),
    "example": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Open the &example"), where=_FILE),
    "about": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&About Riskdesk"), "", "info", _PROGRAM, leaves=True),
}

MENUS = (
    MenuSpec(
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            *("new", "duplicate_register", "delete_register", "-", "new_store", "open", "open_own", "save", "-"),
            *("import", "export_pdf", "export", "-", "print", "open_pdf", "-", "send_to_owners", "take_answers", "-"),
            *("send_copy", "merge_copy", "backups", "history", "-", "quit"),
        ),
    ),
    MenuSpec(
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            *("undo", "redo", "-", "cut", "copy", "paste", "duplicate", "delete", "select_all", "-"),
            *("edit_text", "assess", "change_together", "move_up", "move_down", "-"),
            *("find", "find_next", "find_previous", "replace"),
        ),
    ),
    MenuSpec(QT_TRANSLATE_NOOP("Actions", "&Add"), ("add_risk", "add_mitigation", "add_entry", "add_category")),
    MenuSpec(
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            *("view_sheet", "view_list", "view_matrix", "-", "zoom_in", "zoom_out", "zoom_reset", "-"),
            *("show_left", "show_gaps", "show_preview", "show_inspector", "show_history", "-"),
        ),
    ),
    MenuSpec(
        QT_TRANSLATE_NOOP("Actions", "&Go"),
        (
            "go_to",
            "-",
            "go_registers",
            "go_categories",
            "go_sheet",
            "go_inspector",
            "go_preview",
            "go_notice",
            "go_gaps",
        ),
    ),
    MenuSpec(QT_TRANSLATE_NOOP("Actions", "&Tools"), ("assessing", "scale", "-", "check", "spelling")),
    MenuSpec(
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        (*("manual", "shortcuts", "news", "-", "welcome", "example", "-"), *("places", "about")),
    ),
)

# In the order of work, each with its word in the tool bar, which is marked for translation under "ToolBar".
TOOLBAR = (
    ("new", QT_TRANSLATE_NOOP("ToolBar", "New")),
    ("open", QT_TRANSLATE_NOOP("ToolBar", "Open")),
    ("-", ""),
    ("undo", QT_TRANSLATE_NOOP("ToolBar", "Undo")),
    ("redo", QT_TRANSLATE_NOOP("ToolBar", "Redo")),
    ("-", ""),
    ("add_risk", QT_TRANSLATE_NOOP("ToolBar", "Risk")),
    ("add_mitigation", QT_TRANSLATE_NOOP("ToolBar", "Mitigation")),
    ("add_entry", QT_TRANSLATE_NOOP("ToolBar", "Entry")),
    ("add_category", QT_TRANSLATE_NOOP("ToolBar", "Category")),
    ("-", ""),
    ("view_sheet", QT_TRANSLATE_NOOP("ToolBar", "Sheet")),
    ("view_list", QT_TRANSLATE_NOOP("ToolBar", "List")),
    ("view_matrix", QT_TRANSLATE_NOOP("ToolBar", "Matrix")),
    ("show_preview", QT_TRANSLATE_NOOP("ToolBar", "Preview")),
    ("export_pdf", QT_TRANSLATE_NOOP("ToolBar", "Export")),
)

_ADDS, _MOVES = ("add_risk", "add_mitigation", "add_entry"), ("move_up", "move_down")
_CLIPBOARD = ("cut", "copy", "paste", "duplicate", "delete")
_OF_BULLET = ("-", "levels", "change_together", "-", *_ADDS, "-", *_MOVES)
_OF_RISK = ("-", "assess", *_OF_BULLET[1:])
# The context menus of the sheet by the kind of the selected items; empty for nothing or several kinds. "levels"
# stands for the menus of levels and status.
CONTEXTS = {
    "": (*_CLIPBOARD, "-", "change_together", "-", *_ADDS, "add_category", "-", *_MOVES),
    "register": (
        *("edit_text", "paste", "-", "duplicate_register", "export_pdf", "send_copy", "delete_register", "-"),
        "add_category",
    ),
    "category": ("edit_text", "-", *_CLIPBOARD, "-", "add_entry", "add_category", "-", *_MOVES),
    "entry": (*_CLIPBOARD, "-", *_ADDS, "-", *_MOVES),
    "risk": (*_CLIPBOARD, *_OF_RISK),
    "mitigation": (*_CLIPBOARD, *_OF_BULLET),
}
# The context menu while a line is edited: actions on its text, then actions on its item.
TEXT_CONTEXT = ("cut", "copy", "paste", "select_all", "-", "duplicate", "delete", *_OF_RISK)


def take_help_key(window: QMainWindow, main_window: QMainWindow) -> None:
    """Let the key of the manual, which works in a main window, work in a window that is no child of it."""
    window.addActions(main_window.findChildren(QAction, "manual"))
