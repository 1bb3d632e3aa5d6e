"""Replicate's models, one JSON file each: ``<owner>__<name>.json``, with the OpenAPI schema of inputs and output."""
