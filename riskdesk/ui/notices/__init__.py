"""Notices: what was done, shown over the views with a button that undoes or shows it; the last ones are kept."""
