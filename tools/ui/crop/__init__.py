"""The parts of the crop detector's page, one module each, in the order they are drawn."""
