"""Pages of fields, each of which shows and edits one field of a value: those of the inspector, lent to others."""
