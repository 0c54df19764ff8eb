"""The import dialog: a preview of the register, beside warnings, questions, columns and what is left out."""
