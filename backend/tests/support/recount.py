"""The insights counted a second time, by plain queries over the event log, the ledger and the accounts, sharing no
code with the page: what the page says is compared with this."""

from __future__ import annotations

import json
import math
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, text

STAGES = ("story", "references", "storyboard", "video")
WANTED = "SELECT id FROM projects WHERE created_at >= :since AND created_at < :until"


@dataclass
class Log:
    """One project's rows."""

    owner: str
    created: datetime
    events: list[tuple[str, dict[str, Any], datetime]] = field(default_factory=list)

    def of(self, kind: str) -> list[tuple[dict[str, Any], datetime]]:
        """Its events of one type."""
        return [(data, at) for found, data, at in self.events if found == kind]

    def first(self, kind: str, **wanted: Any) -> datetime | None:
        """When the first such event with these values was."""
        return next((at for data, at in self.of(kind) if all(data.get(k) == v for k, v in wanted.items())), None)


def moment(value: Any) -> datetime:
    """A column's moment, in UTC."""
    found = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def read(engine: Engine, since: datetime, until: datetime) -> tuple[dict[str, Log], list[dict[str, Any]]]:
    """Logs of the projects created in the span, and all calls of theirs."""
    sqlite = engine.dialect.name == "sqlite"
    bounds = {
        name: at.replace(tzinfo=None).isoformat(" ", "microseconds") if sqlite else at
        for name, at in (("since", since.astimezone(UTC)), ("until", until.astimezone(UTC)))
    }
    with engine.connect() as connection:
        logs = {
            row.id: Log(row.owner_id, moment(row.created_at))
            for row in connection.execute(
                text(f"SELECT id, owner_id, created_at FROM projects WHERE id IN ({WANTED})"), bounds
            )
        }
        for row in connection.execute(
            text(f"SELECT * FROM events WHERE project_id IN ({WANTED}) ORDER BY project_id, seq"), bounds
        ):
            logs[row.project_id].events.append((row.type, json.loads(row.data), moment(row.created_at)))
        calls = connection.execute(text(f"SELECT * FROM calls WHERE project_id IN ({WANTED})"), bounds)
        return logs, [dict(row._mapping) for row in calls]


def recount(engine: Engine, since: datetime, until: datetime, now: datetime, quiet_days: int) -> dict[str, Any]:
    """The page's numbers, in the shape of the interface, but for vendors, people and comments."""
    logs, calls = read(engine, since, until)
    every = list(logs.values())
    return {
        "funnel": funnel(every, now - timedelta(days=quiet_days)),
        "stage_times": {stage: duration(stage_seconds(every, stage)) for stage in STAGES},
        "to_cut": duration(cut_seconds(every)),
        "work": work(every),
        "money": money(logs, calls),
        "failures": Counter((data["model"], data["code"]) for log in every for data, _ in log.of("item.failed")),
        "modes": {
            mode: by_mode([log for log in every if mode_of(log) == mode]) for mode in ("interactive", "automatic")
        },
        "series": series(logs, calls),
    }


def mode_of(log: Log) -> str:
    """How a project was begun."""
    return str(log.of("project.created")[0][0]["mode"])


def reached(log: Log, stage: str) -> datetime | None:
    """When a stage's first work began, or its first take came."""
    if stage == "story":
        return log.of("project.created")[0][1]
    moments = [log.first("operation.started", stage=stage), log.first("take.added", stage=stage)]
    return min((at for at in moments if at), default=None)


def finished(log: Log) -> datetime | None:
    """When the film was approved first."""
    return log.first("stage.approved", stage="video")


def is_deleted(log: Log) -> bool:
    """Whether the last word on it was its deletion."""
    return len(log.of("project.deleted")) > len(log.of("project.restored"))


def funnel(logs: Sequence[Log], quiet_since: datetime) -> dict[str, Any]:
    """How far they came."""
    left: Counter[str] = Counter()
    for log in logs:
        if not finished(log) and (is_deleted(log) or log.events[-1][2] < quiet_since):
            left[[stage for stage in STAGES if reached(log, stage)][-1]] += 1
    return {
        "started": len(logs),
        "reached": {stage: sum(reached(log, stage) is not None for log in logs) for stage in STAGES},
        "approved": {
            stage: sum(log.first("stage.approved", stage=stage) is not None for log in logs) for stage in STAGES
        },
        "finished": sum(finished(log) is not None for log in logs),
        "abandoned": {stage: left[stage] for stage in STAGES},
        "deleted": sum(map(is_deleted, logs)),
    }


def stage_seconds(logs: Iterable[Log], stage: str) -> list[float]:
    """From reached to approved."""
    pairs = [(reached(log, stage), log.first("stage.approved", stage=stage)) for log in logs]
    return [(end - begin).total_seconds() for begin, end in pairs if begin and end]


def cut_seconds(logs: Iterable[Log]) -> list[float]:
    """From the brief to the first cut."""
    pairs = [(log.created, log.first("take.added", item="cut")) for log in logs]
    return [(end - begin).total_seconds() for begin, end in pairs if end]


def duration(seconds: Sequence[float]) -> dict[str, Any]:
    """Median and ninth decile, by the standard library."""
    if len(seconds) < 2:
        only = seconds[0] if seconds else None
        return {"count": len(seconds), "median": only, "p90": only}
    tenths = statistics.quantiles(seconds, n=10, method="inclusive")
    return {"count": len(seconds), "median": statistics.median(seconds), "p90": tenths[8]}


def work(logs: Sequence[Log]) -> dict[str, Any]:
    """Notes, plans and takes."""
    plans: Counter[str] = Counter()
    edited = takes = selected = frames = masked = 0
    for log in logs:
        state: dict[str, str] = {}
        for kind, data, _ in log.events:
            if kind.startswith("plan."):
                edited += kind == "plan.proposed" and data["plan"] in state and state[data["plan"]] == "proposed"
                state[data["plan"]] = kind.removeprefix("plan.")
        plans.update(state.values())
        added = [data for data, _ in log.of("take.added")]
        takes += len(added)
        chosen: dict[str, str] = {}
        for kind, data, _ in log.events:
            if kind == "take.added" and data["selected"] or kind == "take.selected":
                chosen[data["item"]] = data["id"]
        selected += sum(1 for take in chosen.values() if take)
        frames += len({data["item"] for data in added if data["item"].startswith("frame-")})
        masked += len({data["item"] for data in added if data["origin"] == "edit" and data["stage"] == "storyboard"})
    notes = Counter(data["stage"] for log in logs for data, _ in log.of("note.added"))
    again = Counter(
        data["stage"] for log in logs for data, _ in log.of("operation.started") if data["kind"] == "regenerate"
    )
    return {
        "notes": {stage: notes[stage] for stage in STAGES},
        "regenerations": {stage: again[stage] for stage in STAGES},
        "plans": {state: plans[state] for state in ("applied", "discarded", "undone", "proposed")},
        "plans_edited": edited,
        "takes": takes,
        "selected": selected,
        "takes_per_selected": takes / selected if selected else None,
        "frames": frames,
        "masked": masked,
        "masked_frames": masked / frames if frames else None,
    }


def money(logs: dict[str, Log], calls: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Spend and waste in dollars."""
    waste = {"another_take": 0, "failed": 0, "unknown": 0}
    for call in calls:
        log = logs[call["project_id"]]
        work = call["work_id"]
        chosen: dict[str, str] = {}
        for kind, data, _ in log.events:
            if kind == "take.added" and data["selected"] or kind == "take.selected":
                chosen[data["item"]] = data["id"]
        if any(data["work"] == work for data, _ in log.of("item.failed")):
            waste["failed"] += call["cost"]
        elif work not in chosen.values() and any(data["id"] == work for data, _ in log.of("take.added")):
            waste["another_take"] += call["cost"]
        if call["state"] == "unknown":
            waste["unknown"] += call["estimate"]
    total = sum(call["cost"] for call in calls)
    seconds = sum(
        log.of("stage.approved")[-1][0].get("seconds")
        or next(data["seconds"] for data, _ in reversed(log.of("stage.approved")) if "seconds" in data)
        for log in logs.values()
        if finished(log)
    )
    by_stage: Counter[str] = Counter()
    by_model: Counter[str] = Counter()
    for call in calls:
        by_stage[call["stage"]] += call["cost"]
        by_model[call["model"]] += call["cost"]
    return {
        "total_usd": total / 1e6,
        "by_stage": {stage: by_stage[stage] / 1e6 for stage in STAGES},
        "by_model": {model: spent / 1e6 for model, spent in by_model.items()},
        "approved_s": seconds,
        "per_approved_second_usd": total / seconds / 1e6 if seconds else None,
        "waste": {reason: lost / 1e6 for reason, lost in waste.items()},
    }


def by_mode(logs: Sequence[Log]) -> dict[str, Any]:
    """One way of working."""
    ratings = [log.of("project.rated")[-1][0] for log in logs if log.of("project.rated")]
    stars = [rating["stars"] for rating in ratings]
    promoters = sum(rating["recommend"] >= 9 for rating in ratings)
    detractors = sum(rating["recommend"] <= 6 for rating in ratings)
    enough = len(ratings) >= 10
    return {
        "started": len(logs),
        "finished": sum(finished(log) is not None for log in logs) / len(logs) if len(logs) >= 10 else None,
        "stars": statistics.fmean(stars) if enough else None,
        "nps": 100 * (promoters - detractors) / len(ratings) if enough else None,
        "answers": len(ratings),
        "to_cut": duration(cut_seconds(logs)),
        "taken_over": sum(
            any(data.get("mode") == "interactive" for data, _ in log.of("project.changed"))
            for log in logs
            if mode_of(log) == "automatic"
        ),
    }


def series(logs: dict[str, Log], calls: Sequence[dict[str, Any]]) -> dict[date, tuple[int, int, float]]:
    """By day: started, finished, spent; days without a project are left out."""
    found: dict[date, list[float]] = defaultdict(lambda: [0, 0, 0])
    for log in logs.values():
        found[log.created.date()][0] += 1
        found[log.created.date()][1] += finished(log) is not None
    for call in calls:
        found[logs[call["project_id"]].created.date()][2] += call["cost"]
    return {day: (int(a), int(b), c / 1e6) for day, (a, b, c) in sorted(found.items())}


def differences(page: dict[str, Any], counted: dict[str, Any]) -> list[str]:
    """Where the page says something else than the count; empty when they agree."""
    found: list[str] = []

    def compare(name: str, said: Any, wanted: Any) -> None:
        if isinstance(wanted, dict):
            for key in wanted.keys() | said.keys():
                compare(f"{name}.{key}", said.get(key), wanted.get(key))
        elif isinstance(wanted, float) and isinstance(said, int | float):
            if not math.isclose(said, wanted, rel_tol=1e-6, abs_tol=1e-6):
                found.append(f"{name}: {said} is not {wanted}")
        elif said != wanted:
            found.append(f"{name}: {said} is not {wanted}")

    for part in ("funnel", "stage_times", "to_cut", "work", "money"):
        compare(part, page[part], counted[part])
    compare(
        "failures",
        {f"{each['model']}|{each['code']}": each["times"] for each in page["failures"]},
        {f"{model}|{code}": times for (model, code), times in counted["failures"].items()},
    )
    for mode, wanted in counted["modes"].items():
        said = page["modes"][mode]
        flat = {
            "started": said["started"],
            "finished": said["finished"]["value"],
            "stars": said["stars"]["value"],
            "nps": said["recommend"]["value"],
            "answers": said["stars"]["count"],
            "to_cut": said["to_cut"],
            "taken_over": said["taken_over"],
        }
        compare(f"modes.{mode}", flat, wanted)
    days = {
        date.fromisoformat(each["begins"]): (each["started"], each["finished"], each["spent_usd"])
        for each in page["series"]
        if each["started"]
    }
    compare(
        "series",
        {str(day): dict(enumerate(row)) for day, row in days.items()},
        {str(day): dict(enumerate(row)) for day, row in counted["series"].items()},
    )
    return found
