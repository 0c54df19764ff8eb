"""The pages of the inspector: for a register, a risk, a mitigation, or a message only."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from riskdesk.domain.fields import Field, FieldType, sections
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.scale import Assessment, Scale
from riskdesk.domain.values import Mitigation, Register, Risk
from riskdesk.kit.fields import ChoiceField, DateField, LineField, TextField
from riskdesk.kit.fonts import bold_font
from riskdesk.ui.bench.language import ui_language, ui_words
from riskdesk.ui.pages.head import ChipText, Title
from riskdesk.ui.pages.levels import LevelsField
from riskdesk.ui.pages.outcome import Outcome
from riskdesk.ui.pages.page import PROSE, Page, named_field, offer_names
from riskdesk.ui.scale.field import ScaleField


class BarePage(Page):
    """A page with a message only, as there is nothing to edit; several items can be changed together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head, self._text = self._label(""), self._label("")
        self._head.setFont(bold_font(self._head.font()))
        self.add_widget(self._head)
        self.add_widget(self._text)
        self._together = QPushButton(self.tr("Change together…"), self)
        self._together.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._together.clicked.connect(lambda: self.command_wanted.emit("change_together"))
        self.add_widget(self._together)
        self.end()

    def stops(self) -> list[QWidget]:
        return [self._together]

    def show_words(self, head: str, text: str, *, can_change_together: bool) -> None:
        self._together.setVisible(can_change_together)
        self._head.setText(head)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(head)
        self.setAccessibleDescription(text)


class RegisterPage(Page):
    """The page of a register: the fields of the register itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _add_fields(self, "register")
        scale = self.fields["scale"]
        assert isinstance(scale, ScaleField), "it was added as one"
        scale.clicked.connect(lambda: self.command_wanted.emit("scale"))
        self.end()
        # A title gets no focus by itself, so that digits meant as scores are not typed into it: Tab leads there.
        self.first = None

    def show_register(self, register: Register) -> None:
        self.show_title(Title(_called("register"), register.title))
        self.show_value(register)


class RiskPage(Page):
    """The page of a risk: its fields and its assessment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcomes: dict[str, Outcome] = {}
        _add_fields(self, "risk", self._add_outcome)
        self.end()

    def show_risk(self, risk: Risk, scale: Scale, owners: list[str]) -> None:
        name = self.tr("Risk {reference}").format(reference=risk.reference)
        self.show_title(Title(name, risk.title or risk.description, risk.description, self._chip_text(risk, scale)))
        for prefix, outcome in self._outcomes.items():
            assessment = risk.residual if prefix else risk.assessment
            self._show_levels(prefix, scale, assessment)
            outcome.show_assessment(scale, assessment)
        self.show_value(risk)
        complete(self, owners)

    def _chip_text(self, risk: Risk, scale: Scale) -> ChipText | None:
        """The text of the chip: how the risk ended, else its residual band, else the one before mitigation."""
        if risk.ended:
            end_text = ui_words().end(risk)
            return ChipText(end_text, end_text, None)
        for assessment, text in ((risk.residual, self.tr("Residual: {score}")), (risk.assessment, "{score}")):
            place = scale.band_index(assessment)
            if place is not None:
                short = scale.outcome(assessment, ui_language())
                return ChipText(text.format(score=short), short, scale.shade(place))
        return None

    def _add_outcome(self, name: str) -> None:
        """Add the outcome of two rows of levels below the second row."""
        prefix = name.removesuffix("impact")
        if prefix != name:
            halves = self._levels(prefix)
            self._outcomes[prefix] = Outcome(halves, self, residual=bool(prefix))
            self.add_widget(self._outcomes[prefix])

    def _show_levels(self, prefix: str, scale: Scale, assessment: Assessment) -> None:
        """Show the levels of both halves, each tinted as the band that it results in with the other half."""
        likelihood, impact = self._levels(prefix)
        likelihood.set_levels(scale.likelihood, scale.likelihood + scale.impact)
        impact.set_levels(scale.impact, scale.likelihood + scale.impact)
        likelihood.show_bands(scale.shades(assessment, of_impact=False))
        impact.show_bands(scale.shades(assessment, of_impact=True))

    def _levels(self, prefix: str) -> tuple[LevelsField, LevelsField]:
        likelihood, impact = self.fields[f"{prefix}likelihood"], self.fields[f"{prefix}impact"]
        assert isinstance(likelihood, LevelsField) and isinstance(impact, LevelsField), "halves are levels"  # noqa: PT018
        return likelihood, impact


class MitigationPage(Page):
    """The page of a mitigation: its fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _add_fields(self, "mitigation")
        self.end()

    def show_mitigation(self, mitigation: Mitigation, owners: list[str]) -> None:
        self.show_title(Title(_called("mitigation"), mitigation.description))
        self.show_value(mitigation)
        complete(self, owners)


def _choice(field: Field, parent: QWidget) -> ChoiceField:
    choices = [(code, label.text(ui_language())) for code, label in field.codes.items()]
    return ChoiceField(choices, parent, optional=not field.required)


# The widget for a field, by its type; fields of other types are not shown.
_WIDGETS: dict[FieldType, Callable[[Field, QWidget], QWidget]] = {
    FieldType.TEXT: lambda _field, parent: TextField(parent),
    FieldType.LINE: lambda _field, parent: LineField(parent),
    FieldType.PERSON: lambda _field, parent: named_field(parent),
    FieldType.REFERENCE: lambda _field, parent: LineField(parent),
    FieldType.LEVEL: lambda _field, parent: LevelsField(parent),
    FieldType.CHOICE: _choice,
    FieldType.DATE: lambda _field, parent: DateField(parent),
    FieldType.SCALE: lambda _field, parent: ScaleField(parent),
}


def field_widget(field: Field, parent: QWidget) -> QWidget:
    """The widget that shows and edits a field of the catalogue."""
    widget = _WIDGETS[field.type](field, parent)
    widget.setProperty(PROSE, field.is_prose and not field.names_person)
    return widget


def _called(kind: str) -> str:
    return VALUE_KINDS[kind].label.text(ui_language())


def _add_fields(page: Page, kind: str, added: Callable[[str], None] = lambda _name: None) -> None:
    """Add the fields of a kind; `added` is called with the name of each."""
    for section in sections(kind):
        heading = section.heading.text(ui_language())
        if heading:
            page.add_section(section.heading.en, heading)
        for field in section.fields:
            add_field(page, field)
            added(field.name)


def add_field(page: Page, field: Field) -> None:
    """Add the widget that shows and edits a field."""
    page.add(field.name, field.label.text(ui_language()), field_widget(field, page))


def complete(page: Page, names: list[str]) -> None:
    """Set the names that fields for persons complete."""
    for field in page.fields.values():
        if isinstance(field, LineField):
            offer_names(field, names)
