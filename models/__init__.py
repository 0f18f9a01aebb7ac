"""The neural models: where their weights come from, which device they run on, how calls are batched."""
