"""The reference world: states, organizations, memberships, posts and ties, read from dated tables."""
