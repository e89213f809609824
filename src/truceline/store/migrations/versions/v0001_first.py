"""The first shape of a ledger."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Text

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, and the full-text index over titles and texts."""
    _documents()
    _rulings()
    op.execute("CREATE VIRTUAL TABLE document_text USING fts5(document UNINDEXED, title, text, tokenize='unicode61')")


def _documents() -> None:
    op.create_table("blob", Column("sha256", String(64), primary_key=True), Column("data", LargeBinary, nullable=False))
    op.create_table(
        "document",
        Column("id", String, primary_key=True),
        Column("given_id", String, nullable=False),
        Column("sha256", String(64), ForeignKey("blob.sha256"), nullable=False),
        Column("envelope", Text, nullable=False),
        Column("text", LargeBinary, nullable=True),
        Column("received_at", String, nullable=False),
        Column("supersedes", String, nullable=True),
    )
    op.create_table(
        "reading",
        Column("number", Integer, primary_key=True),
        Column("document", String, ForeignKey("document.id"), nullable=False),
        Column("reader", String, nullable=False),
        Column("version", String, nullable=False),
        Column("weights", String, nullable=False),
        Column("body", LargeBinary, nullable=False),
        Column("at", String, nullable=False),
    )
    op.create_index("reading_document", "reading", ["document", "number"])


def _rulings() -> None:
    op.create_table(
        "decision",
        Column("id", String, primary_key=True),
        Column("number", Integer, nullable=False, unique=True),
        Column("body", Text, nullable=False),
    )
    op.create_table(
        "setting",
        Column("number", Integer, primary_key=True),
        Column("kind", String, nullable=False),
        Column("name", String, nullable=False),
        Column("text", Text, nullable=False),
        Column("at", String, nullable=False),
    )
    op.create_table(
        "chain",
        Column("number", Integer, primary_key=True),
        Column("kind", String, nullable=False),
        Column("subject", String, nullable=False),
        Column("digest", String(64), nullable=False),
        Column("head", String(64), nullable=False),
    )
    op.create_table("derived", Column("key", String, primary_key=True), Column("body", LargeBinary, nullable=False))
