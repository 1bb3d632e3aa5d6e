"""What the developer tools share: arguments, traces on disk, the terminal, and the work itself."""
