"""The portal's models where they run on a cluster: the wire, the client, and classes that meet the models' Protocols."""
