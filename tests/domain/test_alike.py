"""Texts that say nearly the same are found, whatever comes and goes, and without comparing each with each."""

import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain import alike
from riskdesk.domain.alike import Alike, are_near
from riskdesk.domain.essence import are_forms, essence

LONG = (
    "Delays in the adoption of the secondary legislation reduce the time left for training judges, prosecutors and"
    " lawyers before the programme ends, and beneficiaries lose interest"
)
NAMED = "The Ministry of Justice will share data with partner institutions and civil society before June 2027"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Insufficient political will", "insufficient political will."),
        ("Insufficient political will", "Political will insufficient"),
        ("Insufficient political will", "Insufficient  political   will\n"),
        ("Lack of co-ordination", "Lack of coordination"),
        ("Lack of funding from donors", "Lack of fundings from the donors"),
        ("Limited operational capacity", "Limited operatoinal capacity"),
        ("Limited operational capacity", "Limited operational capcity"),
        ("Rotation of staff in partner institutions", "Rotation of key staff in partner institutions"),
        (
            "Lack of consensus between international partners with regard to the priorities and scope of projects",
            "Lack of consensus between international partners as to the priorities and scope of projects",
        ),
        (LONG, LONG.replace("judges", "magistrates").replace("interest", "patience")),
        ("Insuffisance de la volonté politique", "Volonté politique : insuffisance"),
        ("Absence d’un bureau sur le terrain", "Absence de bureaux sur le terrain"),
        ("Retard dans l’adoption des réformes", "Retards dans l'adoption de la réforme"),
        ("Inflation", "INFLATION"),
    ],
)
def test_texts_that_say_nearly_the_same_are_twins(one: str, other: str) -> None:
    assert are_near(essence(one), essence(other))
    assert twins(one, other) == {"0": "1", "1": "0"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lack of funding", "Lack of staff"),
        ("Lack of funding", "Lack"),
        ("Delay of activity 1", "Delay of activity 2"),
        (NAMED, NAMED.replace("Justice", "Interior")),
        (NAMED, NAMED.replace("2027", "2028")),
        (NAMED, NAMED.replace("will", "will not")),
        (NAMED, NAMED.replace(" 2027", "")),
        ("Le parlement suit les recommandations reçues", "Le parlement suit sans délai les recommandations reçues"),
        ("The new law is adopted by parliament in time", "The new law is never adopted by parliament in time"),
        ("Increase of prices", "Decrease of prices"),
        ("Staff", "Staff turnover"),
        (LONG, LONG.replace("Delays", "Gaps").replace("judges", "police").replace("ends", "x").replace("lose", "gain")),
        ("", ""),
        ("the of and", "of the"),
        ("R", "r"),
    ],
)
def test_texts_that_say_something_else_are_no_twins(one: str, other: str) -> None:
    assert twins(one, other) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("reform", "reforms", 1),
        ("bureau", "bureaux", 1),
        ("programme", "program", 1),
        ("funding", "fundign", 1),
        ("funding", "fuding", 1),
        ("funding", "founding", 1),
        ("increase", "decrease", 0),
        ("law", "laws", 0),
        ("cost", "host", 1),
        ("capacity", "capital", 0),
        ("donor", "donation", 0),
    ],
)
def test_forms_are_a_letter_or_a_short_ending_apart(one: str, other: str, same: int) -> None:
    assert are_forms(one, other) == same
    assert are_forms(other, one) == same


def test_each_text_is_paired_with_the_first_like_it_and_groups_stay_together() -> None:
    texts = ["Lack of funds for travel", "Strikes", "Lack of fund for travel", "Floods", "Lack of funds for travels"]
    alikes = Alike()
    for place, text in enumerate(texts):
        alikes.put(str(place), text)
    assert list(twin_pairs(alikes, len(texts))) == [("0", "2"), ("2", "0"), ("4", "0")]


LETTERS = "abcdefghij"
WORDS = ["quick", "brown", "foxes", "jump", "over", "lazy", "dogs", "Justice", "not", "12"]
# Texts of most of the same words, so that many are near each other and others just are not.
TEXTS = st.lists(st.sampled_from([*WORDS, "", "brwon", "jumped"]), max_size=3).map(
    lambda extra: " ".join([*WORDS[: 7 - len(extra)], *extra])
)
STEPS = st.lists(st.tuples(st.integers(0, 7), st.none() | TEXTS), max_size=40)


@given(STEPS)
def test_what_is_found_step_by_step_is_what_is_found_at_once(steps: list[tuple[int, str | None]]) -> None:
    alikes, texts = Alike(), {}
    for number, text in steps:
        alikes.drop(str(number))
        texts.pop(str(number), None)
        if text is not None:
            alikes.put(str(number), text)
            texts[str(number)] = text
        assert twin_pairs(alikes, 8) == list(at_once(texts).items())


@given(st.lists(TEXTS, min_size=2, max_size=8))
def test_no_text_that_is_near_another_is_missed(texts: list[str]) -> None:
    twin_of = at_once({str(place): text for place, text in enumerate(texts)})
    essences = [essence(text) for text in texts]
    near = {
        str(place)
        for place, one in enumerate(essences)
        if any(other.words and are_near(one, other) for at, other in enumerate(essences) if at != place and one.words)
    }
    assert set(twin_of) == near


@given(STEPS, st.permutations(range(8)))
def test_another_order_gives_the_twins_that_it_gives_from_the_start(
    steps: list[tuple[int, str | None]], order: list[int]
) -> None:
    alikes, texts = Alike(), {}
    for number, text in steps:
        alikes.drop(str(number))
        texts.pop(str(number), None)
        if text is not None:
            alikes.put(str(number), text)
            texts[str(number)] = text
    twin_pairs(alikes, 8)
    places, fresh = {str(number): place for place, number in enumerate(order)}, Alike()
    alikes.reorder()
    for name, text in texts.items():
        fresh.put(name, text)
    for _ in fresh.refreshing():
        pass
    assert list(alikes.twins(places.__getitem__)) == list(fresh.twins(places.__getitem__))


def test_many_texts_are_paired_some_at_a_time() -> None:
    alikes, count = Alike(), 3 * alike._AT_ONCE
    places = {str(place): place for place in range(2 * count)}
    for name, place in places.items():
        alikes.put(name, f"Delay of activity {place // 2}")
    for _ in alikes.refreshing():
        pass
    assert sum(1 for _ in alikes.pairing(places.__getitem__)) == 3
    assert len(list(alikes.twins(places.__getitem__))) == count


def test_a_group_that_is_alike_as_before_is_the_same_object() -> None:
    texts = ["Lack of funds", "lack of fund", "Strikes of staff", "strike of staff", "Floods"]
    alikes, places = Alike(), {str(place): place for place in range(len(texts))}
    for place, text in enumerate(texts):
        alikes.put(str(place), text)
    twin_pairs(alikes, len(texts))
    one, two = alikes.twins(places.__getitem__)
    alikes.drop("4")
    alikes.put("4", "Strikes of the staff")
    for _ in alikes.refreshing():
        pass
    again, other = alikes.twins(places.__getitem__)
    assert (again is one, other is two) == (True, False)


def test_a_crowd_that_grows_and_shrinks_is_looked_at_as_if_it_had_always_been_so() -> None:
    """A block that becomes too large hides what is in it, and shows it again."""
    alikes, texts = Alike(), {}
    for number in range(90):
        texts[str(number)] = (
            f"quick brown foxes jump over lazy dogs beside {LETTERS[number // 10]}{LETTERS[number % 10]}"
        )
    order = [*texts, *texts]
    inside: dict[str, str] = {}
    for name in order:
        if name in inside:
            alikes.drop(name)
            del inside[name]
        else:
            alikes.put(name, texts[name])
            inside[name] = texts[name]
        if len(inside) in (1, 30, 63, 64, 65, 66, 90):
            assert dict(twin_pairs(alikes, 90)) == at_once(inside)


@pytest.mark.parametrize("pattern", ["{word} of the work plan", "lack of {word}", "{word} {word} {word} {other}"])
def test_the_work_grows_with_the_texts_and_not_with_their_square(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = [0]

    def counted(one: object, other: object) -> bool:
        compared[0] += 1
        return are_near(one, other)  # type: ignore[arg-type]

    monkeypatch.setattr(alike, "are_near", counted)
    chance = random.Random(1)

    def word() -> str:
        return "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=9))

    at_once({str(number): pattern.format(word=word(), other=word()) for number in range(2_000)})
    assert compared[0] < 2_000 * alike._MOST_IN_BLOCK


def twins(*texts: str) -> dict[str, str]:
    return at_once({str(place): text for place, text in enumerate(texts)})


def at_once(texts: Mapping[str, str]) -> dict[str, str]:
    alikes = Alike()
    for name, text in texts.items():
        alikes.put(name, text)
    return dict(twin_pairs(alikes, 100))


def twin_pairs(alikes: Alike, count: int) -> list[tuple[str, str]]:
    for _ in alikes.refreshing():
        pass
    return [pair for pairs in alikes.twins({str(place): place for place in range(count)}.__getitem__) for pair in pairs]
