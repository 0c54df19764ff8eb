"""The pages of the inspector: a register, a risk, a mitigation, or words alone."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QWidget

from riskdesk.desk import scales
from riskdesk.domain.scale import Scale
from riskdesk.domain.values import Mitigation, MitigationStatus, Proximity, Register, Response, Risk, RiskStatus
from riskdesk.kit.fields import ChoiceField, DateField, LineField, TextField
from riskdesk.ui.bench.language import LANGUAGES, ui_language, ui_words
from riskdesk.ui.inspector.badge import Badge
from riskdesk.ui.inspector.levels import LevelsField
from riskdesk.ui.inspector.page import Page, named_field


class BarePage(Page):
    """Words alone, where there is nothing to edit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.end()


class RegisterPage(Page):
    """The register as a document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_head(self.tr("Register"))
        self.add("title", self.tr("Title"), TextField(self))
        self.add("reference", self.tr("Reference"), LineField(self))
        self.add("date", self.tr("Date"), DateField(self))
        self.add("prepared_by", self.tr("Prepared by"), LineField(self))
        self.add("approval", self.tr("Approval line"), TextField(self))
        self.add("heading", self.tr("Heading"), LineField(self))
        self.add("period_start", self.tr("Period from"), DateField(self))
        self.add("period_end", self.tr("Period to"), DateField(self))
        self.add("language", self.tr("Language of the register"), ChoiceField(LANGUAGES.items(), self, optional=False))
        self.add("handling_mark", self.tr("Handling mark"), LineField(self))
        self.add("scale", self.tr("Scale"), _ScaleField(self))
        self.end()

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
        self._owner = named_field(self)
        self._add_assessment("", self._badge)
        self.add("reason", self.tr("Reason"), TextField(self))
        self.add_section(self.tr("Residual, after the mitigations"))
        self._add_assessment("residual_", self._residual)
        # What is heard without the heading above says it itself.
        self.name("residual_likelihood", self.tr("Residual likelihood"))
        self.name("residual_impact", self.tr("Residual impact"))
        self.add_section(self.tr("Treatment"))
        self.add("response", self.tr("Response"), _codes(Response, self))
        self.add("owner", self.tr("Owner"), self._owner)
        self.add("status", self.tr("Status"), _codes(RiskStatus, self))
        self.add("proximity", self.tr("Proximity"), _codes(Proximity, self))
        self.add("trigger", self.tr("Trigger"), LineField(self))
        self.add("escalated_to", self.tr("Escalated to"), LineField(self))
        self.add_section(self.tr("Dates"))
        self.add("identified_on", self.tr("Identified on"), DateField(self))
        self.add("last_review", self.tr("Last review"), DateField(self))
        self.add("next_review", self.tr("Next review"), DateField(self))
        self.add_section(self.tr("More"))
        self.add("reference", self.tr("Reference"), LineField(self))
        self.add("title", self.tr("Short title"), LineField(self))
        self.add("note", self.tr("Note"), TextField(self))
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
        _complete(self._owner, owners)

    def _add_assessment(self, prefix: str, badge: Badge) -> None:
        self.add(f"{prefix}likelihood", ui_words().likelihood, LevelsField(self))
        self.add(f"{prefix}impact", ui_words().impact, LevelsField(self))
        self.add_widget(badge)


class MitigationPage(Page):
    """A mitigation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner = named_field(self)
        self.add("action_owner", self.tr("Action owner"), self._owner)
        self.add("due_date", self.tr("Due date"), DateField(self))
        self.add("status", self.tr("Status"), _codes(MitigationStatus, self))
        self.end()

    def show_mitigation(self, mitigation: Mitigation, owners: list[str]) -> None:
        self.show_head(self.tr("Mitigation"), mitigation.description)
        self.show_value(mitigation)
        _complete(self._owner, owners)


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


def _codes(kind: type[Response | RiskStatus | Proximity | MitigationStatus], parent: QWidget) -> ChoiceField:
    told = ui_words().codes
    choices: Iterable[tuple[Hashable, str]] = [(code, told[code]) for code in kind]
    return ChoiceField(choices, parent)


def _complete(field: LineField, names: list[str]) -> None:
    model = field.completer().model()
    if isinstance(model, QStringListModel) and model.stringList() != names:
        model.setStringList(names)
