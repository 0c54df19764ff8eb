"""Scales: the editor of a register's scale, and the colours of its bands on the screen."""
