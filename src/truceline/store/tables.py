"""The ledger's tables; migrations bring a file to this shape."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

blob = Table(
    "blob",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
document = Table(
    "document",
    metadata,
    Column("id", String, primary_key=True),
    Column("given_id", String, nullable=False),
    Column("sha256", String(64), ForeignKey("blob.sha256"), nullable=False),
    Column("envelope", Text, nullable=False),
    Column("text", LargeBinary, nullable=True),
    Column("received_at", String, nullable=False),
    Column("supersedes", String, nullable=True),  # always null: a ruling says it, so that it can be taken back
)
reading = Table(
    "reading",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", String, ForeignKey("document.id"), nullable=False),
    Column("reader", String, nullable=False),
    Column("version", String, nullable=False),
    Column("weights", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("at", String, nullable=False),
    Index("reading_document", "document", "number"),
)
decision = Table(
    "decision",
    metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)
setting = Table(
    "setting",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", String, nullable=False),
)
chain = Table(
    "chain",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("head", String(64), nullable=False),
)
derived = Table(
    "derived",
    metadata,
    Column("key", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
