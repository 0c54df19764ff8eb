"""The welcome page: ways to begin, shown if no register is open or when asked for."""

from riskdesk.ui.welcome.page import WelcomePage

__all__ = ["WelcomePage"]
