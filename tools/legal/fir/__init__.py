"""Facts of a First Information Report in the layout of Integrated Investigation Form I."""
