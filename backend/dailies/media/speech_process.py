"""Says a text with espeak-ng, in a process of its own: ``python -m dailies.media.speech_process``.

Its library is under the GPL and is only ever loaded here, where nothing else of the studio runs. Standard input: JSON
with ``text``, ``voice``, ``words_per_minute`` and ``output``, a WAV file. Standard output: JSON with ``seconds`` and
``words``, each (start in seconds, first character, length in characters).
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import sys
import wave

RETRIEVAL, POSITION_CHARACTER, UTF8, RATE_PARAMETER = 1, 1, 1, 1
EVENT_END, EVENT_WORD = 0, 1
MISSING = 3
"""Exit status where the library is not installed."""


class _Id(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    """``espeak_EVENT`` of speak_lib.h."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


def main() -> int:
    """Say what standard input asks for; 3 where espeak-ng is missing, 1 where it refuses."""
    request = json.load(sys.stdin)
    try:
        library = ctypes.CDLL(ctypes.util.find_library("espeak-ng") or "libespeak-ng.so.1")
    except OSError:
        return MISSING
    rate = library.espeak_Initialize(RETRIEVAL, 0, None, 0)
    if rate <= 0 or library.espeak_SetVoiceByName(request["voice"].encode()) != 0:
        return 1
    library.espeak_SetParameter(RATE_PARAMETER, int(request["words_per_minute"]), 0)
    samples, words = _said(library, request["text"])
    with wave.open(request["output"], "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples)
    json.dump({"seconds": len(samples) / 2 / rate, "words": words}, sys.stdout)
    return 0


def _said(library: ctypes.CDLL, text: str) -> tuple[bytes, list[tuple[float, int, int]]]:
    samples = bytearray()
    words: list[tuple[float, int, int]] = []
    kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))

    def heard(sound: ctypes._Pointer[ctypes.c_short], count: int, events: ctypes._Pointer[_Event]) -> int:
        if count > 0:
            samples.extend(ctypes.string_at(sound, count * 2))
        index = 0
        while events[index].type != EVENT_END:
            event = events[index]
            if event.type == EVENT_WORD:
                words.append((event.audio_position / 1000, event.text_position - 1, event.length))
            index += 1
        return 0

    callback = kind(heard)
    library.espeak_SetSynthCallback(callback)
    encoded = text.encode()
    library.espeak_Synth(encoded, len(encoded) + 1, 0, POSITION_CHARACTER, 0, UTF8, None, None)
    library.espeak_Synchronize()
    return bytes(samples), words


if __name__ == "__main__":
    sys.exit(main())
