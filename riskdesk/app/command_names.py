"""The names of the commands, apart from what they do, as importing that takes most of the time of a short one."""

COMMANDS = (
    *("new", "show", "list", "export", "matrix", "import", "templates", "check"),
    *("backup", "restore", "salvage", "merge", "assess", "log"),
)
