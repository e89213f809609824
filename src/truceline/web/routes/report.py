"""The report, as it may leave the house: `/report`."""

from fastapi import APIRouter, HTTPException, Response
from fastapi.responses import HTMLResponse

from truceline.publish.names import names_of
from truceline.publish.report import ReportOptions, make_report, period_mistake, report_css
from truceline.web.site import Here
from truceline.web.views.asked import check_window, days_from

router = APIRouter()
STYLE = "/report/style.css"


@router.get("/report")
def show_report(site: Here, agreement: str = "", position: str = "", since: str = "", until: str = "") -> HTMLResponse:
    """The report through the disclosure policy; `since` and `until` are days. HTTPException where these cross.

    What is no day, agreement or position of the ledger raises ValueProblemError.
    """
    snapshot = site.core.public_snapshot()
    check_window(agreement, position, snapshot)
    first, last = days_from({"since": since, "until": until})
    options = ReportOptions(
        agreement=agreement or None,
        position=position or None,
        first=first,
        last=last,
        names=names_of(snapshot),
        base="",
        stylesheet=STYLE,
    )
    mistake = period_mistake(snapshot, options)
    if mistake is not None:
        raise HTTPException(422, f"{mistake[:1].upper()}{mistake[1:]}.")
    return HTMLResponse(make_report(snapshot, options))


@router.get(STYLE)
def style() -> Response:
    """The report's style, from the package."""
    return Response(report_css(), media_type="text/css")
