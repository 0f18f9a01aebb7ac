"""Everything that draws: the only part of `tools` that imports Streamlit."""
