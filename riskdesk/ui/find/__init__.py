"""Finding text and putting another in its place."""
