"""A register that comes in, beside one that exists: which items are the same, and which of their fields differ."""
