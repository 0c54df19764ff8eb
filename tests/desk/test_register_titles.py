"""Copies of registers have titles of their own."""

import pytest

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from riskdesk.domain.values import Language


def titles(session: Session) -> list[str]:
    return [register.title for register in session.registers()]


def duplicate(session: Session, number: int = 0) -> None:
    session.run(registers.duplicate(session.registers()[number].id))


@pytest.mark.parametrize(("language", "word"), [(Language.ENGLISH, "copy"), (Language.FRENCH, "copie")])
def test_each_copy_has_a_title_of_its_own(session: Session, register: str, language: Language, word: str) -> None:
    session.run(registers.edit(register, title="Justice", language=language))
    for number in (0, 0, 1, 3):
        duplicate(session, number)
    assert titles(session) == ["Justice", *(f"Justice ({word}{number})" for number in ("", " 2", " 3", " 4"))]


def test_a_title_that_is_free_again_is_given_again(session: Session, register: str) -> None:
    session.run(registers.edit(register, title="Justice"))
    duplicate(session)
    duplicate(session)
    session.run(registers.delete(session.registers()[1].id))
    duplicate(session)
    assert titles(session) == ["Justice", "Justice (copy 2)", "Justice (copy)"]


def test_a_title_that_differs_in_case_alone_is_taken(session: Session, register: str) -> None:
    session.run(registers.edit(register, title="Justice"))
    duplicate(session)
    session.run(registers.edit(session.registers()[1].id, title="JUSTICE (COPY)"))
    duplicate(session)
    assert titles(session)[2] == "Justice (copy 2)"


def test_a_register_without_a_title_gives_its_copy_one(session: Session, register: str) -> None:
    session.run(registers.edit(register, title=""))
    duplicate(session)
    assert titles(session) == ["", "Untitled register (copy)"]


def test_other_words_in_brackets_stay(session: Session, register: str) -> None:
    session.run(registers.edit(register, title="Justice (copy of 2024)"))
    duplicate(session)
    assert titles(session)[1] == "Justice (copy of 2024) (copy)"
