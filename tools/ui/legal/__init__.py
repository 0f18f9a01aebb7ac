"""The legal summariser's page, part by part."""
