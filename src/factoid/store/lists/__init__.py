"""What the pages list: long lists narrowed down and in order, the sources, what nobody has checked."""
