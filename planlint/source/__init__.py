"""From files to data with positions: find, read, parse, locate."""
