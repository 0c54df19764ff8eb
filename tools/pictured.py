"""What the registers on the pictures hold, in each language."""

import datetime
from contextlib import closing
from functools import partial
from pathlib import Path

from riskdesk.desk import items, mitigations, registers, risks
from riskdesk.desk.backups import Backups
from riskdesk.desk.copies import Copy
from riskdesk.desk.session import Session
from riskdesk.desk.templates import EXAMPLE, template
from riskdesk.domain.values import Language, MitigationStatus, Response, RiskStatus

REVIEW = datetime.date(2025, 1, 15)
COMMITTEE = "Steering Committee"
WRITTEN = "Elections in 2026 delay the adoption of the draft laws"
MEETING = datetime.datetime(2026, 10, 12, 9, 30, tzinfo=datetime.UTC)

# Likelihood, impact, what remains of both, what is done and by whom, for the first risks; the others are left as a
# register is before its first meeting.
ASSESSED = (
    (3, 4, 2, 4, Response.REDUCE, "Programme Co-ordinator"),
    (2, 3, 2, 2, Response.REDUCE, "Communication Officer"),
    (4, 4, 3, 3, Response.REDUCE, "Programme Co-ordinator"),
    (3, 5, 3, 4, Response.ACCEPT, "Head of Office"),
    (3, 3, 2, 3, Response.REDUCE, "Project Manager"),
    (4, 5, 3, 5, Response.REDUCE, "Head of Office"),
    (2, 4, 2, 3, Response.ACCEPT, "Programme Co-ordinator"),
    (2, 2, 1, 2, Response.REDUCE, "Project Manager"),
    (4, 3, 2, 3, Response.REDUCE, "Project Manager"),
    (3, 2, 2, 2, Response.TRANSFER, "Directorate of Programme Co-ordination"),
    (1, 3, 1, 3, Response.AVOID, "Gender Equality Rapporteur"),
    (1, 2, 1, 1, Response.REDUCE, "Project Assistant"),
)
PLANNED = (
    ("Programme Co-ordinator", datetime.date(2024, 6, 30), MitigationStatus.DONE),
    ("Project Manager", datetime.date(2024, 12, 31), MitigationStatus.UNDER_WAY),
    ("Communication Officer", datetime.date(2025, 3, 31), MitigationStatus.PLANNED),
)

FRENCH = {
    COMMITTEE: "Comité directeur",
    WRITTEN: "Les élections de 2026 retardent l’adoption des projets de loi",
    "Programme Co-ordinator": "Coordinateur du programme",
    "Communication Officer": "Chargé de communication",
    "Head of Office": "Chef de bureau",
    "Deputy Head of Office": "Chef de bureau adjoint",
    "Project Manager": "Chef de projet",
    "Project Assistant": "Assistant de projet",
    "Directorate of Programme Co-ordination": "Direction de la coordination des programmes",
    "Gender Equality Rapporteur": "Rapporteur pour l’égalité de genre",
    "Two draft laws have waited for their second reading since 2022.": (
        "Deux projets de loi attendent leur seconde lecture depuis 2022."
    ),
    "The partners ask for a decision in March.": "Les partenaires demandent une décision en mars.",
    "Discussed with the partners in January.": "Discuté avec les partenaires en janvier.",
    "Discussed with the partners.": "Discuté avec les partenaires.",
    "Late nomination of national experts": "Désignation tardive des experts nationaux",
    "Political attention": "Attention politique",
}


def text_in(language: Language, text: str) -> str:
    """What is typed for a picture, in its language."""
    return FRENCH[text] if language is Language.FRENCH else text


def go_apart(session: Session, copy: Path, language: Language) -> None:
    """Write a copy of a store in which others wrote while the same was changed here, too."""
    say = partial(text_in, language)
    session.send(Copy(), copy)
    first, second, third, *_ = session.tree(session.registers()[0].id).risks
    with closing(Session.open(copy, "M. Partner")) as partner_session:
        partner_session.run(risks.edit(first.id, note=say("The partners ask for a decision in March.")))
        partner_session.run(risks.edit(second.id, owner=say("Deputy Head of Office")))
        partner_session.run(risks.add(third.entry, [say("Late nomination of national experts")]))
        partner_session.run(items.delete([third.id]))
    session.run(risks.edit(first.id, note=say("Discussed with the partners in January.")))
    session.run(risks.edit(third.id, title=say("Political attention")))


def filled(path: Path, language: Language) -> Session:
    """A store with the example register, assessed and planned as far as a first meeting would, and its backups."""
    session, say = Session.create(path, "A. Tester"), partial(text_in, language)
    backups = Backups.of(path.parent / "backups", path, session.id)
    session.run(registers.add(template(EXAMPLE, language)))
    tree = session.tree(session.registers()[0].id)
    for risk, (likelihood, impact, still_likely, still_hard, response, owner) in zip(
        tree.risks, ASSESSED, strict=False
    ):
        session.run(
            risks.edit(
                risk.id,
                likelihood=likelihood,
                impact=impact,
                residual_likelihood=still_likely,
                residual_impact=still_hard,
                response=response,
                owner=say(owner),
                status=RiskStatus.APPROVED,
                next_review=REVIEW,
            )
        )
    backups.make(path, MEETING)
    reason = say("Two draft laws have waited for their second reading since 2022.")
    session.run(risks.edit(next(tree.risks).id, reason=reason))
    for mitigation, (owner, due, status) in zip(tree.mitigations, PLANNED * 5, strict=False):
        session.run(mitigations.edit(mitigation.id, action_owner=say(owner), due_date=due, status=status))
    backups.make(path, MEETING + datetime.timedelta(days=3, hours=2))
    session.run(risks.edit(next(tree.risks).id, note=say("Discussed with the partners.")))
    backups.make(path, MEETING + datetime.timedelta(days=4))
    session.close()
    return Session.open(path, "A. Tester", backups=path.parent / "backups")
