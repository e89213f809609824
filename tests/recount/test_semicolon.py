"""Who died is counted by their own clause, and by the figure that theirs became in the same breath."""

import pytest

from truceline.ledger import read


@pytest.mark.parametrize(
    ("told", "killed"),
    [
        ("On 4 May 2019 two fuel tankers were bombed near Arkona; 40 people died, the Red Cross said.", 40),
        ("On 4 May 2019 two ferries were bombed at Arkona; fifteen passengers died.", 15),
        ("On 4 May 2019 six shells hit Arkona; eleven people were killed.", 11),
        ("On 4 May 2019 a shell hit Arkona. Three soldiers were killed; a fourth was wounded.", 3),
        ("On 4 May 2019 a shell hit Arkona. The Red Cross put the dead at nine, a figure that had risen to 19.", 19),
        ("On 4 May 2019 a shell hit Arkona. The Red Cross put the dead at nine and the wounded at 40.", 9),
    ],
)
def test_the_dead_are_those_of_their_own_clause(tmp_path, told: str, killed: int):
    (tmp_path / "report.txt").write_text(f"{told}\n")
    (reading,) = read([tmp_path / "report.txt"])
    assert [i.killed.low for i in reading.incidents if i.killed] == [killed]
