"""What the pages about plans are made of: standing, facts, events, the red thread, JSON-LD."""
