"""Makes entries of rows, of tables that belong together, and of matrices."""
