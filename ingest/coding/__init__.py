"""The coder: text in, reports out, each value with its span. PURE: no Django, database, network, clock or settings."""
