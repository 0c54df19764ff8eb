"""An action that is done in a way of its own: others come in the meantime, and whoever waits may give up."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event, Thread, current_thread

import pytest

from riskdesk.desk import items, registers, risks
from riskdesk.desk.backups import Backups
from riskdesk.desk.cached_register import CachedRegister
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.growing import ChangingRegister
from riskdesk.domain.progress import Cancelled, Checkpoint, Result, never_cancelled
from riskdesk.domain.step import Step
from riskdesk.store.reader import Reader
from riskdesk.store.store import Outcome
from tests.desk.backing_up import note


def notes_in_file(path: Path) -> list[str]:
    """The notes of the risks in the file."""
    with closing(Session.open(path, "reader", read_only=True)) as reader:
        return notes(reader)


def notes(session: Session) -> list[str]:
    return [risk.note for register in session.registers() for risk in session.tree(register.id).risks]


def write_note(session: Session, risk: str) -> Outcome:
    return session._store.run("me", "Edit risk", risks.edit(risk, note="mine").work)


def test_what_others_write_meanwhile_comes_after_what_was_done(session: Session, register: str) -> None:
    """Though another action, which was asked for meanwhile, comes upon it first."""
    first = next(session.tree(register).risks)

    def meanwhile(work) -> Result:
        outcome = work(never_cancelled)
        with closing(Session.open(session.path, "other")) as other:
            note(other, "theirs")
        with pytest.raises(Conflict):
            note(session, "mine again")
        return outcome

    session.run(risks.edit(first.id, note="mine"), meanwhile)
    assert notes(session)[0] == "theirs"
    assert notes(session) == notes_in_file(session.path)
    assert [(news.step.who, news.theirs) for news in session.news()][-2:] == [("A. Tester", False), ("other", True)]


def test_what_was_done_is_taken_up_in_the_thread_that_does_it_and_shown_by_the_one_that_asked(
    session: Session, register: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, threads, take = session.tree(register), list[Thread](), CachedRegister.take

    def recording_take(shelf: CachedRegister, step: Step) -> None:
        threads.append(current_thread())
        take(shelf, step)

    def beside(work) -> Result:
        with ThreadPoolExecutor(1) as pool:
            outcome = pool.submit(work, never_cancelled).result()
        assert session.tree(register) is before
        return outcome

    monkeypatch.setattr(CachedRegister, "take", recording_take)
    session.run(risks.edit(next(before.risks).id, note="mine"), beside)
    assert current_thread() not in threads
    assert len(threads) == 1
    assert notes(session)[0] == "mine"


def test_two_threads_that_write_are_taken_up_in_the_order_of_the_file(session: Session, register: str) -> None:
    first = next(session.tree(register).risks)

    def write(name: str) -> None:
        for number in range(20):
            session.run(risks.edit(first.id, note=f"{name} {number}"))

    with ThreadPoolExecutor(3) as pool:
        deque(pool.map(write, "abc"))
    assert notes(session) == notes_in_file(session.path)


def test_what_could_not_be_taken_up_is_read_from_the_file(
    session: Session, register: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = next(session.tree(register).risks)

    def no_room(_cached: CachedRegister, _step: Step) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(CachedRegister, "take", no_room)
        with pytest.raises(MemoryError):
            session.run(risks.edit(first.id, note="mine"))
    session.read_changes_of_others()
    assert [(news.step.label, news.theirs) for news in session.news()] == [("Edit risk", False)]
    assert notes(session) == notes_in_file(session.path)
    session.run(risks.edit(first.id, note="mine again"))
    assert notes(session) == notes_in_file(session.path)


def test_what_is_shown_was_told_though_another_thread_takes_it_up(
    session: Session, register: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, take, take_event, ask_event = session.tree(register), CachedRegister.take, Event(), Event()
    observations = list[tuple[bool, int]]()

    def slowly(shelf: CachedRegister, step: Step) -> None:
        take(shelf, step)
        take_event.set()
        ask_event.wait()
        # As long as this goes on, the other thread can only wait.
        other.join(0.05)

    def follow() -> None:
        take_event.wait()
        ask_event.set()
        session._registers.follow()
        observations.append((session.tree(register) is not before, len(session.news())))

    monkeypatch.setattr(CachedRegister, "take", slowly)
    other = Thread(target=follow)
    other.start()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(session._registers.write, partial(write_note, session, next(before.risks).id)).result()
    other.join()
    assert observations == [(True, 1)]


@pytest.fixture
def reader_threads(monkeypatch: pytest.MonkeyPatch) -> list[Thread]:
    """The threads that read whole registers from the file from now on."""
    threads: list[Thread] = []
    growing = Reader.growing

    def recording_growing(reader: Reader, register: str) -> ChangingRegister:
        threads.append(current_thread())
        return growing(reader, register)

    monkeypatch.setattr(Reader, "growing", recording_growing)
    return threads


def in_a_thread(work: Callable[[Checkpoint], Result]) -> Result:
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work, never_cancelled).result()


def ids(session: Session, register: str) -> list[str]:
    return [category.category.id for category in session.tree(register).categories]


def test_what_is_shown_after_an_action_is_read_in_the_thread_that_does_it(
    session: Session, reader_threads: list[Thread]
) -> None:
    """A register that comes, the neighbour of one that goes, and both that exchange something."""
    (first,) = (register.id for register in session.registers())
    session.tree(first)
    added = session.run(registers.duplicate(first), in_a_thread)
    assert added is not None
    second = session.registers()[-1].id
    session.tree(second)
    moved = session.tree(first).categories[0].category.id
    session.run(items.place([moved], second, None), in_a_thread)
    assert (moved in ids(session, first), moved in ids(session, second)) == (False, True)
    session.undo(first, run_work=in_a_thread)
    assert (moved in ids(session, first), moved in ids(session, second)) == (True, False)
    session.run(registers.delete(first), in_a_thread)
    session.tree(second)
    session.undo(first, run_work=in_a_thread)
    assert session.tree(first).categories[0].category.id == moved
    assert current_thread() not in reader_threads[1:]
    with closing(Session.open(session.path, "me", read_only=True)) as reader:
        assert [reader.tree(register) for register in (first, second)] == [
            session.tree(register) for register in (first, second)
        ]


def test_the_neighbour_of_a_deleted_register_is_read_in_the_thread_that_deletes(
    session: Session, register: str, reader_threads: list[Thread]
) -> None:
    for _ in range(3):
        session.run(registers.duplicate(register))
    _first, second, third, _fourth = [title.id for title in session.registers()]
    session.tree(second)
    reader_threads.clear()
    session.run(registers.delete(second), in_a_thread)
    session.tree(third)
    assert len(reader_threads) == 1
    assert current_thread() not in reader_threads


def test_what_is_read_ahead_follows_what_is_done_before_it_is_shown(session: Session, register: str) -> None:
    session.tree(register)
    write = partial(session._store.run, "me", "Duplicate register", registers.duplicate(register).work)
    with ThreadPoolExecutor(1) as pool:
        outcome = pool.submit(session._registers.write, lambda: write(never_cancelled), ahead=True).result()
        assert outcome.step is not None
        (copy,) = (change.id for change in outcome.step.changes if change.kind == "register" and not change.before)
        rename = partial(session._store.run, "me", "Edit register", registers.edit(copy, title="A").work)
        pool.submit(session._registers.write, rename).result()
    session._registers.follow()
    assert session.tree(copy).register.title == "A"


def test_who_waits_anyway_reads_what_is_asked_for(
    session: Session, register: str, reader_threads: list[Thread]
) -> None:
    session.tree(register)
    session.run(registers.add(session.tree(register)))
    assert len(reader_threads) == 1


def test_who_gives_up_during_the_backup_before_an_action_finds_all_as_it_was(
    backed_up: Session, backups: Backups
) -> None:
    """At whatever moment: no half of a backup is taken for a whole one, and the next one is whole."""
    before = backed_up.registers()
    note(backed_up, "something to be backed up")
    for moment in count():
        checkpoints = count()

        def give_up(
            _share: float | None = None, /, *, checkpoints: Iterator[int] = checkpoints, moment: int = moment
        ) -> None:
            if next(checkpoints) == moment:
                raise Cancelled

        try:
            backed_up.back_up(give_up)
        except Cancelled:
            assert list(backups.folder.glob("*.1.json")) == [] or len(list(backups.folder.glob("*.json"))) == len(
                before
            )
            assert [path for path in backups.folder.iterdir() if path.suffix == ".part"] == []
            with pytest.raises(Cancelled):
                backed_up.run(registers.delete(before[0].id), give_up_at_once)
            assert [register.id for register in backed_up.registers()] == [register.id for register in before]
        else:
            break
    assert moment > 3
    (backup,) = backups.all()
    assert backed_up.contents(backup).differences.changes == []
    assert len(list(backups.folder.glob("*.json"))) == len(before)


def give_up_at_once(work: Callable[[Checkpoint], Result]) -> Result:
    def checkpoint(_share: float | None = None, /) -> None:
        raise Cancelled

    return work(checkpoint)
