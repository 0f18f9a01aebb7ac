"""Language and translation models behind small interfaces; what answers is decided by the settings."""
