import datetime
import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from riskdesk.report.canvas import Canvas, Facts
from riskdesk.report.fonts import Weight
from riskdesk.report.text import Type, plain, printable

NBSP, NNBSP = "\u00a0", "\u202f"


@pytest.fixture(scope="session")
def type_():
    facts = Facts("", "", "", "en-GB", datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC))
    return Type(Canvas((100, 100), facts).face(Weight.REGULAR), 10, 12, "0 0 0")


def spaced(line: str) -> str:
    """A line with plain spaces, whichever it is set with."""
    return line.replace(NBSP, " ").replace(NNBSP, " ")


@given(st.text(max_size=400), st.floats(12, 400))
@example("word  with   spaces ", 50)
@example("e\u0301" * 50 + " " * 90 + "\u0301" * 30, 20)
# Wider together than each letter by itself.
@example("مل", 12)
def test_lines_hold_all_of_the_text_and_fit(type_, text, width):
    lines = type_.lines(text, width)
    parts = [part.strip(" ") for part in printable(text).split("\n")]
    assert "".join(lines) == "".join(part for part in parts if part.strip())
    assert all(type_.width(line.rstrip(" ")) <= width + 0.001 or len(line.strip()) == 1 for line in lines)


def test_lines_break_at_spaces(type_):
    assert type_.lines("one two three", type_.width("one two")) == ["one two ", "three"]


def test_line_ends_are_kept_and_blank_lines_are_not(type_):
    assert type_.lines(f"one\n\n {NBSP}\ntwo\r\nthree", 200) == ["one", "two", "three"]


@pytest.mark.parametrize("space", [NBSP, NNBSP])
def test_a_no_break_space_is_no_place_to_break(type_, space):
    assert type_.lines(f"mot{space}: suite", type_.width("mot :")) == [f"mot{space}: ", "suite"]
    assert type_.lines(f"un mot{space}; suite", type_.width("un mot ")) == ["un ", f"mot{space}; ", "suite"]


@pytest.mark.parametrize("text", ["voici « ceci", "voici ceci »", "voici ceci !", "voici 50 %", "voici cela ; oui"])
def test_a_plain_space_holds_beside_the_signs_that_french_sets_off(type_, text):
    lines = type_.lines(text, type_.width(" ".join(text.split()[:2])))
    assert not any(line.strip() in "«»!%;" for line in lines)
    assert not any(line.endswith("« ") or line[0] in "»!%;" for line in lines)


@pytest.mark.parametrize("after", ["…", ".", ",", ")", "]", ";", " ;", "!", "/"])
@pytest.mark.parametrize("sign", ["»", "!", "?", ";", ":", "%", "‰", "€"])
def test_a_plain_space_holds_whatever_follows_the_sign(type_, sign, after):
    lines = type_.lines(f"voici ceci {sign}{after}", type_.width("voici ceci"))
    assert list(map(spaced, lines)) == ["voici ", f"ceci {sign}{after}"]


@pytest.mark.parametrize("number", ["1 000", "12 500 000", "1 000 000 €"])
def test_a_plain_space_holds_between_the_thousands_of_a_number(type_, number):
    lines = type_.lines(f"voici {number}", type_.width(f"voici {number[:-1]}"))
    assert list(map(spaced, lines)) == ["voici ", number]


@pytest.mark.parametrize("text", ["article 12 3000", "le 5 2024", "1 000a", "en 2024 300"])
def test_numbers_that_are_no_thousands_may_be_parted(type_, text):
    *_, last = text.split()
    assert type_.lines(text, type_.width(text[:-1]))[-1] == last


def test_a_word_too_wide_is_broken_after_a_sign_where_one_is_near(type_):
    assert type_.lines("https://example.org/path", type_.width("https://example.o")) == ["https://example.", "org/path"]


def test_one_line_is_shortened_to_the_width(type_):
    line = type_.one_line("A title\nof two lines", type_.width("A title of t…"))
    assert line == "A title of t…"
    assert type_.one_line("A title", 100) == "A title"


def test_what_leaves_no_mark_is_not_printed():
    assert printable("co\u00adop\u200b\ufeff\u2060\ufe0f\x00\td") == "coop d"


def test_what_keeps_arabic_letters_apart_or_joins_them_stays_with_them():
    assert printable("می\u200cخ ه\u200d") == "می\u200cخ ه\u200d"
    assert printable("a\u200cb\u200dc \u200dد") == "abc د"


def test_the_space_at_the_end_of_a_line_from_right_to_left_stands_left_of_it(type_):
    bare, spaced = (re.findall(r"(\S+) 0.00 Tm", type_.show(50, 0, line, rtl=True)) for line in ("خطر", "خطر "))
    assert spaced[:-1] == bare
    assert float(spaced[-1]) < 50


def test_marks_are_drawn_where_they_stand_and_read_where_they_belong(type_):
    drawing = type_.show(0, 0, "مهمّ", rtl=True)
    assert drawing.count(" c ") > 0, "the outline of the mark"
    assert drawing.count("3 Tr") == 1, "the letter below it"
    assert drawing.count("Tj") == 4


def test_letters_that_are_kept_apart_are_not_joined(type_):
    joined, apart = (type_.show(0, 0, text, rtl=True) for text in ("میخ", "می\u200cخ"))
    assert type_.width("می\u200cخ") > type_.width("میخ")
    assert len(apart) > len(joined)


def test_text_of_too_many_lines_is_shortened(type_):
    width = type_.width("three four…") + 0.1
    assert type_.at_most("one two three four five six", width, 1) == ["one two t…"]
    assert type_.at_most("one two\nthree four five six", width, 2) == ["one two ", "three four…"]
    assert type_.at_most("one two three four", width, 2) == ["one two ", "three four"]
    assert type_.at_most("", width, 2) == []


@given(st.text("ab -\u00e9", max_size=300), st.floats(20, 200), st.integers(1, 4))
def test_the_first_lines_are_those_of_all(type_, text, width, most):
    lines = type_.lines(plain(text), width)
    shown = type_.at_most(text, width, most)
    if len(lines) <= most:
        assert shown == lines
    else:
        assert shown == [*lines[: most - 1], type_.one_line("".join(lines[most - 1 :]), width)]


@pytest.mark.parametrize("word", ["x", "x-", "\u00e9"])
def test_a_word_without_end_takes_no_time_for_each_line(type_, word):
    text = word * 3_000_000
    begin = time.thread_time()
    assert len(type_.at_most(text, 200, 2)) == 2
    assert type_.one_line(text, 200).endswith("\u2026")
    assert time.thread_time() - begin < 5
