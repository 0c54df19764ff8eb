"""Changing the scale of a register, and converting its assessments to the levels of the new scale."""

from dataclasses import replace

from riskdesk.desk import saved_views, scales
from riskdesk.desk.action import Action
from riskdesk.domain.list_filters import remapped
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem
from riskdesk.domain.remap import Remap
from riskdesk.domain.scale import Scale
from riskdesk.domain.values import Register
from riskdesk.store.transaction import Transaction

LABEL = QT_TRANSLATE_NOOP("Action", "Change scale")


def rescale(register: str, old: Scale, new: Scale, remap: Remap) -> Action:
    """Replace the `old` scale by a `new` one, and each level by the one that `remap` maps it to, in saved views, too.

    InputProblem if the register has another scale now, or if the new one lacks a level that results.
    """

    def work(tx: Transaction) -> None:
        before = tx.get(Register, register)
        if scales.in_both_languages(before.scale) != old:
            raise InputProblem(
                QT_TRANSLATE_NOOP(
                    "Problem", "The scale of the register was changed in the meantime; look at it and change it again."
                )
            )
        tx.update(replace(before, scale=new))
        for risk in tx.tree(register).risks:
            tx.update(remap.risk(risk))
        saved_views.relist(tx, register, lambda listing: remapped(listing, remap))

    return Action(LABEL, work)
