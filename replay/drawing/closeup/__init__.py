"""The view that goes along with the runners, with figures and names."""
