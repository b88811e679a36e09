//! Where a dialled string goes. A pure function, so the agent that routes a call and the server that is asked
//! "where would this call go?" cannot disagree.

use cordboard_types::LineId;

use crate::config::{Line, SiteConfig};

/// Where a call goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route<'a> {
    /// An emergency call. Decided before anything else looks at the call: no lock, no limit, no missing
    /// registration and no disabled line stops it (design, *Emergency calls*).
    Emergency {
        /// The number of the country's list that was dialled.
        number: &'a str,
    },
    /// A line of this site. Every contact it has registered rings.
    Line(&'a Line),
}

/// How far a call reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// An emergency call.
    Emergency,
    /// Within the site.
    Internal,
    /// To or from the outside world.
    External,
}

impl Route<'_> {
    /// How far it reaches.
    #[must_use]
    pub fn reach(&self) -> Reach {
        match self {
            Self::Emergency { .. } => Reach::Emergency,
            Self::Line(_) => Reach::Internal,
        }
    }
}

/// Whether the site may place or take a call that reaches so far.
///
/// # Errors
/// [`Unroutable::Locked`] for the outside world while only internal calls are allowed; never for an emergency call.
pub fn permitted(config: &SiteConfig, reach: Reach) -> Result<(), Unroutable> {
    match reach {
        Reach::External if config.internal_only => Err(Unroutable::Locked),
        Reach::Emergency | Reach::Internal | Reach::External => Ok(()),
    }
}

/// Why a call goes nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unroutable {
    /// The caller's line may not call: it is disabled or gone.
    #[error("the caller's line may not place calls")]
    CallerBarred,
    /// No line has this number.
    #[error("no line has this number")]
    UnknownNumber,
    /// The caller dialled the own number.
    #[error("a line cannot call itself")]
    OwnLine,
    /// Only internal and emergency calls are allowed at the moment.
    #[error("only internal and emergency calls are allowed")]
    Locked,
    /// The line exists and is disabled.
    #[error("the called line is disabled")]
    LineDisabled,
}

/// Decides where `dialled`, the user part of the Request-URI as sent, goes when `caller` dials it; `caller` is
/// none for somebody who could not be identified.
///
/// # Errors
/// [`Unroutable`], never for an emergency number.
pub fn route<'a>(
    config: &'a SiteConfig,
    caller: Option<LineId>,
    dialled: &str,
) -> Result<Route<'a>, Unroutable> {
    let route = find(config, caller, dialled)?;
    permitted(config, route.reach())?;
    Ok(route)
}

fn find<'a>(config: &'a SiteConfig, caller: Option<LineId>, dialled: &str) -> Result<Route<'a>, Unroutable> {
    let digits = normalise(dialled);
    if let Some(number) = config.emergency_numbers.iter().find(|number| **number == digits) {
        return Ok(Route::Emergency { number });
    }
    let caller = caller.and_then(|id| config.line(id)).filter(|line| line.enabled);
    let caller = caller.ok_or(Unroutable::CallerBarred)?;
    let line = config.line_of_extension(&digits).ok_or(Unroutable::UnknownNumber)?;
    if line.id == caller.id {
        return Err(Unroutable::OwnLine);
    }
    if line.enabled { Ok(Route::Line(line)) } else { Err(Unroutable::LineDisabled) }
}

/// Takes out the visual separators of RFC 3966 §5.1.1, which some phones send from their directory.
#[must_use]
pub fn normalise(dialled: &str) -> String {
    dialled.chars().filter(|c| !matches!(c, '-' | '.' | '(' | ')' | ' ')).collect()
}

#[cfg(test)]
mod tests {
    use cordboard_types::Extension;

    use super::*;

    fn line(extension: &str) -> Line {
        let extension = Extension::parse(extension).unwrap();
        Line { id: LineId::new(), extension, display_name: "A".into(), enabled: true }
    }

    fn site() -> SiteConfig {
        SiteConfig {
            realm: "site.test".into(),
            lines: vec![line("201"), line("202"), line("112")],
            emergency_numbers: vec!["112".into()],
            ..SiteConfig::default()
        }
    }

    #[test]
    fn an_extension_goes_to_its_line() {
        let site = site();
        let caller = Some(site.lines[0].id);
        assert_eq!(route(&site, caller, "202"), Ok(Route::Line(&site.lines[1])));
        assert_eq!(route(&site, caller, "2-02"), Ok(Route::Line(&site.lines[1])));
        assert_eq!(route(&site, caller, "299"), Err(Unroutable::UnknownNumber));
        assert_eq!(route(&site, caller, ""), Err(Unroutable::UnknownNumber));
        assert_eq!(route(&site, caller, "201"), Err(Unroutable::OwnLine));
        assert_eq!(route(&site, None, "202"), Err(Unroutable::CallerBarred));
    }

    #[test]
    fn a_lock_leaves_internal_and_emergency_calls() {
        let site = SiteConfig { internal_only: true, ..site() };
        assert_eq!(route(&site, Some(site.lines[0].id), "202"), Ok(Route::Line(&site.lines[1])));
        assert_eq!(permitted(&site, Reach::External), Err(Unroutable::Locked));
        assert_eq!(permitted(&site, Reach::Emergency), Ok(()));
        assert_eq!(permitted(&SiteConfig::default(), Reach::External), Ok(()));
    }

    #[test]
    fn nothing_stops_an_emergency_call() {
        let mut site = SiteConfig { internal_only: true, ..site() };
        site.lines.iter_mut().for_each(|line| line.enabled = false);
        for caller in [None, Some(site.lines[0].id), Some(LineId::new())] {
            assert_eq!(route(&site, caller, "112"), Ok(Route::Emergency { number: "112" }));
        }
        assert_eq!(route(&site, Some(site.lines[0].id), "202"), Err(Unroutable::CallerBarred));
    }

    #[test]
    fn a_disabled_line_is_not_called() {
        let mut site = site();
        site.lines[1].enabled = false;
        assert_eq!(route(&site, Some(site.lines[0].id), "202"), Err(Unroutable::LineDisabled));
    }
}
