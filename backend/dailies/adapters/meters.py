"""What the process counts, in Prometheus's terms. Counters count what happened here; gauges are read when asked."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

METERS = CollectorRegistry()

SECONDS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

SOCKETS = Gauge("dailies_sockets_open", "Live connections open at this process", registry=METERS)
SOCKETS_ENDED = Counter(
    "dailies_sockets_ended", "Live connections ended, by the code they were closed with", ["code"], registry=METERS
)
REPLAYED = Counter("dailies_events_replayed", "Events sent from the log instead of as they happened", registry=METERS)
EVENTS = Counter("dailies_events", "Durable events made by this process", ["type"], registry=METERS)
LAG = Histogram(
    "dailies_event_lag_seconds",
    "From an event's commit to its arrival at this process",
    buckets=SECONDS,
    registry=METERS,
)
REDIS_AWAY = Gauge("dailies_redis_away", "1 while Redis does not answer this process", registry=METERS)
REQUESTS = Histogram(
    "dailies_request_seconds",
    "HTTP requests",
    ["method", "route", "status"],
    buckets=SECONDS,
    registry=METERS,
)
JOBS = Histogram(
    "dailies_job_seconds",
    "Jobs ended by this process",
    ["kind", "outcome"],
    buckets=(0.1, 0.5, 1, 5, 15, 60, 300, 1200),
    registry=METERS,
)
OPERATIONS = Counter("dailies_operations", "Operations ended, by outcome", ["outcome"], registry=METERS)
VENDOR_CALLS = Counter(
    "dailies_vendor_calls", "What calls to vendors met: ok, busy or down", ["vendor", "outcome"], registry=METERS
)
VENDOR_COST = Gauge(
    "dailies_vendor_month_usd", "Settled and held this month, all accounts", ["vendor"], registry=METERS
)
QUEUE_DEPTH = Gauge(
    "dailies_queue_depth", "Jobs by queue and state, of the whole studio", ["queue", "state"], registry=METERS
)
QUEUE_AGE = Gauge("dailies_queue_age_seconds", "Age of the oldest waiting job", ["queue"], registry=METERS)
CLEANED = Counter("dailies_cleaned", "Things the clean-up took away", ["kind"], registry=METERS)


def count_event(kind: str, data: object) -> None:
    """Count a durable event, and an operation's outcome where it is that."""
    EVENTS.labels(kind).inc()
    if kind == "operation.finished" and isinstance(data, dict):
        OPERATIONS.labels(str(data.get("status", "done"))).inc()
