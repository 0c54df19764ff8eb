"""Workbooks of Riskdesk that come back: what stands in them is known by the codes and ids that they hide."""
