"""Tables of a kind of their own: a row a point, a leg or a lap, races for distance; and tables that are no race."""
