"""What translation, copying and machines have done to a text."""
