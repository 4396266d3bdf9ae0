"""The headers of messages, as they are kept and as they are pasted."""

from replay.files.results.letters import without_headers


def test_the_subject_is_kept_and_the_day_only_if_no_line_has_one() -> None:
    head = ["De : Ada", "Envoyé : 3 mai 2026 09:12", "Objet : RE: 3000 m", "", "Ada 10:12"]
    assert without_headers(head) == ["3 May 2026", "", "3000 m", "", "Ada 10:12"]
    assert without_headers([*head, "Run on 2 May 2026"])[0] == ""
    assert without_headers([*head, "Printed 4 May 2026 21:10"])[0] == "3 May 2026"


def test_what_is_set_in_belongs_to_the_header_above() -> None:
    head = ["Subject: Mile", " and 3000 m", "X-Mailer: any", "To: all", "Ada 4:12"]
    assert without_headers(head) == ["", "", "", "Mile and 3000 m", "Ada 4:12"]


def test_lines_of_a_list_are_no_headers() -> None:
    plain = ["Date: 3 May 2026", "Venue: Elm Road", "From 1 to 3: Oak", "Ada: 4:12"]
    assert without_headers(plain) == plain
    answered = without_headers(["Ada 4:12", "On Tue, 5 May 2026 at 07:30, Bea <b@x.org> wrote:", "> any news?"])
    assert answered == ["Ada 4:12", "5 May 2026", "> any news?"]
