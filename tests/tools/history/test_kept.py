"""What is kept, for whom, how long; on both databases."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from sqlalchemy import update

from tools.errors import Corrupt, NotFound, TooLarge
from tools.history import Failure, Feedback, History, Latency, Opinion, Run, Usage, fingerprint
from tools.history.export import export_of
from tools.history.packing import pack, plain, unpack
from tools.history.tables import SavedRow
from tools.history.types import COMMENT

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
RESULT = {"symbol": "KAVERI", "score": 71.5, "rows": [{"a": 1}], "हिन्दी": "ज़मानत"}


def run(owner: str = "asha", tool: str = "crop", **more: Any) -> Run:
    return Run(owner, tool, fingerprint("leaf"), "leaf-net", "cpu", 0.25, "diagnosed", **{"at": NOON, **more})


def kept(history: History, *runs: Run) -> Run:
    for each in runs:
        history.record(each)
    return runs[0]


def test_a_run_comes_back_as_it_was(history: History) -> None:
    made = kept(history, run())
    (found,) = history.runs("asha")
    assert Run(**{name: getattr(found, name) for name in Run.__dataclass_fields__}) == made
    assert (found.saved, found.thumb, found.comment, found.title) == (False, 0, "", "")
    assert history.run("asha", made.id) == found


def test_recording_twice_keeps_the_first(history: History) -> None:
    made = kept(history, run())
    history.record(replace(made, outcome="unsure"))
    assert [found.outcome for found in history.runs("asha")] == ["diagnosed"]


def test_filters_pages_and_order(history: History) -> None:
    kept(history, *(run(at=NOON + timedelta(hours=hour), tool="crop" if hour % 2 else "legal") for hour in range(6)))
    assert [found.at.hour for found in history.runs("asha", limit=2, offset=1)] == [16, 15]
    assert [found.at.hour for found in history.runs("asha", tool="legal")] == [16, 14, 12]
    assert history.count("asha", since=NOON + timedelta(hours=4)) == 2
    assert history.count("asha") == 6


@pytest.mark.parametrize("owner", ["ravi", "", "asha ", "ASHA", "ash%", "asha\0", "x" * 300])
def test_nobody_sees_or_changes_what_is_anothers(history: History, owner: str) -> None:
    made = kept(history, run())
    history.save("asha", made.id, "Mine", RESULT)
    assert history.runs(owner) == ()
    for act in (
        lambda: history.run(owner, made.id),
        lambda: history.saved(owner, made.id),
        lambda: history.save(owner, made.id, "Stolen", {}),
        lambda: history.feedback(owner, made.id, Feedback(1)),
    ):
        with pytest.raises(NotFound, match="no such run of yours"):
            act()
    assert history.delete(owner, [made.id]) == 0
    history.forget(owner)
    assert history.saved("asha", made.id).title == "Mine"


def test_owners_that_do_not_fit_are_not_mixed_up(history: History) -> None:
    kept(history, run(owner="x" * 300 + "1"), run(owner="x" * 300 + "2"))
    assert history.count("x" * 300 + "1") == 1


@pytest.mark.parametrize("run_id", ["", "nothing", "' OR 1=1 --", "%", "\0", "\ud800", "x" * 5000])
def test_a_forged_id_is_not_found(history: History, run_id: str) -> None:
    kept(history, run())
    with pytest.raises(NotFound):
        history.run("asha", run_id)
    assert history.delete("asha", [run_id]) == 0
    assert history.count("asha") == 1


def test_save_replace_and_read_again(history: History) -> None:
    made = kept(history, run())
    history.save("asha", made.id, "First", {"a": 1})
    history.save("asha", made.id, "नया शीर्षक\0", RESULT)
    saved = history.saved("asha", made.id)
    assert (saved.title, dict(saved.result)) == ("नया शीर्षक", RESULT)
    assert history.runs("asha")[0].saved
    assert json.loads(json.dumps(saved.to_dict()))["result"] == RESULT


def test_a_run_without_a_saved_result_says_so(history: History) -> None:
    made = kept(history, run())
    with pytest.raises(NotFound, match="no saved result"):
        history.saved("asha", made.id)


def test_an_oversize_result_is_refused_and_nothing_is_kept(history: History) -> None:
    made = kept(history, run())
    with pytest.raises(TooLarge, match="65 KB and at most 64 KB"):
        history.save("asha", made.id, "Big", {"text": "x" * (64 << 10)})
    assert not history.run("asha", made.id).saved


def test_only_so_many_results_are_kept_and_replacing_one_is_allowed(history: History) -> None:
    runs = [run() for _ in range(4)]
    kept(history, *runs)
    for each in runs[:3]:
        history.save("asha", each.id, "T", RESULT)
    with pytest.raises(TooLarge, match="3 saved results"):
        history.save("asha", runs[3].id, "T", RESULT)
    history.save("asha", runs[0].id, "Again", RESULT)
    history.delete("asha", [runs[1].id])
    history.save("asha", runs[3].id, "T", RESULT)


def test_a_damaged_result_is_told_as_such(history: History) -> None:
    made = kept(history, run())
    history.save("asha", made.id, "T", RESULT)
    for packed in (b"no zlib", pack({"a": 1}, 1)[0], b""):
        with history.database.session("write") as session:
            session.execute(update(SavedRow).values(packed=packed))
        with pytest.raises(Corrupt, match="damaged"):
            history.saved("asha", made.id)


def test_thumb_and_comment(history: History) -> None:
    made = kept(history, run())
    history.feedback("asha", made.id, Feedback(1, "  Right.  "))
    found = history.run("asha", made.id)
    assert (found.thumb, found.comment) == (1, "Right.")
    history.feedback("asha", made.id, Feedback(-1, "Wrong: <b>'; DROP TABLE runs; --</b> \0 ₹ 👎"))
    assert history.run("asha", made.id).comment == "Wrong: <b>'; DROP TABLE runs; --</b>  ₹ 👎"
    history.feedback("asha", made.id, Feedback(0))
    assert history.run("asha", made.id).thumb == 0


def test_an_oversize_comment_is_refused_with_its_length_and_the_old_one_stays(history: History) -> None:
    made = kept(history, run())
    history.feedback("asha", made.id, Feedback(1, "अ" * COMMENT))
    with pytest.raises(TooLarge, match="at most 2,000 characters and yours has 2,001"):
        history.feedback("asha", made.id, Feedback(1, "अ" * (COMMENT + 1)))
    assert history.run("asha", made.id).comment == "अ" * COMMENT


def test_deleting_takes_everything_along(history: History) -> None:
    made, other = run(), run()
    kept(history, made, other)
    history.save("asha", made.id, "T", RESULT)
    history.feedback("asha", made.id, Feedback(1))
    assert history.delete("asha", [made.id, "nothing"]) == 1
    with history.database.session("read") as session:
        assert session.query(SavedRow).count() == 0
    assert [found.id for found in history.runs("asha")] == [other.id]


def test_the_export_holds_everything_and_only_ones_own(history: History) -> None:
    mine, theirs = run(), run(owner="ravi", tool="legal")
    kept(history, mine, theirs)
    history.save("asha", mine.id, "T", RESULT)
    history.feedback("asha", mine.id, Feedback(-1, "No."))
    history.prefer("asha", "language", "hi")
    archive = zipfile.ZipFile(io.BytesIO(export_of(history, "asha")))
    about = json.loads(archive.read("history.json"))
    assert about["preferences"] == {"language": "hi"}
    assert [(found["id"], found["comment"]) for found in about["runs"]] == [(mine.id, "No.")]
    (name,) = [name for name in archive.namelist() if name.startswith("results/")]
    assert json.loads(archive.read(name))["result"] == RESULT
    assert "owner" not in about["runs"][0]


def test_one_damaged_result_costs_the_export_nothing_else(history: History) -> None:
    whole, damaged = kept(history, run()), kept(history, run())
    for each in (whole, damaged):
        history.save("asha", each.id, "T", RESULT)
    with history.database.session("write") as session:
        session.execute(update(SavedRow).where(SavedRow.run_id == damaged.id).values(packed=b"xx"))
    archive = zipfile.ZipFile(io.BytesIO(export_of(history, "asha")))
    found = {name: json.loads(archive.read(name)) for name in archive.namelist() if name.startswith("results/")}
    said = {entry["run"]["id"]: entry for entry in found.values()}
    assert said[whole.id]["result"] == RESULT
    assert "damaged" in said[damaged.id]["error"]


def test_a_run_that_comes_while_the_export_reads_stands_in_it_once(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(history, *(run(at=NOON + timedelta(minutes=minute)) for minute in range(4)))
    monkeypatch.setattr("tools.history.export.PAGE", 2)
    ask, later = history.runs, iter(range(1, 9))

    def runs(owner: str, **options: Any) -> Any:
        found = ask(owner, **options)
        if options["offset"] == 0:
            history.record(run(at=NOON + timedelta(hours=next(later))))
        return found

    monkeypatch.setattr(history, "runs", runs)
    about = json.loads(zipfile.ZipFile(io.BytesIO(export_of(history, "asha"))).read("history.json"))
    ids = [found["id"] for found in about["runs"]]
    assert len(ids) == len(set(ids)) == 4


def test_forgetting_leaves_nothing_of_one_and_all_of_others(history: History) -> None:
    mine = kept(history, run(), run(owner="ravi"))
    history.save("asha", mine.id, "T", RESULT)
    history.prefer("asha", "language", "hi")
    history.forget("asha")
    assert (history.count("asha"), history.preferences("asha"), history.count("ravi")) == (0, {}, 1)


def test_retention_takes_what_is_over_its_time_unless_it_was_saved_later(history: History) -> None:
    now = datetime.now(UTC)
    old, saved, new = (run(at=now - timedelta(days=days)) for days in (31, 31, 29))
    kept(history, old, saved, new)
    history.save("asha", saved.id, "T", RESULT)
    history.note(Failure("crop", "0a1b2c3d", "KeyError", now - timedelta(days=31)))
    assert history.purge(now) == 1
    assert {found.id for found in history.runs("asha")} == {saved.id, new.id}
    assert history.failures() == ()
    assert history.purge(now + timedelta(days=31)) == 2


def test_preferences_are_replaced(history: History) -> None:
    history.prefer("asha", "language", "hi")
    history.prefer("asha", "language", "en")
    assert history.preferences("asha") == {"language": "en"}


def test_usage_counts_by_day_of_india(history: History) -> None:
    evening = datetime(2026, 11, 20, 20, tzinfo=UTC)  # 01:30 of the 21st in India
    kept(history, run(), run(owner="ravi"), run(at=evening), run(tool="legal"))
    assert history.usage(date(2026, 11, 20)) == (
        Usage(date(2026, 11, 20), "crop", 2),
        Usage(date(2026, 11, 20), "legal", 1),
        Usage(date(2026, 11, 21), "crop", 1),
    )
    assert history.usage(date(2026, 11, 22)) == ()


def test_thumbs_are_counted_by_tool(history: History) -> None:
    runs = run(), run(owner="ravi"), run(tool="legal"), run(at=NOON - timedelta(days=9))
    kept(history, *runs, run())
    for each, thumb in zip(runs, (1, -1, 0, 1), strict=True):
        history.feedback(each.owner, each.id, Feedback(thumb, "Said."))
    assert history.opinions(NOON - timedelta(days=1)) == (Opinion("crop", 1, 1), Opinion("legal", 0, 0))


def test_percentiles_are_nearest_rank(history: History) -> None:
    for seconds in range(1, 21):
        history.record(replace(run(), id=f"{seconds:032x}", seconds=float(seconds)))
    history.record(replace(run(tool="legal"), seconds=0.0125))
    assert history.latencies(NOON) == (Latency("crop", 20, 10.0, 19.0), Latency("legal", 1, 0.012, 0.012))
    assert history.latencies(NOON + timedelta(seconds=1)) == ()


def test_failures_newest_first(history: History) -> None:
    for number in range(3):
        history.note(Failure("crop", f"ref{number}", "KeyError", NOON + timedelta(minutes=number)))
    assert [found.reference for found in history.failures(2)] == ["ref2", "ref1"]


@pytest.mark.parametrize("seconds", [-1.0, 1e12])
def test_impossible_durations_are_kept_within_bounds(history: History, seconds: float) -> None:
    kept(history, replace(run(), seconds=seconds))
    assert history.runs("asha")[0].seconds >= 0


def test_a_time_without_a_zone_is_refused(history: History) -> None:
    with pytest.raises(Exception, match="zone"):
        history.record(run(at=datetime(2026, 1, 1)))


def test_plain_makes_json_of_what_libraries_give() -> None:
    given = {1: np.float64("nan"), "n": np.int64(3), "t": (date(2026, 1, 2), {2}), "a": np.arange(2), "s": "\ud800"}
    assert plain(given) == {"1": None, "n": 3, "t": ["2026-01-02", [2]], "a": [0, 1], "s": "?"}
    packed, size = pack(given, 1)
    assert unpack(packed, size)["n"] == 3


def test_fingerprint_knows_where_a_part_ends() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("ab") == fingerprint(b"ab")
    assert len(fingerprint("\ud800")) == 64
