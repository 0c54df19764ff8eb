"""How the user prints: what was chosen, the fields and print sets to choose by, and the printer."""
