//! Tones in WAV files, and how loud a tone is in one.

use std::{f64::consts::TAU, path::Path};

const RATE: u32 = 8_000;

/// Writes `seconds` of a sine tone, 8 kHz, 16 bit, mono.
pub(crate) fn write(path: &Path, hertz: u32, seconds: u32) {
    let samples = (0..RATE * seconds).map(|n| {
        let phase = TAU * f64::from(hertz) * f64::from(n) / f64::from(RATE);
        #[allow(clippy::cast_possible_truncation, reason = "an amplitude of 8000 fits 16 bits")]
        let sample = (phase.sin() * 8_000.0) as i16;
        sample
    });
    let data: Vec<u8> = samples.flat_map(i16::to_le_bytes).collect();
    let length = u32::try_from(data.len()).expect("a short file");
    let mut file = Vec::new();
    file.extend(b"RIFF");
    file.extend((length + 36).to_le_bytes());
    file.extend(b"WAVEfmt ");
    for number in [16, 1 | 1 << 16, RATE, RATE * 2, 2 | 16 << 16] {
        file.extend(u32::to_le_bytes(number));
    }
    file.extend(b"data");
    file.extend(length.to_le_bytes());
    file.extend(data);
    std::fs::write(path, file).expect("the tone is written");
}

/// Samples of a WAV file without the first and last 0.3 s, where a call begins and ends; none while it is shorter
/// than a second.
pub(crate) fn read(path: &Path) -> Option<Vec<f64>> {
    let file = std::fs::read(path).ok()?;
    let data = file.windows(4).position(|four| four == b"data")? + 8;
    let samples: Vec<f64> =
        file[data..].chunks_exact(2).map(|two| f64::from(i16::from_le_bytes([two[0], two[1]]))).collect();
    let edge = 2_400;
    (samples.len() > 8_000).then(|| samples[edge..samples.len() - edge].to_vec())
}

/// Which part of the sound's power is at this frequency, 0 to 1 (Goertzel's algorithm, in blocks of 50 ms).
pub(crate) fn share(samples: &[f64], hertz: u32) -> f64 {
    let coefficient = 2.0 * (TAU * f64::from(hertz) / f64::from(RATE)).cos();
    let (mut at, mut all) = (0.0, 0.0);
    for block in samples.chunks_exact(400) {
        let (mut one, mut two) = (0.0, 0.0);
        for sample in block {
            (one, two) = (sample + coefficient * one - two, one);
        }
        at += (one * one + two * two - coefficient * one * two) * 2.0 / 400.0;
        all += block.iter().map(|sample| sample * sample).sum::<f64>();
    }
    if all > 0.0 { at / all } else { 0.0 }
}

#[test]
fn a_tone_is_found_at_its_frequency_only() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("tone.wav");
    write(&path, 440, 2);
    let samples = read(&path).expect("two seconds");
    assert!(share(&samples, 440) > 0.95, "{}", share(&samples, 440));
    assert!(share(&samples, 1_000) < 0.05, "{}", share(&samples, 1_000));
}
