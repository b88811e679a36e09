//! Brand colours: read as hex or OKLCH, and moved in lightness until what is written with them can be read
//! (WCAG 2.2 §1.4.3). OKLab by B. Ottosson, <https://bottosson.github.io/posts/oklab/>.

use std::{fmt, str::FromStr};

use crate::Invalid;

/// Least contrast of text.
const TEXT: f64 = 4.5;
/// How far the lightness moves in one step.
const STEP: f64 = 0.005;

/// The look a colour is used in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// The paper on which text in the accent is hardest to read (`--paper-3` of the web UI).
    fn paper(self) -> Colour {
        match self {
            Self::Light => Colour { lightness: 0.952, chroma: 0.010, hue: 84.0 },
            Self::Dark => Colour { lightness: 0.292, chroma: 0.009, hue: 70.0 },
        }
    }

    /// What is written on the accent (`--on-accent`).
    fn on_accent(self) -> Colour {
        match self {
            Self::Light => Colour { lightness: 0.990, chroma: 0.004, hue: 215.0 },
            Self::Dark => Colour { lightness: 0.210, chroma: 0.020, hue: 218.0 },
        }
    }
}

/// A colour in OKLCH.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    /// 0 to 1.
    lightness: f64,
    /// 0 to 0.5.
    chroma: f64,
    /// Degrees.
    hue: f64,
}

/// What a brand colour becomes in a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accent {
    /// For links, borders and buttons, `#rrggbb`.
    pub accent: String,
    /// For text on a button in the accent, `#rrggbb`.
    pub on_accent: String,
}

/// The accent of a brand colour: its hue, and a lightness at which both text in it on paper and text on it are read.
#[must_use]
pub fn accent(brand: Colour, theme: Theme) -> Accent {
    let (paper, on_accent) = (theme.paper().rgb(), theme.on_accent().rgb());
    let readable = |rgb: &[u8; 3]| contrast(rgb, &paper) >= TEXT && contrast(rgb, &on_accent) >= TEXT;
    let mut colour = brand;
    while !readable(&colour.rgb()) && (0.0..=1.0).contains(&colour.lightness) {
        colour.lightness += if theme == Theme::Light { -STEP } else { STEP };
    }
    let clamped = Colour { lightness: colour.lightness.clamp(0.0, 1.0), ..colour };
    Accent { accent: hex(&clamped.rgb()), on_accent: hex(&on_accent) }
}

/// Contrast of two colours, 1 to 21 (WCAG 2.2, *contrast ratio*).
#[must_use]
pub fn contrast(one: &[u8; 3], other: &[u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

impl Colour {
    /// Reads `#rrggbb`, `#rgb` or `oklch(0.6 0.12 250)`; the lightness may be in percent.
    ///
    /// # Errors
    /// [`Invalid::Colour`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim().to_ascii_lowercase();
        let read = if let Some(digits) = text.strip_prefix('#') {
            of_hex(digits).map(|rgb| Self::of_rgb(&rgb))
        } else {
            text.strip_prefix("oklch(").and_then(|rest| rest.strip_suffix(')')).and_then(of_oklch)
        };
        read.ok_or(Invalid::Colour)
    }

    fn of_rgb(rgb: &[u8; 3]) -> Self {
        let [r, g, b] = rgb.map(linear);
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Self {
            lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            chroma: a.hypot(b),
            hue: b.atan2(a).to_degrees().rem_euclid(360.0),
        }
    }

    /// The nearest colour a screen shows: as much of the chroma as fits.
    fn rgb(self) -> [u8; 3] {
        let mut colour = Self { lightness: self.lightness.clamp(0.0, 1.0), ..self };
        for _ in 0..100 {
            let linear = colour.linear();
            if linear.iter().all(|part| (-0.0005..=1.0005).contains(part)) {
                return linear.map(encoded);
            }
            colour.chroma *= 0.95;
        }
        Self { chroma: 0.0, ..colour }.linear().map(encoded)
    }

    fn linear(self) -> [f64; 3] {
        let (sin, cos) = self.hue.to_radians().sin_cos();
        let (a, b) = (self.chroma * cos, self.chroma * sin);
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ]
    }
}

impl FromStr for Colour {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.rgb()))
    }
}

fn of_hex(digits: &str) -> Option<[u8; 3]> {
    let digits: Vec<u8> = digits.chars().map(|c| c.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
    let pair = |high: u8, low: u8| high * 16 + low;
    match *digits.as_slice() {
        [r, g, b] => Some([pair(r, r), pair(g, g), pair(b, b)]),
        [r, s, g, h, b, c] => Some([pair(r, s), pair(g, h), pair(b, c)]),
        _ => None,
    }
}

fn of_oklch(inner: &str) -> Option<Colour> {
    let mut parts = inner.split([' ', ',']).filter(|part| !part.is_empty());
    let (lightness, chroma, hue) = (parts.next()?, parts.next()?, parts.next()?);
    let lightness = match lightness.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok()? / 100.0,
        None => lightness.parse().ok()?,
    };
    let colour =
        Colour { lightness, chroma: chroma.parse().ok()?, hue: hue.trim_end_matches("deg").parse().ok()? };
    let sane = (0.0..=1.0).contains(&colour.lightness)
        && (0.0..=0.5).contains(&colour.chroma)
        && (-360.0..=360.0).contains(&colour.hue);
    (sane && parts.next().is_none()).then_some(colour)
}

fn hex([r, g, b]: &[u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn luminance(rgb: &[u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

fn encoded(part: f64) -> u8 {
    let part = part.clamp(0.0, 1.0);
    let part = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
    (0..u8::MAX).find(|byte| f64::from(*byte) + 0.5 > part * 255.0).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rgb(text: &str) -> [u8; 3] {
        of_hex(text.trim_start_matches('#')).unwrap()
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((contrast(&[0; 3], &[255; 3]) - 21.0).abs() < 1e-9);
        assert!((contrast(&rgb("777777"), &[255; 3]) - 4.48).abs() < 0.01);
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in ["", "red", "#12", "#12345g", "oklch(0.5 0.1)", "oklch(2 0.1 20)", "oklch(NaN 0 0)"] {
            assert_eq!(Colour::parse(text), Err(Invalid::Colour), "{text}");
        }
    }

    #[test]
    fn a_readable_colour_stays_as_it_is() {
        let brand = Colour::parse("#0b5563").unwrap();
        assert_eq!(accent(brand, Theme::Light).accent, "#0b5563");
    }

    proptest! {
        #[test]
        fn a_colour_survives_the_way_through_oklch(r: u8, g: u8, b: u8) {
            let text = hex(&[r, g, b]);
            prop_assert_eq!(Colour::parse(&text).unwrap().to_string(), text);
        }

        #[test]
        fn every_brand_colour_can_be_read(lightness in 0.0..=1.0f64, chroma in 0.0..=0.5f64, hue in -360.0..=360.0f64) {
            let brand = Colour { lightness, chroma, hue };
            for theme in [Theme::Light, Theme::Dark] {
                let made = accent(brand, theme);
                let (accent, on) = (rgb(&made.accent), rgb(&made.on_accent));
                prop_assert!(contrast(&accent, &on) >= TEXT, "{:?} {:?}", theme, made);
                prop_assert!(contrast(&accent, &theme.paper().rgb()) >= TEXT, "{:?} {:?}", theme, made);
            }
        }
    }
}
