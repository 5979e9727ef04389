"""Reading plans from Excel, CSV and Word: cells, then columns, then rows understood, then changes to files."""
