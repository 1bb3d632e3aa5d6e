"""The writer's tables: TOML, read by the lexicon."""
