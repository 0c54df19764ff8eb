"""The pages of the inspector: a register, a risk, a mitigation, or words alone."""

from collections.abc import Callable, Hashable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QWidget

from riskdesk.desk import scales
from riskdesk.domain.fields import Field, FieldType, sections
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.scale import Scale
from riskdesk.domain.values import Mitigation, Register, Risk
from riskdesk.kit.fields import ChoiceField, DateField, LineField, TextField
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.inspector.badge import Badge
from riskdesk.ui.inspector.levels import LevelsField
from riskdesk.ui.inspector.page import PROSE, Page, named_field


class BarePage(Page):
    """Words alone, where there is nothing to edit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.end()


class RegisterPage(Page):
    """The register as a document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_head(_called("register"))
        _add_fields(self, "register")
        self.end()
        # Digits meant as scores never fall into a title: Tab leads there.
        self.first = None

    def show_register(self, register: Register) -> None:
        scale = self.fields["scale"]
        assert isinstance(scale, _ScaleField), "it was added as one"
        scale.language = register.language
        self.show_value(register)


class RiskPage(Page):
    """A risk and its assessment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge, self._residual = Badge(self), Badge(self)
        _add_fields(self, "risk", {"impact": self._badge, "residual_impact": self._residual})
        self.end()

    def show_risk(self, risk: Risk, scale: Scale, owners: list[str]) -> None:
        self.show_head(self.tr("Risk {reference}").format(reference=risk.reference), risk.description)
        for name, levels in (("likelihood", scale.likelihood), ("impact", scale.impact)):
            for field in (self.fields[name], self.fields[f"residual_{name}"]):
                assert isinstance(field, LevelsField), "a half of an assessment is a level"
                field.set_levels(levels)
        self.show_value(risk)
        self._badge.show_assessment(scale, risk.assessment)
        self._residual.show_assessment(scale, risk.residual)
        _complete(self, owners)


class MitigationPage(Page):
    """A mitigation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _add_fields(self, "mitigation")
        self.end()

    def show_mitigation(self, mitigation: Mitigation, owners: list[str]) -> None:
        self.show_head(_called("mitigation"), mitigation.description)
        self.show_value(mitigation)
        _complete(self, owners)


class _ScaleField(ChoiceField):
    """The shipped scales, named in the words of the window; a register's own scale is none of them.

    `language` is that of the register, whose levels are named in it.
    """

    def __init__(self, parent: QWidget) -> None:
        shipped = [scales.profile(name, ui_language()) for name in scales.PROFILES]
        super().__init__([(scale.profile, scale.name) for scale in shipped], parent, optional=False)
        self.language = ui_language()

    def _text_of(self, value: Hashable) -> str:
        return super()._text_of(value.profile if isinstance(value, Scale) else "")

    def _value_of(self, text: str) -> Scale:
        return scales.profile(str(super()._value_of(text)), self.language)


def _choice(field: Field, parent: QWidget) -> ChoiceField:
    choices = [(code, label.text(ui_language())) for code, label in field.codes.items()]
    return ChoiceField(choices, parent, optional=not field.required)


# What shows and edits a field, by its type; other types are not shown.
_WIDGETS: dict[FieldType, Callable[[Field, QWidget], QWidget]] = {
    FieldType.TEXT: lambda _field, parent: TextField(parent),
    FieldType.LINE: lambda _field, parent: LineField(parent),
    FieldType.PERSON: lambda _field, parent: named_field(parent),
    FieldType.REFERENCE: lambda _field, parent: LineField(parent),
    FieldType.LEVEL: lambda _field, parent: LevelsField(parent),
    FieldType.CHOICE: _choice,
    FieldType.DATE: lambda _field, parent: DateField(parent),
    FieldType.SCALE: lambda _field, parent: _ScaleField(parent),
}


def _called(kind: str) -> str:
    return VALUE_KINDS[kind].label.text(ui_language())


def _add_fields(page: Page, kind: str, below: Mapping[str, QWidget] = MappingProxyType({})) -> None:
    """Add the fields of a kind; `below` are widgets that stand below some of them."""
    for section in sections(kind):
        heading = section.heading.text(ui_language())
        if heading:
            page.add_section(heading)
        for field in section.fields:
            widget = _WIDGETS[field.type](field, page)
            widget.setProperty(PROSE, field.is_prose and not field.names_person)
            page.add(field.name, field.label.text(ui_language()), widget)
            if field.name in below:
                page.add_widget(below[field.name])


def _complete(page: Page, names: list[str]) -> None:
    """Offer names where a person is named."""
    for field in page.fields.values():
        completer = field.completer() if isinstance(field, LineField) else None
        model = completer.model() if completer else None
        if isinstance(model, QStringListModel) and model.stringList() != names:
            model.setStringList(names)
