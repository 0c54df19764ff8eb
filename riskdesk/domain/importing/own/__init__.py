"""Riskdesk's own table, as it comes back."""
