"""The parts of the resume screener's page, one module each, in the order they are drawn."""
