"""Edits that keep what people wrote: comments, order, quotes, blank lines."""
