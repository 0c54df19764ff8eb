"""Documents for Word: what stands in them, their styles, and the templates that they follow."""
