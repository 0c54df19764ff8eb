"""Risks on cards, blocks of labels with values, as tables."""
