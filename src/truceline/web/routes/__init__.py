"""Every route of the pages, in one visible tuple."""

from truceline.web.routes import adding, ceasefire, decide, documents, incidents, lists, overview, report, review

ROUTERS = (
    overview.router,
    incidents.router,
    documents.router,
    review.router,
    decide.router,
    ceasefire.router,
    report.router,
    lists.router,
    adding.router,
)
