"""Facts and the outcome of a court order or judgment."""
