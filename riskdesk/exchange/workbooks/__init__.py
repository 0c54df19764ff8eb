"""Workbooks for Excel and LibreOffice: registers for people, layouts of others, sheets to send to owners."""
