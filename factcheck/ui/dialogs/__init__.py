"""What is asked of a person: each dialog hands back plain values and writes nothing."""
