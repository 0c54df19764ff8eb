"""The templates for new registers."""

from dataclasses import replace

from riskdesk.desk import scales
from riskdesk.domain.document import from_document
from riskdesk.domain.language import words
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.resource import resource

BLANK, COE, EXAMPLE = "blank", "coe", "kazakhstan-2024-2027"
TEMPLATES = {
    BLANK: QT_TRANSLATE_NOOP("Template", "Blank register"),
    COE: QT_TRANSLATE_NOOP("Template", "Five categories of a co-operation programme"),
    EXAMPLE: QT_TRANSLATE_NOOP("Template", "Example: Kazakhstan 2024-2027"),
}


def template(name: str, language: Language) -> RegisterTree:
    """A new register from a template; InputProblem if there is no template of that name."""
    if name not in TEMPLATES:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "There is no template “{name}”; choose one of {names}."),
            name=name,
            names=", ".join(TEMPLATES),
        )
    text = resource(f"templates/{name}.{language}.json").read_text("utf-8")
    tree = from_document(text, scales.profile(scales.DEFAULT))
    title = tree.register.title or words(language).untitled
    return replace(tree, register=replace(tree.register, title=title))
