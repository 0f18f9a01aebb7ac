"""Starting the portal from a container, a Space or a shell: `python -m tools.start`."""
