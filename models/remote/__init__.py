"""The portal's models where a cluster runs them: the wire, the client, and classes that meet the models' Protocols."""
