"""Tables and pages made from a register: contexts, templates, writing."""
