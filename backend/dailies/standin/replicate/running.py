"""The life of predictions: queue, cold start, work, deadline, end, bill."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from dailies.domain.errors import DailiesError
from dailies.standin.artists import UnreadablePicture
from dailies.standin.prices import GPU_SECOND, price_of
from dailies.standin.replicate import work
from dailies.standin.replicate.predictions import READS_BEFORE_DONE, Prediction, Status
from dailies.standin.replicate.sources import InputUnavailable, Sources
from dailies.standin.replicate.webhooks import Webhooks
from dailies.standin.state import Standin

log = logging.getLogger(__name__)

HELD_S = 2.0
"""A success held back by a fault shows after this long even when nobody reads it."""
LOG_STEPS = 10
RUN_LIMIT_S = 1800.0
FAILURES = {
    "nsfw": "NSFW content detected. Try running it again, or try a different prompt.",
    "flagged": "The input or output was flagged as sensitive. Please try again with different inputs. (E005)",
    "out_of_memory": "CUDA out of memory. (E1001)",
    "start_timeout": "Timeout starting prediction. Please retry. (E6716)",
    "data_uri_refused": "Failed to download media: data URIs are not supported (error code 1201)",
    "fails_midway": "RuntimeError: the model stopped after half its steps",
    "input_expired": "404 Client Error: Not Found for url: the input file has expired",
}
"""What the prediction's error says, by fault."""


class _Stopped(Exception):
    """The prediction was asked to stop while it worked."""


class _Failed(Exception):
    """The prediction failed; the message is what its ``error`` says."""


class Runner:
    """Runs predictions and keeps them, newest last."""

    def __init__(self, standin: Standin, sources: Sources, webhooks: Webhooks) -> None:
        self._standin, self._sources, self._webhooks = standin, sources, webhooks
        self.predictions: dict[str, Prediction] = {}
        self._slots = asyncio.Semaphore(standin.settings.workers)
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, prediction: Prediction, deadline_s: float | None) -> None:
        """Take a prediction on. ``deadline_s``: seconds until it is stopped."""
        for old in self.predictions.values():
            if old.given and old.removed(self._standin.settings.data_lifetime_s):
                old.given = {}
        self.predictions[prediction.id] = prediction
        if deadline_s is not None:
            prediction.deadline = prediction.created + timedelta(seconds=deadline_s)
            asyncio.get_running_loop().call_later(deadline_s, prediction.ask_to_stop, "deadline")
        task = asyncio.create_task(self._run(prediction))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Stop everything that runs."""
        for prediction in self.predictions.values():
            prediction.ask_to_stop("cancel")
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._webhooks.close()

    def read(self, prediction: Prediction) -> dict[str, Any]:
        """The prediction as an answer shows it; counts the readings that a held-back success waits for."""
        shown = prediction.view(self._standin.settings.data_lifetime_s)
        if prediction.reads_left:
            prediction.reads_left -= 1
            if not prediction.reads_left:
                self._succeed(prediction)
        return shown

    async def _run(self, prediction: Prediction) -> None:
        try:
            await self._live(prediction)
        except _Failed as failure:
            self._fail(prediction, str(failure))
        except _Stopped:
            self._cancel(prediction)
        except Exception:
            # Whatever breaks in an artist, the prediction ends: one that never ends would look like a slow vendor.
            log.exception("Prediction %s of %s broke.", prediction.id, prediction.model.name)
            self._fail(prediction, "An unknown error occurred. (E1000)")

    def _fail(self, prediction: Prediction, error: str) -> None:
        prediction.error = error
        prediction.logs += f"Traceback (most recent call last):\n{error}\n"
        self._end(prediction, "failed")

    async def _live(self, prediction: Prediction) -> None:
        settings, faults, model = self._standin.settings, prediction.faults, prediction.model
        pace = settings.time_scale
        usual = settings.latency_of(model.acting.kind, model.name, model.acting.typical_s)
        latency = usual.draw(self._standin.dice.draw(f"latency {model.name}"))
        if "aborted" in faults:
            self._end(prediction, "aborted")
            return
        await self._or_stop(prediction, asyncio.sleep(self._cold_start(faults) * pace))
        if "never_starts" in faults:
            await self._or_stop(prediction, asyncio.Event().wait())
        await self._or_stop(prediction, self._slots.acquire())
        try:
            if prediction.stopped.is_set():
                raise _Stopped
            prediction.status, prediction.started = "processing", datetime.now(UTC)
            prediction.metrics = {"predict_time": latency}
            self._webhooks.tell(prediction, "start")
            await self._work(prediction, latency)
        finally:
            self._slots.release()

    def _cold_start(self, faults: frozenset[str]) -> float:
        chance = self._standin.dice.draw("cold start")
        settings = self._standin.settings
        cold = "cold_start" in faults or chance.random() < settings.cold_start_probability
        return settings.cold_start.draw(chance) if cold else 0.0

    async def _work(self, prediction: Prediction, latency: float) -> None:
        begun = time.monotonic()
        task = await self._prepared(prediction)
        try:
            await self._maybe_end_early(prediction, latency)
            outcome = await self._or_stop(prediction, self._made(prediction, task))
            left = latency * self._standin.settings.time_scale - (time.monotonic() - begun)
            await self._or_stop(prediction, asyncio.sleep(max(0.0, left)))
        except _Stopped:
            self._bill_canceled(prediction, task)
            raise
        self._deliver(prediction, outcome, task)

    async def _maybe_end_early(self, prediction: Prediction, latency: float) -> None:
        """Fail, stop or hang where a fault says so. Raises _Failed, _Stopped."""
        faults = prediction.faults
        failure = next((FAILURES[name] for name in FAILURES if name in faults), None)
        if failure is not None or "canceled_by_vendor" in faults:
            await self._or_stop(prediction, asyncio.sleep(latency * self._standin.settings.time_scale / 2))
            if failure is not None:
                raise _Failed(failure)
            prediction.ask_to_stop("cancel")
        if "never_ends" in faults:
            await self._or_stop(prediction, asyncio.sleep(RUN_LIMIT_S))
        if prediction.stopped.is_set():
            raise _Stopped

    async def _prepared(self, prediction: Prediction) -> work.Task:
        seed = self._standin.dice.number(f"seed {prediction.model.name}")
        scale = self._standin.settings.picture_scale
        try:
            return await work.prepared(prediction.model, prediction.given, seed, scale, self._sources)
        except (InputUnavailable, work.ModelFailed) as error:
            raise _Failed(str(error)) from error

    async def _made(self, prediction: Prediction, task: work.Task) -> work.Outcome:
        loop = asyncio.get_running_loop()

        def progress(share: float) -> None:
            if prediction.stopped.is_set():
                raise _Stopped
            loop.call_soon_threadsafe(self._log, prediction, share)

        try:
            return await work.make(task, progress)
        except (work.ModelFailed, UnreadablePicture, DailiesError) as error:
            raise _Failed(str(error)) from error

    def _log(self, prediction: Prediction, share: float) -> None:
        step = int(share * LOG_STEPS)
        if prediction.terminal or step <= prediction.logged:
            return
        prediction.logged = step
        bar = "█" * step + " " * (LOG_STEPS - step)
        prediction.logs += f"{100 * step // LOG_STEPS:3d}%|{bar}| {step}/{LOG_STEPS}\n"
        self._webhooks.tell(prediction, "logs")

    def _deliver(self, prediction: Prediction, outcome: work.Outcome, task: work.Task) -> None:
        files, faults = list(outcome.files), prediction.faults
        quantity = dict(outcome.quantity)
        if "fewer_images" in faults and prediction.model.gives_list:
            files.pop()
            quantity["image"] = len(files)
        self._bill(prediction, quantity, task.inputs, "succeeded")
        base = self._standin.delivery_url(prediction.files, "")
        urls = [base + self._standin.deliveries.put(file.name, file.data, file.media_type, faults) for file in files]
        as_list = prediction.model.gives_list != ("other_shape" in faults)
        prediction.output = None if "no_output" in faults else urls if as_list else next(iter(urls), None)
        prediction.metrics |= _counted(prediction, quantity)
        prediction.answered.set()
        self._webhooks.tell(prediction, "output")
        if "output_while_processing" in faults and prediction.output is not None:
            prediction.reads_left = READS_BEFORE_DONE
            asyncio.get_running_loop().call_later(HELD_S, self._succeed, prediction)
        else:
            self._succeed(prediction)

    def _succeed(self, prediction: Prediction) -> None:
        prediction.reads_left = 0
        if not prediction.terminal:
            self._end(prediction, "succeeded")

    def _cancel(self, prediction: Prediction) -> None:
        free = prediction.started is None and prediction.stop == "deadline"
        self._end(prediction, "aborted" if free else "canceled")

    def _bill_canceled(self, prediction: Prediction, task: work.Task) -> None:
        """Time that ran is billed; where the output has the price, the whole output is."""
        ran = (datetime.now(UTC) - (prediction.started or prediction.created)).total_seconds()
        counted = work.expected(task)
        prediction.metrics = {"predict_time": round(ran, 6), **_counted(prediction, counted)}
        self._bill(prediction, counted, task.inputs, "canceled while it ran")

    def _end(self, prediction: Prediction, status: Status) -> None:
        prediction.status, prediction.completed = status, datetime.now(UTC)
        took = (prediction.completed - prediction.created).total_seconds()
        if prediction.started is None:
            prediction.metrics = {}
        prediction.metrics["total_time"] = round(took, 6)
        prediction.answered.set()
        prediction.done.set()
        self._webhooks.tell(prediction, "completed")

    def _bill(self, prediction: Prediction, quantity: Mapping[str, float], inputs: Mapping[str, Any], why: str) -> None:
        price = price_of("replicate", prediction.model.name)
        counted = {**quantity, GPU_SECOND: prediction.metrics["predict_time"]}
        billed = {unit: amount for unit, amount in counted.items() if unit in price.units}
        micros = price.micros(billed, inputs)
        self._standin.bill.add("replicate", prediction.model.name, prediction.id, billed, micros, why)

    async def _or_stop(self, prediction: Prediction, doing: Awaitable[Any]) -> Any:
        """The result, or _Stopped as soon as the prediction is asked to stop."""
        task = asyncio.ensure_future(doing)
        stop = asyncio.create_task(prediction.stopped.wait())
        try:
            await asyncio.wait([task, stop], return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            task.cancel()
            await asyncio.wait([task])
            if not task.cancelled():
                task.exception()
            raise _Stopped
        finally:
            stop.cancel()
            if not task.done():
                task.cancel()


def _counted(prediction: Prediction, quantity: Mapping[str, float]) -> dict[str, float]:
    """The quantities under the names that ``metrics`` gives them."""
    names = {"image": "image_count", "second": "video_output_duration_seconds", "character": "character_count"}
    if prediction.model.acting.kind == "speech":
        names["second"] = "audio_output_duration_seconds"
    named = {names.get(unit, unit): amount for unit, amount in quantity.items()}
    if "megapixel" in named:
        named["megapixel_count"] = named.pop("megapixel")
    return {name: amount for name, amount in named.items() if name != "video"}
