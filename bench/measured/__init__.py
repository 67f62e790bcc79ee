"""What `./kring bench pages` and the test of statements have in common."""
