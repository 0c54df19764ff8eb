"""What follows keys, mouse and menus on the sheet."""
