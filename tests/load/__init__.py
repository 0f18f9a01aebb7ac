"""Many visitors at once against a real portal, over its websocket: `python -m tests.load`."""
