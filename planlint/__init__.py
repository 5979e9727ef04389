"""planlint keeps a Norwegian municipality's plan system as code, and checks it."""

__version__ = "0.2.0"
