use std::fmt;

/// A page of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Own {
    Profile,
    Sessions,
    Tokens,
}

impl Own {
    #[cfg(test)]
    pub(super) const ALL: [Self; 3] = [Self::Profile, Self::Sessions, Self::Tokens];

    /// Reads what follows `/profile`.
    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        match parts {
            [] => Some(Self::Profile),
            ["sessions"] => Some(Self::Sessions),
            ["tokens"] => Some(Self::Tokens),
            _ => None,
        }
    }
}

impl fmt::Display for Own {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Profile => "",
            Self::Sessions => "/sessions",
            Self::Tokens => "/tokens",
        })
    }
}

/// Where one comes in without being signed in. What a mail's link carries stands behind the `#`, which no server
/// and no log sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// The password is forgotten.
    Forgotten,
    /// The link of the mail that answers it.
    Reset,
    /// The link of an invitation.
    Invitation,
}

impl Door {
    #[cfg(test)]
    pub(super) const ALL: [Self; 3] = [Self::Forgotten, Self::Reset, Self::Invitation];

    pub(super) fn parse(part: &str) -> Option<Self> {
        match part {
            "password-forgotten" => Some(Self::Forgotten),
            "password-reset" => Some(Self::Reset),
            "invitation" => Some(Self::Invitation),
            _ => None,
        }
    }
}

impl fmt::Display for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Forgotten => "/password-forgotten",
            Self::Reset => "/password-reset",
            Self::Invitation => "/invitation",
        })
    }
}
