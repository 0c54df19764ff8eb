"""What of a register goes along inside its PDF, by the document, the handling mark and what was asked for."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import scales
from riskdesk.domain.attaching import Attached, attached, stays_inside
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.values import Register

SCALE = scales.profile("5x5")
INSIDE = [
    *("", " ", "\u200b", "Internal", "INTERNAL", "interne", "Internal use only", "For internal use", "Usage interne"),
    *("À usage strictement interne", "A USAGE STRICTEMENT INTERNE", "Réservé à l’usage interne", "Documents internes"),
    *("Internal / Interne", "Internal working document", "Diffusion interne", "For internal distribution only"),
    *("Document de travail interne", "[internal]", "Interné"),
    *("Usage interne seulement", "Exclusivement pour usage interne", "Uniquement à usage interne"),
    *(
        "Internal paper",
        "Internal documents",
        "Exclusively for internal use",
        "Strictly internal",
        "Document d’usage interne",
    ),
]
OUTSIDE = [
    *("Public", "PUBLIC", "Publique", "Restricted", "Confidential", "Diffusion restreinte", "Confidentiel", "Draft"),
    *(
        "For distribution",
        "Pour diffusion",
        "À diffuser",
        "For the Steering Committee",
        "Comité directeur",
        "TLP:CLEAR",
    ),
    *(
        "Internal, for distribution",
        "Interne, pour diffusion",
        "Interne jusqu’au 1er mars, puis public",
        "Not internal",
    ),
    *("International", "Internal and partners", "Internal until examination by the Committee of Ministers"),
    *("Для служебного пользования", "للعموم", "Internal_use", "Internal 2"),
]
UNSAID = ["?", "For use only", "À usage uniquement", "Document de travail"]


def register(mark: str) -> Register:
    return Register(scale=SCALE, handling_mark=mark)


@pytest.mark.parametrize("mark", INSIDE)
def test_a_paper_stays_inside_without_a_mark_or_with_one_that_says_so(mark):
    assert stays_inside(mark)


@pytest.mark.parametrize("mark", OUTSIDE + UNSAID)
def test_any_other_mark_may_lead_outside(mark):
    assert not stays_inside(mark)


@given(st.sampled_from(INSIDE), st.sampled_from(OUTSIDE))
def test_a_mark_that_says_both_may_lead_outside(inside, outside):
    assert not stays_inside(f"{inside} – {outside}")


@given(st.sampled_from(INSIDE + OUTSIDE + UNSAID), st.sampled_from([str.upper, str.lower, str.swapcase]), st.booleans())
def test_case_and_accents_do_not_matter(mark, in_case, composed):
    other = unicodedata.normalize("NFC" if composed else "NFD", in_case(mark))
    assert stays_inside(other) == stays_inside(mark)


@pytest.mark.parametrize("kind", [DocumentKind.WORKING, DocumentKind.MATRIX, DocumentKind.SUMMARY])
def test_the_whole_register_is_attached_unless_its_mark_or_the_user_forbids_it(kind):
    attachments = [
        [attached(register(mark), Print(kind, attach=way)) for way in (None, True, False)] for mark in ("", "Public")
    ]
    assert attachments == [
        [Attached.ALL, Attached.ALL, Attached.NOTHING],
        [Attached.HELD_BACK, Attached.ALL, Attached.NOTHING],
    ]


@pytest.mark.parametrize("mark", ["", "Internal", "Public"])
def test_with_the_appendix_goes_what_it_prints_whatever_the_mark(mark):
    attachments = [attached(register(mark), Print(attach=way)) for way in (None, True, False)]
    assert attachments == [Attached.PRINTED, Attached.PRINTED, Attached.NOTHING]
