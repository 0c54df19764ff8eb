"""Tables as a file has them: where registers begin in them, and what their columns and rows are."""
