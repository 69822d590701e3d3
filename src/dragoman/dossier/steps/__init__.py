"""The dossier steps: each fetches candidates for what is new, lets its stage decide, and writes what changed."""
