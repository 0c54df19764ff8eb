"""Documents for Word: their content, their styles, and the templates that they follow."""
