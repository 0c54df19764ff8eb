"""The actions of the window as data: what each is called, its shortcut and icon, and where it stands."""

from dataclasses import dataclass

from riskdesk.domain.problems import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class ActionSpec:
    """An action: `text` is marked for translation under "Actions", `shortcut` is portable text, `icon` a file name."""

    text: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False
    edits: bool = False


@dataclass(frozen=True)
class MenuSpec:
    """A menu: the names of its actions in order, "-" for a separator."""

    text: str
    actions: tuple[str, ...]


ACTIONS = {
    "new": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&New register…"), "Ctrl+N", "file-plus", edits=True),
    "new_store": ActionSpec(QT_TRANSLATE_NOOP("Actions", "New s&tore…"), "Ctrl+Shift+N"),
    "open": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Open store…"), "Ctrl+O", "folder-open"),
    "open_own": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Open my o&wn store")),
    "import": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Import register…"), edits=True),
    "export_pdf": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Export PDF…"), "Ctrl+E", "file-down"),
    "export_json": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Export &register document…")),
    "print": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Print…"), "Ctrl+P", "printer"),
    "open_pdf": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Open in the PDF &viewer")),
    "duplicate_register": ActionSpec(QT_TRANSLATE_NOOP("Actions", "D&uplicate register"), edits=True),
    "delete_register": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Delete register…"), edits=True),
    "send_copy": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Send a copy…")),
    "merge_copy": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Merge a copy…"), edits=True),
    "backups": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Backups…")),
    "check": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Check the store…")),
    "quit": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"),
    "undo": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo-2", edits=True),
    "redo": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z", "redo-2", edits=True),
    "cut": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Cu&t"), "Ctrl+X", "scissors", edits=True),
    "copy": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C", "copy"),
    "paste": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Paste"), "Ctrl+V", "clipboard-paste", edits=True),
    "duplicate": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Dup&licate"), "Ctrl+D", "copy-plus", edits=True),
    "delete": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Delete"), "Del", "trash-2", edits=True),
    "select_all": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Select &all"), "Ctrl+A"),
    "find": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Find…"), "Ctrl+F", "search"),
    "find_next": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Find &next"), "F3"),
    "find_previous": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Find pre&vious"), "Shift+F3"),
    "edit_text": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Edit text"), "F2", edits=True),
    "add_risk": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Add &risk"), "Ctrl+R", "triangle-alert", edits=True),
    "add_mitigation": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Add &mitigation"), "Ctrl+M", "shield-check", edits=True),
    "add_entry": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Add &entry"), "Ctrl+Return", "between-horizontal-start", edits=True
    ),
    "add_category": ActionSpec(
        QT_TRANSLATE_NOOP("Actions", "Add &category"), "Ctrl+Shift+Return", "heading", edits=True
    ),
    "move_up": ActionSpec(QT_TRANSLATE_NOOP("Actions", "M&ove up"), "Alt+Up", "arrow-up", edits=True),
    "move_down": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Move do&wn"), "Alt+Down", "arrow-down", edits=True),
    "zoom_in": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "Ctrl++", "zoom-in"),
    "zoom_out": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "Ctrl+-", "zoom-out"),
    "zoom_reset": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Normal size"), "Ctrl+0"),
    "show_left": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&Registers and categories"), "F7", checkable=True),
    "show_inspector": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Ins&pector"), "F8", checkable=True),
    "show_preview": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Pre&view"), "F6", checkable=True),
    "go_registers": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Go to re&gisters"), "Alt+1"),
    "go_categories": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Go to &categories"), "Alt+2"),
    "go_sheet": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Go to the &sheet"), "Alt+3"),
    "go_inspector": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Go to the inspec&tor"), "Alt+4"),
    "go_preview": ActionSpec(QT_TRANSLATE_NOOP("Actions", "Go to the previe&w"), "Alt+5"),
    "about": ActionSpec(QT_TRANSLATE_NOOP("Actions", "&About Riskdesk"), "", "info"),
}

MENUS = (
    MenuSpec(
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            *("new", "duplicate_register", "delete_register", "-", "new_store", "open", "open_own", "-"),
            *(
                "import",
                "export_pdf",
                "export_json",
                "-",
                "print",
                "open_pdf",
                "-",
                "send_copy",
                "merge_copy",
                "backups",
                "-",
                "quit",
            ),
        ),
    ),
    MenuSpec(
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            *("undo", "redo", "-", "cut", "copy", "paste", "duplicate", "delete", "select_all", "-"),
            *("edit_text", "move_up", "move_down", "-", "find", "find_next", "find_previous"),
        ),
    ),
    MenuSpec(QT_TRANSLATE_NOOP("Actions", "&Add"), ("add_risk", "add_mitigation", "add_entry", "add_category")),
    MenuSpec(
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            *("zoom_in", "zoom_out", "zoom_reset", "-", "show_left", "show_preview", "show_inspector", "-"),
            *("go_registers", "go_categories", "go_sheet", "go_inspector", "go_preview", "-"),
        ),
    ),
    MenuSpec(QT_TRANSLATE_NOOP("Actions", "&Tools"), ("check",)),
    MenuSpec(QT_TRANSLATE_NOOP("Actions", "&Help"), ("about",)),
)

TOOLBAR = (
    *("new", "open", "-", "undo", "redo", "-"),
    *("add_risk", "add_mitigation", "add_entry", "add_category", "-", "export_pdf"),
)

CONTEXT = (
    "cut",
    "copy",
    "paste",
    "duplicate",
    "delete",
    "-",
    "add_risk",
    "add_mitigation",
    "add_entry",
    "-",
    "move_up",
    "move_down",
)

# What the methods of FileCommands are called that do an action.
FILE_METHODS = {
    "new": "new_register",
    "new_store": "new_store",
    "open": "open_store",
    "open_own": "open_own_store",
    "import": "import_register",
    "export_pdf": "export_pdf",
    "export_json": "export_document",
    "print": "print_register",
    "open_pdf": "open_pdf",
    "duplicate_register": "duplicate_register",
    "delete_register": "delete_register",
    "send_copy": "send_copy",
    "merge_copy": "merge_copy",
    "backups": "show_backups",
    "check": "check_store",
}
