"""The man page, made of what the command line takes: `LC_ALL=fr_FR.UTF-8 python -m tools.linux.manual` prints it."""

import argparse
import datetime
from collections.abc import Iterator

from riskdesk import __version__
from riskdesk.app import speech
from riskdesk.app.arguments import parser
from riskdesk.domain.values import Language
from tools import times

_ENGLISH = {
    "name": "NAME",
    "purpose": "keep and print the risk register of a co-operation programme",
    "synopsis": "SYNOPSIS",
    "description": "DESCRIPTION",
    "commands": "COMMANDS",
    "options": "OPTIONS",
    "help": "show the help; after a command, that of the command",
    "version": "show the version",
    "files": "FILES",
    "own": "your own registers, their backups and what was being typed (XDG_DATA_HOME)",
    "settings": "what the window remembers (XDG_CONFIG_HOME)",
    "status": "EXIT STATUS",
    "0": "it is done",
    "1": "it could not be done; standard error says why (check: the file is damaged or, with --strict, has gaps)",
    "2": "wrong use",
}
_FRENCH = {
    "name": "NOM",
    "purpose": "tenir et imprimer le registre des risques d’un programme de coopération",
    "synopsis": "SYNOPSIS",
    "description": "DESCRIPTION",
    "commands": "COMMANDES",
    "options": "OPTIONS",
    "help": "afficher l’aide\N{NO-BREAK SPACE}; après une commande, celle de cette commande",
    "version": "afficher la version",
    "files": "FICHIERS",
    "own": "vos propres registres, leurs sauvegardes et le texte en cours de saisie (XDG_DATA_HOME)",
    "settings": "ce que la fenêtre retient (XDG_CONFIG_HOME)",
    "status": "CODE DE RETOUR",
    "0": "c’est fait",
    "1": "cela n’a pas pu être fait\N{NO-BREAK SPACE}; la sortie d’erreur indique pourquoi (check\N{NO-BREAK SPACE}: le"
    " fichier est endommagé ou, avec --strict, a des lacunes)",
    "2": "erreur d’utilisation",
}


def page() -> str:
    """The page in troff, in the user's language."""
    words = _FRENCH if speech.language() is Language.FRENCH else _ENGLISH
    return "\n".join(_lines(parser(), words)) + "\n"


def _lines(of: argparse.ArgumentParser, words: dict[str, str]) -> Iterator[str]:
    day = datetime.datetime.fromtimestamp(times.of_source(), datetime.UTC).date()
    yield f'.TH RISKDESK 1 {day} "Riskdesk {__version__}"'
    yield f".SH {words['name']}"
    yield f"riskdesk \\- {words['purpose']}"
    yield f".SH {words['synopsis']}"
    yield f"\\fBriskdesk\\fR [\\fI{speech.translate('CommandLine', 'FILE')}\\fR]"
    yield from (f".br\n{_usage(command)}" for command in _commands(of).values())
    yield f".SH {words['description']}"
    yield f"{_plain(of.description or '')}\n.PP\n{_plain(of.epilog or '')}"
    yield f".SH {words['options']}"
    for action in of._actions:
        if action.option_strings:
            yield from item(head(action), told(action, words))
    yield f".SH {words['commands']}"
    for command in _commands(of).values():
        yield f".SS {_usage(command)}"
        yield _plain(_sentence(command.description or ""))
        for action in command._actions:
            if action.dest != "help":
                yield from item(head(action), told(action, words))
    yield f".SH {words['files']}"
    yield from item("\\fI~/.local/share/Riskdesk/\\fR", words["own"])
    yield from item("\\fI~/.config/Riskdesk/settings.json\\fR", words["settings"])
    yield f".SH {words['status']}"
    yield from (line for status in "012" for line in item(f"\\fB{status}\\fR", words[status]))


def _commands(of: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    (kinds,) = (action for action in of._actions if isinstance(action, argparse._SubParsersAction))
    return kinds.choices


def _usage(of: argparse.ArgumentParser) -> str:
    """The name of a command and what has to be given with it."""
    arguments = [f"\\fI{_plain(_metavar(action))}\\fR" for action in of._actions if not action.option_strings]
    options = ["[\\fIoptions\\fR]"] if len(of._actions) > len(arguments) + 1 else []
    return " ".join([f"\\fB{_plain(of.prog)}\\fR", *options, *arguments])


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def head(of: argparse.Action) -> str:
    """How an argument is given."""
    if not of.option_strings:
        return f"\\fI{_plain(_metavar(of))}\\fR"
    names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in of.option_strings)
    return names if of.nargs == 0 else f"{names} \\fI{_plain(_metavar(of))}\\fR"


def _metavar(of: argparse.Action) -> str:
    choices = f"{{{','.join(of.choices)}}}" if of.choices else of.dest.upper()
    name = str(of.metavar or choices)
    return f"[{name}]" if of.nargs == argparse.OPTIONAL else name


def told(of: argparse.Action, words: dict[str, str]) -> str:
    """What an argument does."""
    # What argparse itself says of these is English.
    return words[of.dest] if of.dest in ("help", "version") else str(of.help)


def item(tag: str, text: str) -> Iterator[str]:
    """An indented paragraph under its tag."""
    yield f".TP\n{tag}\n{_plain(text)}"


def _plain(text: str) -> str:
    """Text in which troff sees no request, and hyphens that can be copied as they are typed."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    print(page(), end="")
