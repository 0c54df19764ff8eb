"""The language of the program: our texts and Qt's own, and the format of dates and numbers."""

from collections.abc import Iterable, Sequence
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from riskdesk.resource import resource

# Countries for languages whose default country differs from that of most users.
_COUNTRIES = {"en": "en_GB"}
# Texts that Qt leaves untranslated in its dialogs, and keys that it names differently, marked for our translators.
LEFT_BY_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Page &order:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Pages &per sheet:"),
    QT_TRANSLATE_NOOP("QCupsJobWidget", "Scheduled &printing:"),
    QT_TRANSLATE_NOOP("QCupsJobWidget", "&Billing information:"),
    QT_TRANSLATE_NOOP("QCupsJobWidget", "Job &priority:"),
    QT_TRANSLATE_NOOP("QCupsJobWidget", "&Start:"),
    QT_TRANSLATE_NOOP("QCupsJobWidget", "&End:"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),
    QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
    QT_TRANSLATE_NOOP("QShortcut", "PgUp"),
    QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
)


def install(application: QCoreApplication, language: str) -> None:
    """Make the application speak a language (``fr``) instead of the one before."""
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)
    for translator in _loaded(language):
        translator.setParent(application)
        application.installTranslator(translator)
    QLocale.setDefault(locale(language))


def system_language(supported: Sequence[str]) -> str:
    """The first of the user's languages that is supported, or else the first supported."""
    return _first_supported(QLocale.system().uiLanguages(), supported)


def translate(language: str, context: str, text: str, comment: str = "", number: int = -1) -> str:
    """`text` in a language, even without an application or in one of another language; %Ln is the number, if any."""
    translation = _own(language).translate(context, text, comment, number) or text
    return translation if number < 0 else translation.replace("%Ln", locale(language).toString(number))


def _first_supported(preferred: Iterable[str], supported: Sequence[str]) -> str:
    bare = (name.replace("_", "-").split("-")[0].lower() for name in preferred)
    return next((name for name in bare if name in supported), supported[0])


def _loaded(language: str) -> list[QTranslator]:
    """Qt's texts, names of keys and ours; the last are asked first. Texts of a missing file stay in English."""
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath) + f"/qtbase_{language}"
    translators = ((QTranslator(), file) for file in (qt, _file(f"keys_{language}"), _file(f"riskdesk_{language}")))
    return [translator for translator, file in translators if translator.load(file)]


@cache
def _own(language: str) -> QTranslator:
    translator = QTranslator()
    translator.load(_file(f"riskdesk_{language}"))
    return translator


def _file(name: str) -> str:
    return str(resource(f"translations/{name}.qm"))


def locale(language: str) -> QLocale:
    """The system's locale if it has that language and writes dates as some country does, else the usual one.

    On Unix, a user may choose only a language (LANGUAGE=en with LANG=C.UTF-8); dates and numbers are then in the format
    of the C locale, which no country uses.
    """
    system, plain = QLocale.system(), QLocale(_COUNTRIES.get(language, language))
    short = QLocale.FormatType.ShortFormat
    is_countrys = system.dateFormat(short) != QLocale.c().dateFormat(short)
    return system if is_countrys and system.language() == plain.language() else plain
