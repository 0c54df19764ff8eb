"""What a Word document brings back."""

import re

from riskdesk.desk.importing import scale
from riskdesk.domain.importing.reading import read
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import reading


def brought_back(path):
    return read(reading.read(path), scale, Language.ENGLISH)


def content_of(tree):
    """What the appendix holds of a register: signs that print puts at the end of a bullet are none of it."""
    register = tree.register
    texts = (register.title, register.heading, register.approval, register.prepared_by, register.reference)
    days = (register.date, register.period_start, register.period_end)
    entries = [
        (category.category.title, [(_texts(entry.risks), _texts(entry.mitigations)) for entry in category.entries])
        for category in tree.categories
    ]
    return texts, days, register.language, entries


def _texts(items):
    return [re.sub(r"[\s.;,]+$", "", item.description) for item in items]
