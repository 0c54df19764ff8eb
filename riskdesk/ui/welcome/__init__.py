"""The welcome page: what to begin with where no register is open."""

from riskdesk.ui.welcome.page import WelcomePage

__all__ = ["WelcomePage"]
