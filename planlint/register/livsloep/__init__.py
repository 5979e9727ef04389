"""A plan in time: status on a day, deadlines, the order of events, planstrategier and elections."""
