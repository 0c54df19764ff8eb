"""What is missing and what is due: a count in the status line, a panel that lists it, and what mends it."""

from riskdesk.ui.gaps.button import GapsButton
from riskdesk.ui.gaps.panel import GapsPanel
from riskdesk.ui.gaps.watch import Watch

__all__ = ["GapsButton", "GapsPanel", "Watch"]
