"""Tones in WAV files, and how much of a sound is a tone."""

import array
import math
import wave

RATE = 8000


def write(path, hertz, seconds=30):
    """A sine tone, 8 kHz, 16 bit, mono."""
    samples = array.array(
        "h", (int(8000 * math.sin(2 * math.pi * hertz * n / RATE)) for n in range(RATE * seconds))
    )
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def read(path):
    """Samples without the first and last 0.3 s, where a call begins and ends; nothing while it is not yet a second.

    The recorder fills in the length in the header at the end, so the data is taken as far as the file goes.
    """
    data = path.read_bytes()
    start = data.find(b"data")
    if start < 0:
        return None
    raw = data[start + 8 :]
    samples = array.array("h", raw[: len(raw) // 2 * 2])
    edge = int(0.3 * RATE)
    return samples[edge:-edge] if len(samples) > RATE else None


def share(samples, hertz):
    """Which part of the sound's power is at `hertz`, 0 to 1 (Goertzel's algorithm in blocks of 50 ms)."""
    coefficient, size = 2 * math.cos(2 * math.pi * hertz / RATE), 400
    at = everything = 0.0
    for place in range(0, len(samples) - size, size):
        one = two = 0.0
        for sample in samples[place : place + size]:
            one, two = sample + coefficient * one - two, one
            everything += sample * sample
        at += (one * one + two * two - coefficient * one * two) * 2 / size
    return at / everything if everything else 0.0
