"""What the sheet shows and says: its paper, what is seen of it, what is selected."""
