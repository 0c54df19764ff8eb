"""What is missing or due: a count in the status line, a panel that lists it, and the commands that fix it."""

from riskdesk.ui.gaps.button import GapsButton
from riskdesk.ui.gaps.panel import GapsPanel
from riskdesk.ui.gaps.watch import Watch

__all__ = ["GapsButton", "GapsPanel", "Watch"]
