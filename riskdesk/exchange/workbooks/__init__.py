"""Workbooks for Excel and LibreOffice: registers for people, prescribed layouts, sheets to send to owners."""
