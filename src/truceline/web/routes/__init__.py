"""Every route of the pages, in one visible tuple."""

from truceline.web.routes import documents, incidents, overview

ROUTERS = (
    overview.router,
    incidents.router,
    documents.router,
)
