"""Words for those who fight and for what they hold."""

import re

FIGHTERS = re.compile(
    r"\b(?:troops?|soldiers?|army|military|forces?|fighters?|militants?|terrorists?|militia(?:men)?|rebels?|gunmen"
    r"|insurgents?|garrisons?"
    r"|positions?|outposts?|barracks|patrols?|brigades?|battalions?|combatants?|recruits|conscripts|jihadi(?:st)?s?"
    r"|guerrillas?|marines|sailors|paratroopers|commandos|peacekeepers)\b",
    re.IGNORECASE,
)
