"""What "My runs" is drawn from: the table, an opened result, two compared, one's own data, the latest on Home."""
