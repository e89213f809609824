"""Truceline: a ledger of accounts."""
