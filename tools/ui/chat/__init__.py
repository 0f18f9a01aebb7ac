"""What the assistant's page is made of."""
