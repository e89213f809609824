"""Every normaliser under the name rules call it by."""

from collections.abc import Callable, Mapping

from truceline.read.times import make_clock, make_dates, make_days, make_holidays, make_relative, make_spans, make_years
from truceline.read.times.hit import Hit, Made
from truceline.read.times.story import Story

MAKERS: Mapping[str, Callable[[Hit, Story], Made | None]] = {
    "iso": make_dates.make_iso,
    "slashed": make_dates.make_slashed,
    "calendar": make_dates.make_calendar,
    "day_of_month": make_dates.make_day_of_month,
    "edge_of_month": make_dates.make_edge_of_month,
    "season": make_dates.make_season,
    "quarter": make_dates.make_quarter,
    "half": make_dates.make_half,
    "latest_quarter": make_dates.make_latest_quarter,
    "year_ago": make_dates.make_year_ago,
    "year_end": make_dates.make_year_end,
    "week_of": make_dates.make_week_of,
    "holiday": make_holidays.make_holiday,
    "hijri": make_holidays.make_hijri,
    "year": make_years.make_year,
    "range_end": make_years.make_range_end,
    "decade": make_years.make_decade,
    "century": make_years.make_century,
    "weekday": make_days.make_weekday,
    "deictic": make_days.make_deictic,
    "day_before_deictic": make_days.make_day_before_deictic,
    "part_deictic": make_days.make_part_deictic,
    "small_hours": make_days.make_small_hours,
    "part_alone": make_days.make_part_alone,
    "relative_unit": make_relative.make_relative_unit,
    "same_unit": make_relative.make_same_unit,
    "following_unit": make_relative.make_following_unit,
    "the_end_of": make_relative.make_the_end_of,
    "the_unit": make_relative.make_the_unit,
    "offset": make_relative.make_offset,
    "duration": make_spans.make_duration,
    "half_duration": make_spans.make_half_duration,
    "recent_units": make_spans.make_recent_units,
    "plural_units": make_spans.make_plural_units,
    "unit_long": make_spans.make_unit_long,
    "set_word": make_spans.make_set_word,
    "set_unit": make_spans.make_set_unit,
    "clock": make_clock.make_clock,
    "reference": make_spans.make_reference,
    "recent": make_spans.make_reference,
    "present": make_spans.make_present,
    "current": make_spans.make_present,
    "past": make_spans.make_past,
}
