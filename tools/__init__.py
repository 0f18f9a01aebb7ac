"""What the demos know, in plain Python: bytes in, frozen dataclasses out. Only `tools.ui` knows Streamlit."""
