"""A real OpenID Connect provider for tests, on loopback."""
