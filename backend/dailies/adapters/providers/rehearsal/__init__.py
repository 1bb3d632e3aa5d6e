"""Built-in artists made of code: no key, no network, no cost."""
