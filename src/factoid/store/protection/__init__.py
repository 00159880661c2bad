"""Who is protected, and the library as readers may see it."""
