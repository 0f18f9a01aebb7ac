"""The portal's models as a cluster serves them; only `models.cluster.deploy` needs ray."""
