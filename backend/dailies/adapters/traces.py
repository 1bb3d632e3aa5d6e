"""Traces, where somebody collects them: a span for each request and each job, sent over OTLP.

Off unless OTEL_EXPORTER_OTLP_ENDPOINT is set and the package's extra ``traces`` is installed.
"""

from __future__ import annotations

import logging
import os

from opentelemetry import trace

log = logging.getLogger(__name__)

tracer = trace.get_tracer("dailies")
"""Spans begun with it cost nothing while nobody collects them."""


def send_traces(role: str) -> bool:
    """Begin to send spans to the collector that the environment names; whether there is one."""
    if not os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT"):
        return False
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        log.warning("No traces are sent: install dailies[traces].")
        return False
    provider = TracerProvider(resource=Resource.create({"service.name": "dailies", "dailies.role": role}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    return True
