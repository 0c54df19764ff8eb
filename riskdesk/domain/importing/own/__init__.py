"""Reads the table that Riskdesk itself makes of a register."""
