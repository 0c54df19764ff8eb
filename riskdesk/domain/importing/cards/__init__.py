"""Finds risks on cards, which are blocks of labels with values, and makes tables of them."""
