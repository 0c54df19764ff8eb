"""The welcome page: ways to begin, shown while no register is open."""

from riskdesk.ui.welcome.page import WelcomePage

__all__ = ["WelcomePage"]
