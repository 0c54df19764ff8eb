"""The rows of a list: taken from a register, filtered, sorted, grouped, converted to text, and made a document."""

from riskdesk.desk.listing.arranging import Arranger, Group
from riskdesk.desk.listing.row import Context, ListRow
from riskdesk.desk.listing.rows import Rows

__all__ = ["Arranger", "Context", "Group", "ListRow", "Rows"]
