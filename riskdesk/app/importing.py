"""The command that imports: registers of Riskdesk, and those in the files of other programs."""

import json
from argparse import Namespace
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

from riskdesk.app import stores
from riskdesk.app.commands import pick
from riskdesk.app.speech import Counted, language, translate
from riskdesk.desk import registers, transfer
from riskdesk.desk.session import Session
from riskdesk.domain import json_text
from riskdesk.domain.document import to_document
from riskdesk.domain.importing.messages import LeftOut, Message, Question
from riskdesk.domain.importing.result import Import
from riskdesk.domain.importing.roles import ROLES
from riskdesk.domain.importing.told_places import place_words
from riskdesk.domain.json_text import BadJson
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, NotFound
from riskdesk.domain.scale import Scale
from riskdesk.domain.sheets import Place
from riskdesk.domain.telling import Telling
from riskdesk.domain.tree import EntryTree, RegisterTree
from riskdesk.exchange.json_file import content, text

_LARGEST_ANSWERS = 4_000_000


def take_in(given: Namespace) -> int:
    """Add the register of a file to a store, or take it into one that is there; `--dry-run` only tells."""
    answers = {name: str(told) for name, told in _json_of(given.answers).items()}
    if given.into is not None:
        return _take_into(given, answers)
    found, changes = _read(given, answers)
    tree = _required(found, given.source)
    with _session(given) as session:
        (session.rehearse if given.dry_run else session.run)(registers.add(tree))
    if given.json:
        print(json_text.written(_as_json(found, tree)), end="")
        return 0
    if given.dry_run and found.roles:
        print(*_told(found, tree), sep="\n")
    for old, new in changes:
        print(translate("CommandLine", "{old} was given twice; the second is now {new}").format(old=old, new=new))
    print(translate("CommandLine", "{title}: {counts}").format(title=tree.register.title, counts=_counts(tree)))
    if found.roles and not given.dry_run:
        print(*_summary(found), sep="\n")
    return 0


def _take_into(given: Namespace, answers: dict[str, str]) -> int:
    """Compare with the register that is named, and take what the answers choose, or what is usual."""
    from riskdesk.app import comparing
    from riskdesk.desk import importing

    choices, remap = comparing.choices_in(answers), comparing.remap_in(answers)
    with _session(given) as session:
        here = session.tree(pick(session.registers(), given.into, given.file, "--into").id)
        found, _ = _read(given, answers, here.register.scale)
        _required(found, given.source)
        comparison = importing.compare(found, here, remap=remap)
        (session.rehearse if given.dry_run else session.run)(importing.apply(comparison, choices))
    if given.json:
        content = _as_json(found, comparison.found) | {"comparison": comparing.as_json(comparison, choices)}
        print(json_text.written(content), end="")
        return 0
    if given.dry_run:
        told = comparing.lines(comparison, choices, Telling(language(), translate))
        for line in (*_roles(found), *told, *_remarks(found)):
            print(line)
    counts = comparing.summary(comparison, choices)
    print(translate("CommandLine", "{title}: {counts}").format(title=here.register.title, counts=counts))
    if found.roles and not given.dry_run:
        print(*_summary(found), sep="\n")
    return 0


def _read(
    given: Namespace, answers: dict[str, str], known: Scale | None = None
) -> tuple[Import, list[tuple[str, str]]]:
    """What the file holds, and what each reference that was given twice in it is now."""
    from riskdesk.desk import importing

    source = Path(given.source)
    if source.suffix.lower() in transfer.ENDINGS:
        return importing.read_own(source, language())
    tables = importing.source(source, answers)
    return importing.made_of(tables, source.stem, language(), _json_of(given.map), answers, known=known)


def _session(given: Namespace) -> AbstractContextManager[Session]:
    file = Path(given.file)
    return closing(stores.reading(file)) if given.dry_run else stores.writing(file)


def _json_of(file: str | None) -> dict[str, Any]:
    """What a file of answers or of a mapping holds; nothing if none is given."""
    if file is None:
        return {}
    path = Path(file)
    try:
        told = json_text.loads(text(path, content(path, _LARGEST_ANSWERS)))
        if not isinstance(told, dict):
            raise ValueError
    except BadJson as bad:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} cannot be read: {reason}"), file=path, reason=bad.problem
        ) from None
    except ValueError:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "{file} does not hold one object of JSON; correct it and try again."),
            file=path,
        ) from None
    # What --json prints holds the mapping among others.
    mapping: dict[str, Any] = told.get("mapping", told)
    return mapping


def _required(found: Import, source: str) -> RegisterTree:
    if found.tree is None:
        raise NotFound(
            QT_TRANSLATE_NOOP("Problem", "No list of risks was found in {file}: {reasons}"),
            file=source,
            reasons=" ".join(_roles(found)) or "–",
        )
    return found.tree


def _counts(tree: RegisterTree) -> str:
    return ", ".join(
        (
            Counted.tr("%Ln category(s)", "", len(tree.categories)),
            Counted.tr("%Ln risk(s)", "", len(list(tree.risks))),
            Counted.tr("%Ln mitigation(s)", "", len(list(tree.mitigations))),
        )
    )


def _summary(found: Import) -> Iterator[str]:
    yield Counted.tr("%Ln warning(s)", "", len(found.messages))
    yield Counted.tr("%Ln question(s), for which the usual answer was taken", "", len(found.questions))
    yield Counted.tr("%Ln place(s) of the file left out", "", len(found.left_out))
    yield translate("CommandLine", "--dry-run lists them all.")


def _told(found: Import, tree: RegisterTree) -> Iterator[str]:
    """What would be created row by row, with places, warnings and questions."""
    yield from _roles(found)
    for category in tree.categories:
        yield ""
        yield category.category.title or translate("CommandLine", "(no category)")
        for entry in category.entries:
            yield from _entry(found, tree, entry)
    yield from _remarks(found)


def _roles(found: Import) -> Iterator[str]:
    for role in found.roles:
        yield _at(role.place, _reason(role.reason))


def _remarks(found: Import) -> Iterator[str]:
    yield from _section(translate("CommandLine", "Warnings"), map(_message, found.messages))
    yield from _section(translate("CommandLine", "Questions"), map(_question, found.questions))
    yield from _section(translate("CommandLine", "Left out"), map(_left_out, found.left_out))
    yield ""


def _entry(found: Import, tree: RegisterTree, entry: EntryTree) -> Iterator[str]:
    told = words(tree.register.language)
    for risk in entry.risks:
        levels = [told.assessment(risk.likelihood, risk.impact)] if risk.likelihood or risk.impact else []
        about = " ".join((risk.reference, risk.title or risk.description, *(f"[{it}]" for it in levels)))
        yield f"  • {about}  ({_where(found.places[risk.id])})"
    for mitigation in entry.mitigations:
        about = ", ".join(
            filter(None, (mitigation.action_owner, told.date(mitigation.due_date) if mitigation.due_date else ""))
        )
        yield f"    → {mitigation.description}" + (f" [{about}]" if about else "")


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield from ("", title, *(f"  {line}" for line in told))


def _message(message: Message) -> str:
    return _at(message.place, message.told(translate, language()))


def _question(question: Question) -> str:
    answer = translate("CommandLine", "{id} = {answer}").format(id=question.id, answer=question.default or "–")
    return _at(question.place, f"{question.told(translate, language())} ({answer})")


def _left_out(item: LeftOut) -> str:
    found = " ".join(item.found.split())
    return _at(item.place, f"{found[:70]}{'…' if len(found) > 70 else ''} – {item.told(translate, language())}")


def _at(place: Place, told: str) -> str:
    """What is told of a place of the file."""
    return translate("CommandLine", "{place}: {told}").format(place=_where(place), told=told)


def _reason(key: str) -> str:
    return translate("Import", ROLES[key])


def _where(place: Place) -> str:
    return place_words(place, translate)


def _as_json(found: Import, tree: RegisterTree) -> dict[str, Any]:
    return {
        "register": json.loads(to_document(tree)),
        "places": {identity: _where(place) for identity, place in found.places.items()},
        "roles": [{"place": _where(it.place), "role": it.role, "reason": _reason(it.reason)} for it in found.roles],
        "warnings": [
            {"kind": it.kind, "place": _where(it.place), "found": it.found, "text": it.told(translate, language())}
            for it in found.messages
        ],
        "questions": [
            {
                "id": it.id,
                "kind": it.kind,
                "place": _where(it.place),
                "found": it.found,
                "choices": list(it.choices),
                "default": it.default,
                "text": it.told(translate, language()),
            }
            for it in found.questions
        ],
        "left_out": [
            {"reason": it.reason, "place": _where(it.place), "found": it.found, "text": it.told(translate, language())}
            for it in found.left_out
        ],
        "mapping": found.mapping,
    }
