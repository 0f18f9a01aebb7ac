"""What the portal knows of Indian criminal law: acts, their sections old and new, which code applies, and deadlines."""
