"""Lines said by the vendor, as WAV."""

from __future__ import annotations

import wave
from dataclasses import replace
from pathlib import Path

import pytest

from dailies.adapters.models.loader import load_registry
from dailies.adapters.providers.replicate import ReplicateClient, ReplicateNarrator
from dailies.domain.errors import InvalidInput, ProviderError
from dailies.domain.registry import Model
from dailies.ports import SpeechRequest
from dailies.standin.server import StandinHandle
from tests.adapters.providers.replicate.studio import OpenGate, quiet
from tests.support.journal import MemoryJournal

REGISTRY = load_registry()
ROWS = [model for model in REGISTRY.of_kind("speech") if REGISTRY.vendor(model.vendor).dialect == "replicate"]
LINE = "The harbour wakes before the sun."


@pytest.mark.parametrize("sound", ["wav", "mp3", "flac", "ogg_opus"])
async def test_any_format_comes_out_as_wav(
    sound: str,
    standin: StandinHandle,
    client: ReplicateClient,
    journal: MemoryJournal,
    gate: OpenGate,
    tmp_path: Path,
) -> None:
    row = replace(ROWS[0], fixed={"audio_format": sound})
    before, output = standin.billed_micros(), tmp_path / "line.wav"
    result = await ReplicateNarrator(row, client, journal, gate).say(SpeechRequest(LINE, output), quiet)
    with wave.open(str(output)) as opened:
        assert (opened.getsampwidth(), opened.getcomptype()) == (2, "NONE")
        assert opened.getnframes() / opened.getframerate() == pytest.approx(result.seconds, abs=0.01)
    assert 0.5 < result.seconds < 10
    assert result.cost == journal.cost == standin.billed_micros() - before > 0


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
async def test_voice_and_speed_are_the_rows_fields(
    row: Model,
    standin: StandinHandle,
    client: ReplicateClient,
    journal: MemoryJournal,
    gate: OpenGate,
    tmp_path: Path,
) -> None:
    request = SpeechRequest(LINE, tmp_path / "line.wav", voice="Ashley", speed=1.25)
    await ReplicateNarrator(row, client, journal, gate).say(request, quiet)
    sent = standin.predictions()[-1]["input"]
    assert sent[row.inputs["voice"]] == "Ashley"
    assert sent[row.inputs["speed"]] == 1.25


async def test_a_speed_the_model_has_not_is_refused(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInput):
        await ReplicateNarrator(ROWS[0], client, journal, gate).say(
            SpeechRequest(LINE, tmp_path / "line.wav", speed=2.0), quiet
        )
    assert standin.requests() == ()


async def test_a_page_instead_of_sound(
    standin: StandinHandle, client: ReplicateClient, journal: MemoryJournal, gate: OpenGate, tmp_path: Path
) -> None:
    standin.fault("not_an_image", path="/predictions", model=ROWS[0].name)
    with pytest.raises(ProviderError) as caught:
        await ReplicateNarrator(ROWS[0], client, journal, gate).say(SpeechRequest(LINE, tmp_path / "l.wav"), quiet)
    assert (caught.value.code, caught.value.charged) == ("vendor_answer_bad", True)
