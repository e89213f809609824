"""Who put a document out, by what it prints itself: an agency in the dateline, or a letterhead."""

import pytest

from truceline.model.record import Record
from truceline.model.settings import Settings
from truceline.read.document import read_document
from truceline.read.publisher import printed_publisher
from truceline.runners.local import local_kit

KIT = local_kit().read


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("QASR, March 7, 2020 (Reuters) - Six soldiers died.", "Reuters"),
        ("QASR, Ombra (AP) — Six soldiers died.", "Associated Press"),
        ("QASR (AP) - March 7, 2020. Six soldiers died.", "Associated Press"),
        ("Six die in Qasr\n\nQASR, 3 May (Xinhua) -- Six soldiers died.", "Xinhua"),
        ("MOSCOW, March 7. /TASS/. Six soldiers died.", "TASS"),
        ("SANA, 7 March - A military source said so.", "SANA"),
        ("Qasr, SANA, 7 March 2020 - A military source said so.", "SANA"),
        ("Reuters\n7 March 2020\n\nSix soldiers died.", "Reuters"),
        ("SIX DIE IN QASR\n\nQASR, Mar 7 2020 (Ombra Wire) - Six soldiers died.", "Ombra Wire"),
        ("Six die in Qasr\n\nQasr Mirror, 7 March 2020\n\nSix soldiers died.", "Qasr Mirror"),
        ("Six die in Qasr\n\nQasr Valley Courier, Saturday, March 7, 2020\n\nBy Ada Quill", "Qasr Valley Courier"),
        ("Six die in Qasr\n\nOmbra Wire, 7 March 2020\n\nSix soldiers died.", "Ombra Wire"),
        ("Qasr Liberation Front - Military Media Office\nCommunique No. 6\n\nWe hold.", None),
        ("Front for the Freedom of Qasr - Media Office\nCommunique No. 6\n\nWe hold.", "Front for the Freedom of Qasr"),
        ("Northern Military Council, Press Office\n\nThe council denies it.", "Northern Military Council"),
        ("Unity Brigades Command\nStatement No. 12, Qasr, 3 May 2019\n\nWe hold.", "Unity Brigades Command"),
        ("Human Rights Watch\nPress release, 3 May 2019\n\nSix died.", "Human Rights Watch"),
        (
            "Republic of Turkey, Ministry of National Defence\nPress statement, Ankara, 12 March 2020\n\nOne.",
            "Turkish defense ministry",
        ),
        ("Flash Update No. 3\n\nOCHA, 12 February 2026\n\nHighlights", "OCHA"),
        ("Protection update 6\nQasr Aid Network, 13 February 2026\n\nSix died.", "Qasr Aid Network"),
        ("Qasr Emergency Response Room\nStatement, 3 May 2019\n\nSix died.", "Qasr Emergency Response Room"),
        ("Qasr Liberation Front statement, 3 May 2019\n\nWe hold.", "Qasr Liberation Front"),
        ("Israeli Army daily report No. 4, 3 May 2019\n\nWe hold.", "Israel Defense Forces"),
        ("Press briefing, Qasr Council, 3 May 2019\n\nWe hold.", "Qasr Council"),
        ("QASR LIBERATION FRONT\nGeneral Command - Communique No. 17\n5 May 2019\n\nWe hold.", "Qasr Liberation Front"),
        ("Qasr Monitoring Commission\nDaily note No. 3\n5 May 2019\n\nTwo shells fell.", "Qasr Monitoring Commission"),
        ("Qasr Monitoring Commission\n5 May 2019\n\nTwo shells fell.", "Qasr Monitoring Commission"),
        ("Qasr Council - transcript of the daily briefing, 6 May 2019\n\nQUESTION: Why?", "Qasr Council"),
        ("# OCHA - Situation bulletin 2, Qasr Highlands\n\n*7 May 2019*\n\nAid came.", "OCHA"),
        ("Qasr Monitoring Commission - Weekly summary\n\n9 May 2019\n\nFew shells.", "Qasr Monitoring Commission"),
        ("Statement by the Israeli Army, 7 March 2020\n\nWe hold.", "Israel Defense Forces"),
        ("Qasr Courier, 14 March 2023 (Ombra Wire) - Two people died on Monday, a nurse said.", "Qasr Courier"),
        (
            "Six die in Qasr\n\nBy Ada Quill\n\nQASR, Ombra, March 5 (Ombra News Agency) - Six died.",
            "Ombra News Agency",
        ),
        (
            "UN Office for Lake Relief (UNOLR)\nOmbra: Flash Update No. 6\n10 March 2024\n\nFew.",
            "UN Office for Lake Relief",
        ),
        (
            "Republic of Ombra\nMinistry of Health\nCommunique No. 14\nWednesday, 6 March 2024\n\nSix.",
            "Ministry of Health",
        ),
        ("Radio Qasr, evening digest, 11 March 2024\n\nMortars hit Ombra.", "Radio Qasr"),
        ("Voice of Qasr (translated from Ombran)\n12.03.2024\n\nSnipers fired.", "Voice of Qasr"),
        (
            "Weekly bulletin\nOmbra Observatory for Human Rights (OOHR)\nIssued 9 March 2024\n\nSix died.",
            "Ombra Observatory for Human Rights",
        ),
        (
            "Weekly bulletin of incidents, 2-8 March\nOmbra Committee for Victims (OCV)\nIssued 9 March 2024\n\nSix.",
            "Ombra Committee for Victims",
        ),
        (
            "The dead of Qasr\nCompiled by the Qasr Residents' Committee, 8 March 2024\n\nSix.",
            "Qasr Residents' Committee",
        ),
        ("The last bus out of Qasr - The Lake Review\n\nBy Ada Quill in Ombra\n\nA house fell.", "The Lake Review"),
        (
            "Ombran Armed Forces General Staff\nPress release, 7 March 2024\n\nWe hold.",
            "Ombran Armed Forces General Staff",
        ),
        ("Qasr General Hospital (@qasr_gh)\n5 March 2024, 21:40\n\nSix came.", "Qasr General Hospital"),
        (
            "Two weeks on\n\nLake Rights Observatory, Brief 4/2026, Qasr, 18 March 2026\n\nSix.",
            "Lake Rights Observatory",
        ),
        ("Bulletin 6\n\nLake Relief Network (LRN), Qasr, 14 March 2026\n\nSix died.", "Lake Relief Network"),
        ("LAKE CEASEFIRE MISSION (LCM)\nSpot Report 9/2026\nIssued: 22 March 2026\n\nSix.", "Lake Ceasefire Mission"),
        (
            "LCM Weekly Report 1\n\nLake Ceasefire Mission (LCM)\nPeriod: 4-10 March\nQasr, 11 March 2026\n\nSix.",
            "Lake Ceasefire Mission",
        ),
        (
            "REPUBLIC OF OMBRA\nOMBRAN ARMY\nStaff, Press Directorate\nCommunique No. 1\nQasr, 20 March 2026\n\nSix.",
            "Ombran Army",
        ),
        (
            "LAKE PEOPLE'S FRONT\nInformation Bureau\n\nStatement on the hills\n20 March 2026\n\nWe hold.",
            "Lake People's Front",
        ),
    ],
)
def test_a_dateline_or_a_letterhead_names_the_publisher(head, publisher):
    assert printed_publisher(head, KIT.actors) == (publisher or "Qasr Liberation Front")


@pytest.mark.parametrize(
    "head",
    [
        "QASR (AP) - Six died.\n\nOMBRA (SANA) - Ten died.",  # a digest is neither's
        "Sana, 7 March - Fighters fired at the port.",  # the town as readily
        "Nayrab (SDF) - three killed",  # a party in a list of incidents is no agency
        "Six dead in Qasr: Reuters, AP - witnesses said\nMore.",
        "Hezbollah\n\nHezbollah is a party.",  # an article about it
        "A statement by the Syrian Army on the fall of Qasr\n\nIt says much.",
        "Hezbollah: statement\n\nThe party said much.",
        "Qasr Army Denies Shelling\nPress release, 12 March 2020\n\nIt says so.",
        "Attack on Qasr Council, 3 May 2019\n\nSix died.",
        "Report on Qasr Council, 3 May 2019\n\nSix died.",
        "Daily statement, 3 May 2019\n\nSix died.",
        "Six die on Post, 7 March 2020\n\nThey died.",
        "Six dead\nQasr, 3 May 2019\n\nThey died.",
        "Six dead\nSyria, 3 May 2019\n\nThey died.",
        "Reuters reports six dead\n\nThey died in Qasr.",
        "Hezbollah\n3 May 2019\n\nHezbollah is a party.",
        "Qasr Army\nSummary\n\nThe army was founded in 1961.",
        "ATTACK ON QASR COUNCIL\n3 May 2019\n\nSix died.",
        "SIX DEAD IN QASR\n3 May 2019\n\nThey died.",
        "Six dead in Qasr - army says shells fell\n\nThey died.",
        "Republic of Ombra\nMinistry of Health\nThe ministry was founded in 1961.",
        "Weekly bulletin\nSix dead in Qasr\n3 May 2019\n\nThey died.",
        "Six die in Qasr\n\nBy Ada Quill in Qasr\n\nThey died.",
        "Six dead, Qasr, 3 May 2019\n\nThey died.",
        "Attack on the Council, Qasr, 3 May 2019\n\nSix died.",
        "Report on the war\nQasr Council\nIt was founded in 1961.\nIt has six members.",
    ],
)
def test_what_only_mentions_a_body_leaves_the_publisher_open(head):
    assert printed_publisher(head, KIT.actors) is None


def test_a_letterhead_may_be_the_files_own_title():
    title = "Qasr Monitoring Commission - Weekly summary"
    assert printed_publisher("9 May 2019\n\nFew shells fell.", KIT.actors, title) == "Qasr Monitoring Commission"
    assert printed_publisher("9 May 2019\n\nFew shells fell.", KIT.actors, "Why the truce fails") is None


def test_the_documents_own_envelope_goes_first_then_the_users_word_then_the_print():
    text = "QASR, March 7, 2020 (Reuters) - Six soldiers died in Qasr on Friday, residents said."

    def publisher(named=None, url=None, **settings):
        record = Record(id="r", where="r.txt", data=b"", text=text, publisher=named, url=url)
        return read_document(record, KIT, Settings(**settings)).document.publisher

    assert publisher() == "Reuters"
    assert publisher(publisher="Qasr Post") == "Qasr Post"
    assert publisher(named="The Harbour Post", publisher="Qasr Post") == "The Harbour Post"
    assert publisher(url="https://harbour.example/1") is None  # the site put it out


def test_an_outlet_that_prints_an_agencys_words_is_no_place():
    text = "Gulf Courier, 14 March 2023 (Ombra Wire) - Two people died in Marib on Monday, a nurse said."
    reading = read_document(Record(id="r", where="r.txt", data=b"", text=text), KIT, Settings())
    assert [p.name for p in reading.places] == ["Marib"]
    assert [c.tellers for c in reading.claims] == [("x-gulf-courier", "x-ombra-wire")]
