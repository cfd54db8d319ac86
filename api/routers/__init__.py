"""One module a resource, each with a ``router``."""
