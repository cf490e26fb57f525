"""Places: names in any case form to a point with a radius, or to an area."""
