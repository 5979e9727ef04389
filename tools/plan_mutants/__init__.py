"""One thing changed in a municipality's plans at a time: what is told of it, and what is not."""
