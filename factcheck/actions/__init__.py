"""The verbs: one short function for each thing an editor can do."""
