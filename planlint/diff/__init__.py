"""Two versions of a plan system compared as registers: what is changed, and what the change leads to."""
