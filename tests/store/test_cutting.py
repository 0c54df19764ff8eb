"""Changes cut out of the text of a step."""

from riskdesk.store.cutting import places_of
from riskdesk.store.file_format import canonical

REGISTER, RISK = ("8a89f5a7-84a7-4c1e-9a3e-0d3a51d8a5a1", "8a89f5a7-84a7-4c1e-9a3e-0d3a51d8a5a2")


def test_what_was_deleted_comes_last_whatever_its_kind() -> None:
    """The first kind of all has the rank 0."""
    deleted, edited = ["register", REGISTER, {"title": "T"}, None], ["risk", RISK, {"note": "a"}, {"note": "b"}]
    assert list(places_of(canonical([deleted, edited]))) == [RISK, REGISTER]
