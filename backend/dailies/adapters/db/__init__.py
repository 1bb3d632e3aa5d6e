"""Storage of projects, accounts and events in SQLite or PostgreSQL."""
