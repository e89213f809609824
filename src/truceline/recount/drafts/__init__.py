"""Drafts of the learned reader taken up: matched with the happenings found by rules, their words given values."""
