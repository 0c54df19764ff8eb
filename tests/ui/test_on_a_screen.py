"""Tests of keys that a system without a screen takes otherwise than the systems of users do, on a real one."""

import shutil

import pytest

from tests.real_screen import output, real_screen

RUN = """
import sys, pytest
sys.exit(pytest.main(["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", *sys.argv[1:]]))
"""
TESTS = (
    # The typing is made again by whichever key redoes.
    "tests/ui/views/sheet/test_keys.py::test_undo_and_redo_are_first_those_of_the_typing",
    # A register is exported by its key from a line of text.
    "tests/ui/transfer/test_commands.py::test_the_key_of_the_export_works_in_a_line_of_text",
)


@pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("openbox")), reason="needs Xvfb and openbox")
def test_keys_do_on_a_screen_what_they_do_without() -> None:
    with real_screen("1366x768") as environment:
        assert "4 passed" in output(environment, RUN, *TESTS)
