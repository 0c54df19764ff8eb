"""Scales on the screen."""
