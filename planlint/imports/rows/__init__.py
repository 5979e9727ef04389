"""A row: what its cells say as the keys of a plan's file, what is decided, and what is kept word for word."""
