"""Files of other programs on their way in: what will be created, beside what is warned of, asked and left out."""
