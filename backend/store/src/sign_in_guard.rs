//! Failures to sign in, by what was tried: whoever guesses waits longer each time.

use cordboard_types::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use crate::{Result, System, entity::sign_in_guard};

/// Failures that are forgiven before waiting begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Failures without consequence.
    pub free: u32,
    /// Milliseconds of the first wait; each further failure doubles it.
    pub first_wait: i64,
    /// Longest wait in milliseconds.
    pub longest: i64,
}

impl Patience {
    /// Milliseconds to wait after so many failures.
    #[must_use]
    pub fn wait(self, failures: u32) -> i64 {
        match failures.checked_sub(self.free.max(1)) {
            None => 0,
            Some(beyond) => {
                let doubled = self.first_wait.checked_shl(beyond.min(30)).unwrap_or(self.longest);
                doubled.clamp(0, self.longest)
            }
        }
    }
}

impl System {
    /// Until when none of `subjects` (hashes) may be tried; the past when all may.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sign_in_blocked_until(&self, subjects: &[Vec<u8>]) -> Result<Timestamp> {
        let rows = self.find::<sign_in_guard::Entity>();
        let rows = rows.filter(sign_in_guard::Column::Subject.is_in(subjects.iter().cloned()));
        let latest = rows.all(self.tx()).await?.into_iter().map(|row| row.blocked_until).max();
        Ok(Timestamp(latest.unwrap_or_default()))
    }

    /// Counts a failure of one subject and sets how long it waits; answers the failures so far.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_sign_in_failure(&self, subject: &[u8], patience: Patience) -> Result<u32> {
        let now = self.now();
        let known = self.find::<sign_in_guard::Entity>().filter(sign_in_guard::Column::Subject.eq(subject));
        let before = known.one(self.tx()).await?.map_or(0, |row| row.failures);
        let failures = before.saturating_add(1);
        let count = u32::try_from(failures).unwrap_or(u32::MAX);
        let row = sign_in_guard::ActiveModel {
            subject: Set(subject.to_vec()),
            failures: Set(failures),
            blocked_until: Set(now.plus(patience.wait(count)).0),
            changed_at: Set(now.0),
        };
        use sign_in_guard::Column as C;
        let replace = OnConflict::column(C::Subject)
            .update_columns([C::Failures, C::BlockedUntil, C::ChangedAt])
            .to_owned();
        sign_in_guard::Entity::insert(row).on_conflict(replace).exec_without_returning(self.tx()).await?;
        Ok(count)
    }

    /// Forgets failures: the right password was given.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forgive_sign_ins(&self, subjects: &[Vec<u8>]) -> Result<()> {
        let rows = self.delete::<sign_in_guard::Entity>();
        rows.filter(sign_in_guard::Column::Subject.is_in(subjects.iter().cloned())).exec(self.tx()).await?;
        Ok(())
    }

    /// Removes what nobody tried since `before`; returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_sign_in_failures(&self, before: Timestamp) -> Result<u64> {
        let old = self.delete::<sign_in_guard::Entity>();
        Ok(old.filter(sign_in_guard::Column::ChangedAt.lt(before.0)).exec(self.tx()).await?.rows_affected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_beyond_the_free_ones_doubles_the_wait() {
        let patience = Patience { free: 5, first_wait: 30_000, longest: 900_000 };
        let waits: Vec<_> = [1, 4, 5, 6, 7, 10, 50, u32::MAX].map(|count| patience.wait(count) / 1000).into();
        assert_eq!(waits, [0, 0, 30, 60, 120, 900, 900, 900]);
    }
}
