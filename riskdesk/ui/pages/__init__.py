"""Pages of fields, each of which shows and edits one field of a value: used by the inspector and others."""
