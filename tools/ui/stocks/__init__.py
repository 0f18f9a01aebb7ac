"""The stock analyser's page, part by part."""
