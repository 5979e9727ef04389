"""The table: where its head is, what each column is about and why, and which rows are plans, groups, or neither."""
