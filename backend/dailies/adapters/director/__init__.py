"""The director as one agent: the same tools over the project, whatever model does the thinking."""
