"""What the sheet shows and says: its paper, its display, the selection."""
