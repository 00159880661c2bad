"""What takes longer than a page may: done in the background, by processes beside the server."""
