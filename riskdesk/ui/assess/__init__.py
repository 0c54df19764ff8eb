"""Assessing risks one after another: in a card beside a view, or in a mode that fills the window."""
