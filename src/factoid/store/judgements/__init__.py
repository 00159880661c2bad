"""What people say of the evidence: written, withdrawn, carried over to another edition."""
