"""The parts of the sheet that respond to keys, mouse and menus."""
