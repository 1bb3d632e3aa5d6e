"""The registry of models: rows in TOML files."""
