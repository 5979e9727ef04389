"""What lies ahead: due dates, forecasts, what-if, drafts of a planstrategi, coverage."""
