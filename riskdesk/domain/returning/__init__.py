"""Reads workbooks of Riskdesk that come back, by the hidden codes and ids in them."""
