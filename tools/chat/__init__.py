"""The assistant: questions in, answers with citations of the visitor's documents out."""
