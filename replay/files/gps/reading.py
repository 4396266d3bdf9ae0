"""From GPX, TCX and FIT files to a reading: of one file, or of several that are one race."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from replay.files.cleaning import clean_text
from replay.files.gps.fit import read_fit
from replay.files.gps.fixes import Recording, UnreadableRecording
from replay.files.gps.geojson import is_geojson, read_geojson
from replay.files.gps.gpx import read_gpx
from replay.files.gps.kml import is_kml, read_kml
from replay.files.gps.recorded import Named, Recorded, race_of
from replay.files.gps.streams import is_streams, read_streams
from replay.files.gps.tcx import read_tcx
from replay.files.paths import absolute
from replay.files.results.listed import Part, part_of, with_parts
from replay.files.source import Choices, Reading, Source, as_title
from replay.files.understood import Counting, Question, Understood
from replay.race.events import HALF_MARATHON, MARATHON
from replay.race.problems import Problem, Severity, UnreadableRace

_CLASSIC = (("5 km", 5000.0), ("10 km", 10_000.0), ("half marathon", HALF_MARATHON), ("marathon", MARATHON))
_NEARLY = 0.02
"""Share by which a recording's length may differ from a distance that is run often, to be taken for it."""

_MOST_POINTS = 200_000
"""In one file: two days and nights at one a second."""
_MOST_TOGETHER = 1000
"""Recordings of one race: each is laid on the course, and set against the others."""

_READERS: dict[str, Callable[[bytes], tuple[Recording, ...]]] = {
    "GPX": read_gpx,
    "TCX": read_tcx,
    "FIT": read_fit,
    "streams": read_streams,
    "GeoJSON": read_geojson,
    "KML": read_kml,
}


def read_together(sources: Sequence[Source], choices: Choices) -> Reading:
    """The one race that several files are of, each a recording of one runner or more.

    Raises:
        UnreadableRace: No race can be made of them.
    """
    problems: list[Problem] = []
    path = str(sources[0].path)
    found: list[tuple[Source, Recording]] = []
    for source in sources:
        found.extend((source, recording) for recording in _recordings(source, problems))
        if max(len(found), len(sources)) > _MOST_TOGETHER:
            many = f"these are more than {_MOST_TOGETHER:,} recordings, which are not read as one race"
            raise UnreadableRace([Problem(path, None, many, "take a list of the results, or fewer of them")])
    if not found:
        raise UnreadableRace(problems)
    sports = [Part(sport, count) for sport, count in Counter(one.part for _, one in found if one.part).items()]
    sport, said = _sport(sports, found, choices, path)
    found = [(source, recording) for source, recording in found if recording.part in ("", sport)]
    names = runner_names([(source.stem, recording.name) for source, recording in found])
    runners = [Named(name, recording) for name, (_, recording) in zip(names, found, strict=True)]
    stems = [source.stem for source in sources]
    ident = shared_words(stems) or (_around(sources) if len(sources) > 1 else "") or stems[0]
    told = title_of([recording.name for _, recording in found]) or found[0][1].title
    title = told or (as_title(ident) if tells(ident) else "") or "Recording"
    title = f"{title}: {sport}" if len(sports) > 1 else title
    try:
        recorded = race_of(
            runners, ident, title, choices.distance, choices.start, laps=choices.counting is Counting.LAPS
        )
    except ValueError as error:
        raise UnreadableRace([*problems, Problem(path, None, str(error))]) from None
    for source, recording in found:
        if recording.cut is not None:
            message = "the file breaks off here; what stands before it is read"
            problems.append(Problem(str(source.path), recording.cut or None, message, severity=Severity.WARNING))
    form = " and ".join(dict.fromkeys(_form(source) for source in sources))
    race = replace(recorded.race, path=path)
    other = _other_sport([one for _, one in found])
    recorded = replace(recorded, assumed=(*filter(None, [other]), *recorded.assumed))
    counted = any(recording.laps for _, recording in found)
    understood = replace(
        _understood(recorded, form, choices), counting=(choices.counting or Counting.CUMULATIVE) if counted else None
    )
    return with_parts(Reading(race, tuple(problems), understood), sports, said)


def _around(sources: Sequence[Source]) -> str:
    """What files lie in that have nothing in common: one archive, or one folder, as a rule of that race."""
    path = absolute(sources[0].path)
    packed = all(source.inside and source.path == sources[0].path for source in sources)
    return path.stem if packed else path.parent.name


def tells(stem: str, empty: Collection[str] = ()) -> bool:
    """Whether the name of a recording's file says anything, as `activity_123456789` and `2024-05-04` do not.

    Args:
        stem: The name.
        empty: Words that say nothing of what is asked, besides those that never do.
    """
    words = re.findall(r"[^\W\d_]+|\d+", stem.casefold())
    return not words or any(not (word.isdecimal() or word in _NO_NAMES or word in empty) for word in words)


_NO_NAMES = frozenset(
    (
        *("activity", "route", "track", "workout", "recording", "export", "gpx", "tcx", "fit"),
        *("rk", "t", "z", "h", "m", "s", "am", "pm"),
    )
)
"""What the names of watches' files are made of besides numbers."""
_RUNS = frozenset(("run", "running", "jog", "race", "morning", "lunch", "afternoon", "evening", "night"))
"""Of a run these say something, and of who ran it nothing."""


def _other_sport(recordings: Sequence[Recording]) -> str:
    """That what was recorded was no run, as a clause, where all files say so; empty otherwise."""
    sports = {recording.sport for recording in recordings}
    sport = sports.pop() if len(sports) == 1 else ""
    if not any(word in sport for word in _OTHERS):
        return ""
    return f"the file says that this is {sport}; it is shown as a run"


_OTHERS = (
    "cycl",
    "bik",
    "ride",
    "riding",
    "swim",
    "row",
    "paddl",
    "kayak",
    "ski",
    "skat",
    "sail",
    "surf",
    "driv",
    "fly",
)
"""What is in the names of sports that are no run, in TCX, FIT and GPX; others say nothing, or are on foot."""


def _sport(
    sports: Sequence[Part], found: Sequence[tuple[Source, Recording]], choices: Choices, path: str
) -> tuple[str, str]:
    """Which of several sports is meant: the one the user names, else what was run, else what took longest.

    Returns:
        Its name, and what was decided, as a clause; both empty where there is only one.
    """
    if not sports:
        return "", ""
    if choices.part is not None:
        return sports[part_of(sports, choices, "sports", path)[0]].name, ""
    points = Counter({one.part: len(one.fixes) for _, one in found if one.part})
    names = [sport.name for sport in sports]
    chosen = next((name for name in names if name == "running"), points.most_common(1)[0][0])
    others = ", ".join(name for name in names if name != chosen)
    return chosen, f"of several sports this is {chosen}; `--part NAME` takes another: {others}" if others else ""


def _form(source: Source) -> str:
    if source.data[8:12] == b".FIT":
        return "FIT"
    if is_streams(source.data):
        return "streams"
    if source.start.lstrip()[:1] in ("[", "{") and is_geojson(source.data):
        return "GeoJSON"
    if is_kml(source.data):
        return "KML"
    # Old files of the kind lack the very first element.
    old = re.search(r"<(\w+:)?(TrainingCenterDatabase|Activities|Trackpoint)[\s>]", source.start)
    return "TCX" if old else "GPX"


_TRACK = re.compile(rb"<(?:[^\s<>/]*:)?trk[\s>]")


def _recordings(source: Source, problems: list[Problem]) -> tuple[Recording, ...]:
    try:
        begun = source.data.count(b"trkpt") - source.data.count(b"trkpt>"), source.data.count(b"<Trackpoint")
        if max(begun) > _MOST_POINTS:
            raise UnreadableRecording(f"it has more than {_MOST_POINTS:,} points")
        if sum(1 for _ in islice(_TRACK.finditer(source.data), _MOST_TOGETHER + 1)) > _MOST_TOGETHER:
            raise UnreadableRecording(f"it has more than {_MOST_TOGETHER:,} tracks")
        return _READERS[_form(source)](source.data)
    except UnreadableRecording as error:
        hint = "name it as `course:` in a race file" if "course" in str(error) else ""
        hint = f"export it as GPX, and {hint}" if hint and _form(source) != "GPX" else hint
        problems.append(Problem(str(source.path), error.line, f"no run can be read from this file: {error}", hint))
        return ()


def _understood(recorded: Recorded, form: str, choices: Choices) -> Understood:
    race = recorded.race
    told = "--distance" if choices.distance else "the recording"
    near = next(((name, m) for name, m in _CLASSIC if abs(race.distance / m - 1) < _NEARLY), None)
    questions = []
    if near is not None and choices.distance is None:
        text = f"{race.distance / 1000:.2f} km are recorded: was it {near[0]}?"
        questions.append(Question("distance", text, "--distance", near[0]))
    return Understood(
        format=form,
        title=race.title,
        distance=race.distance,
        distance_from=told,
        runners=len(race.entries),
        clock=race.clock,
        assumed=recorded.assumed,
        left_out=recorded.tallies.all(),
        questions=tuple(questions),
    )


def runner_names(found: Sequence[tuple[str, str]]) -> list[str]:
    """The runners' names: what differs in the names of their files, or in those of the tracks of one file.

    Args:
        found: The stem of each recording's file, and what the file calls the recording.
    """
    stems = list(dict.fromkeys(stem for stem, _ in found))
    own = dict(zip(stems, _differing(stems), strict=True))
    inside = Counter(stem for stem, _ in found)
    names: list[str] = []
    for stem, title in found:
        name = own[stem] if inside[stem] == 1 else title or own[stem]
        name = name if len(found) > 1 or tells(stem, _RUNS) else "Runner"
        count = sum(other == name or other.startswith(f"{name} (") for other in names)
        names.append(f"{name} ({count + 1})" if count else name)
    return names


def _words(stem: str) -> list[str]:
    return re.findall(r"[^\W_]+", clean_text(stem))


def _shared(stems: Sequence[str]) -> tuple[int, int]:
    """How many words all of several stems begin with, and end with."""
    if len(stems) < 2:
        return 0, 0
    words = [_words(stem) for stem in stems]
    most = min(map(len, words)) - 1
    heads = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, zip(*words, strict=False)))
    backwards = [line[::-1] for line in words]
    tails = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, zip(*backwards, strict=False)))
    heads = max(0, min(heads, most))
    return heads, max(0, min(tails, most - heads))


def _differing(stems: Sequence[str]) -> list[str]:
    heads, tails = _shared(stems)
    out = []
    for stem in stems:
        words = _words(stem)
        out.append(" ".join(words[heads : len(words) - tails]) or clean_text(stem) or "runner")
    return out


def shared_words(stems: Sequence[str]) -> str:
    """What the names of several files begin with, as an id; empty where they share nothing, and for one file."""
    heads, _ = _shared(stems)
    return "-".join(_words(stems[0])[:heads])


def title_of(tracks: Sequence[str]) -> str:
    """A title: what most recordings are called; empty where they agree on nothing."""
    named = Counter(name for name in tracks if name)
    if not named:
        return ""
    name, count = named.most_common(1)[0]
    return name if len(tracks) == 1 or count > 1 else ""
