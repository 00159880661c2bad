"""What the evidence says of persons: their list, their dossiers, all that bears on them."""
