"""The actions of a user: one function for each, without Qt and SQL."""
