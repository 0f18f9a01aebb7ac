"""Small servers on the loopback that speak the providers' wire formats, for the official clients to talk to."""
