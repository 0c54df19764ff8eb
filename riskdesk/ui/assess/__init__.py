"""Assessing risks one after another: beside a view, or in a page of their own."""
