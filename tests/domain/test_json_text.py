"""JSON that others may have written: what is within the limits is read as it stands, all else is refused."""

import json
import tracemalloc

import pytest

from riskdesk.domain.json_text import DEEPEST, BadJson, loads


def nested(depth: int, opening: str = "[", closing: str = "]") -> str:
    return opening * depth + "1" + closing * depth


@pytest.mark.parametrize(
    "content",
    [
        1,
        "a",
        None,
        [],
        {},
        [[]],
        {"a": {}},
        -(2**63),
        1.7976931348623157e308,
        '{[,\\"',
        {"a": [1, {"b": 0.1}], "": "é"},
    ],
)
def test_what_is_within_the_limits_is_read_as_it_stands(content: object) -> None:
    assert loads(json.dumps(content)) == content


@pytest.mark.parametrize("text", ["9" * 32, "-" + "9" * 31, "0." + "1" * 30, "1e" + "0" * 30])
def test_a_number_may_have_as_many_characters_as_the_limit_says_and_not_one_more(text: str) -> None:
    assert loads(text) == json.loads(text)
    longer = text.replace("1", "11", 1).replace("9", "99", 1)
    with pytest.raises(BadJson, match="a number of 33 characters"):
        loads(longer)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "damaged at line 1, column 1;"),
        ("[1,\n2", "damaged at line 2, column 2;"),
        ('{"a": 1,\n"b": 2,\n "a": 3}', "the name “a” twice in one object, the second time at line 3, column 2;"),
        ('[{"deep": {"": 1, "": 2}}]', "the name “” twice in one object, the second time at line 1, column 19;"),
        ('{"a": {"a": ":"}, "b": ["a", "a"], "\\u0061": 1}', "the name “a” twice in one object, .* column 36;"),
        ("{" + "".join(f'"{n}": 1, ' for n in range(100_000)) + '"7": 2}', "the name “7” twice"),
        ('["NaN",\n NaN]', "NaN at line 2, column 2, which is no number"),
        ("-Infinity", "-Infinity at line 1, column 1, which is no number"),
        ("[1e999]", "1e999 at line 1, column 2, which is no number"),
        ("9" * 4000, "a number of 4,000 characters at line 1, column 1,"),
        ("[-" + "9" * 5000 + "]", "a number of 5,001 characters at line 1, column 2,"),
        ("0." + "1" * 1_000_000, "a number of 1,000,002 characters"),
        ("1e-" + "1" * 100, "a number of 103 characters"),
    ],
)
def test_what_is_no_plain_json_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        loads(text)


@pytest.mark.parametrize("text", ["1e400" * 2, "[1e4001-2", "NaN1:", 'Infinity1{"a":', "[-Infinity.5]", '[NaN"a":1'])
def test_what_follows_a_number_that_is_none_is_not_looked_at(text: str) -> None:
    with pytest.raises(BadJson, match="which is no number"):
        loads(text)


def test_to_tell_what_is_wrong_takes_no_room_for_each_character_of_a_string() -> None:
    text = '{"a": "' + "x" * 1_000_000 + '", "a": 1}'
    tracemalloc.start()
    try:
        with pytest.raises(BadJson, match="twice"):
            loads(text)
        assert tracemalloc.get_traced_memory()[1] < 10 * len(text)
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "text",
    [
        nested(DEEPEST + 1),
        nested(DEEPEST + 1, '{"a":', "}"),
        nested(DEEPEST // 2 + 1, '[{"a":', "}]"),
        nested(500),
        nested(100_000),
        nested(100_000, '{"a":', "}"),
        "[" * 100_000,
        "[1, 2, " + nested(DEEPEST) + ", 3]",
        "[" * DEEPEST + "[]" + "]" * DEEPEST,
    ],
)
def test_what_is_deeper_than_the_limit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="more than 16 lists and objects inside each other"):
        loads(text)


@pytest.mark.parametrize("text", [nested(DEEPEST), nested(DEEPEST, '{"a":', "}"), "[" * DEEPEST + "]" * DEEPEST])
def test_what_is_as_deep_as_the_limit_is_read(text: str) -> None:
    assert loads(text) == json.loads(text)


def test_the_limits_are_those_that_are_asked_for() -> None:
    assert loads("[[1]]", deepest=2) == [[1]]
    with pytest.raises(ValueError, match="more than 1 lists"):
        loads("[[1]]", deepest=1)
    assert loads("[1, 2]", most=2) == [1, 2]
    for text in ("[1, 2]", '{"a": {}}', "[[]]", "[" + "{}, " * 1000 + "{}]"):
        with pytest.raises(ValueError, match="more than 1 values"):
            loads(text, most=1)


def test_what_is_refused_for_its_number_is_not_read_before() -> None:
    """The text would be refused as no JSON, had it been looked at."""
    with pytest.raises(ValueError, match="more than 10 values"):
        loads("no json" + "," * 11, most=10)
