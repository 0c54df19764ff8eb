"""What all parts of the window share: the workbench, text that is not stored yet, counts and names in words."""
