"""How vendors are called: paid once, retried only when it is certain that nothing was taken."""
