"""The learned tagger: source, cue and content of each attribution, and which belong together."""
