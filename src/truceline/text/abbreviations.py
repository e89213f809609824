"""Words that end in a stop without ending a sentence: English news usage, closed lists of orthography."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words("""
    mr mrs ms mx dr prof rev fr sr jr hon gov sen rep reps sens pres amb supt insp det messrs mme mlle st sgt cpl pvt
    pfc capt cpt maj col ltcol lt gen brig adm cmdr cdr cmdre vice-adm lieut sec asst dep dir fmr
""")
"""Followed by a name: never the end of a sentence."""

SHORTENED = _words("""
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun no nos art arts fig
    figs vol pp p para paras ch sect ref refs approx ca c cf vs v al ed eds est ext ft km kg min max hrs hr inc ltd co
    corp bros etc e.g i.e viz dept univ assn ave blvd rd mt bn div regt u.s u.n u.k u.a.e d.c a.m p.m e.u
""")
"""May end a sentence, but only where what follows can only begin one."""

STARTERS = _words("""
    the a an this that these those he she it they we i you his her its their our my there here in on at by for from with
    but and or so yet if when while as after before since although though however meanwhile moreover then now what who
    how where which one two some many most several all both no not according among during under over also earlier later
    today yesterday tomorrow last next why
""")
"""Words whose capital, after a shortened word, tells a new sentence."""

SPEECH = _words("said says asked asks told tells added adds wrote replied cried shouted wondered exclaimed")
"""Verbs that carry on a sentence after a quoted question: "Why?" Smith asked."""
