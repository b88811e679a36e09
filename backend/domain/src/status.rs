//! The exact status words of a target (design, *Status words*). Nothing else is claimed.

use cordboard_types::Timestamp;

/// What is known of a target: a device or a site's agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts<R> {
    /// When an unpublished change first touched it.
    pub changed_at: Option<Timestamp>,
    /// The newest release and when it was made.
    pub released: Option<(R, Timestamp)>,
    /// The release whose identity file went out under the steady key, and when.
    pub delivered: Option<(R, Timestamp)>,
    /// The release a registration or an agent's report showed to run, and when.
    pub confirmed: Option<(R, Timestamp)>,
    /// A failure that was reported, or an overdue delivery, and when.
    pub failed_at: Option<Timestamp>,
}

impl<R> Default for Facts<R> {
    fn default() -> Self {
        Self { changed_at: None, released: None, delivered: None, confirmed: None, failed_at: None }
    }
}

/// The status words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Changed, not published; also: never published.
    Draft,
    /// Released, not fetched.
    Pending,
    /// Fetched under the steady key.
    Delivered,
    /// Seen to run it.
    Confirmed,
    /// Reported failed, or overdue.
    Failed,
}

impl<R: PartialEq + Copy> Facts<R> {
    /// The one word for what is known, and since when.
    #[must_use]
    pub fn status(&self) -> (Status, Option<Timestamp>) {
        let Some((release, released_at)) = self.released else {
            return (Status::Draft, self.changed_at);
        };
        if self.changed_at.is_some() {
            return (Status::Draft, self.changed_at);
        }
        if let Some(at) = self.failed_at.filter(|at| *at >= released_at) {
            return (Status::Failed, Some(at));
        }
        let of_this = |seen: Option<(R, Timestamp)>| seen.filter(|(seen, _)| *seen == release);
        match (of_this(self.confirmed), of_this(self.delivered)) {
            (Some((_, at)), _) => (Status::Confirmed, Some(at)),
            (None, Some((_, at))) => (Status::Delivered, Some(at)),
            (None, None) => (Status::Pending, Some(released_at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(release: u32, time: i64) -> Option<(u32, Timestamp)> {
        Some((release, Timestamp(time)))
    }

    #[test]
    fn the_life_of_a_release() {
        let mut facts = Facts::<u32> { changed_at: Some(Timestamp(1)), ..Facts::default() };
        assert_eq!(facts.status().0, Status::Draft);
        facts = Facts { released: at(1, 2), ..Facts::default() };
        assert_eq!(facts.status(), (Status::Pending, Some(Timestamp(2))));
        facts.delivered = at(1, 3);
        assert_eq!(facts.status(), (Status::Delivered, Some(Timestamp(3))));
        facts.confirmed = at(1, 4);
        assert_eq!(facts.status(), (Status::Confirmed, Some(Timestamp(4))));
        facts.released = at(2, 5);
        assert_eq!(
            facts.status(),
            (Status::Pending, Some(Timestamp(5))),
            "an old delivery says nothing of it"
        );
        facts.changed_at = Some(Timestamp(6));
        assert_eq!(facts.status(), (Status::Draft, Some(Timestamp(6))));
    }

    #[test]
    fn a_failure_holds_until_the_next_release() {
        let facts = Facts {
            released: at(1, 5),
            delivered: at(1, 6),
            failed_at: Some(Timestamp(7)),
            ..Facts::default()
        };
        assert_eq!(facts.status().0, Status::Failed);
        assert_eq!(Facts { released: at(2, 8), ..facts }.status().0, Status::Pending);
    }
}
