"""The leaf classifier: which crop condition a photo shows, trained for this portal (see CARD.md)."""
