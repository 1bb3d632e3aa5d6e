"""OpenAI's HTTP interface, and the lenient form of it that other servers speak."""
