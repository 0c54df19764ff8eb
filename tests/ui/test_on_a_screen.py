"""Tests of keys that a system without a screen takes otherwise than the systems of users do, on a real one."""

import shutil

import pytest

from tests.real_screen import output, real_screen

RUN = """
import sys, pytest
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist", *sys.argv[1:]]))
"""


NEEDED = ("Xvfb", "openbox")
SCREEN = pytest.mark.skipif(any(shutil.which(name) is None for name in NEEDED), reason="needs Xvfb and openbox")


@SCREEN
def test_the_typing_is_made_again_by_whichever_key_redoes() -> None:
    test = "tests/ui/views/sheet/test_keys.py::test_undo_and_redo_are_first_those_of_the_typing"
    with real_screen("1366x768") as environment:
        assert "2 passed" in output(environment, RUN, test)


@SCREEN
def test_a_register_is_exported_by_its_key_from_a_line_of_text() -> None:
    test = "tests/ui/transfer/test_commands.py::test_the_key_of_the_export_works_in_a_line_of_text"
    with real_screen("1366x768") as environment:
        assert "2 passed" in output(environment, RUN, test)
