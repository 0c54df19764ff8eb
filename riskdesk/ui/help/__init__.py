"""Help: a window with the manual, the keys and what is new, and a dialog with the locations of files."""
