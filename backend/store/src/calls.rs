//! The call journal.

use cordboard_agent_protocol::{CallRecord, CallResult, Leg};
use cordboard_types::{CallId, SiteId, Timestamp};
use sea_orm::{ActiveValue::Set, EntityTrait, FromQueryResult, sea_query::OnConflict};
use uuid::Uuid;

use crate::{PageRequest, Paged, Result, StoreError, Subject, Tenant, entity::call_record, query::limit};

/// A call that ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The call.
    pub id: CallId,
    /// The site whose agent carried it.
    pub site: SiteId,
    /// Caller's number.
    pub from_number: String,
    /// Caller's name.
    pub from_name: String,
    /// What was dialled.
    pub to_number: String,
    /// Name of the called line, when it is one.
    pub to_name: Option<String>,
    /// When it reached the agent.
    pub started_at: Timestamp,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Timestamp,
    /// How it ended.
    pub result: CallResult,
    /// Who ended it.
    pub ended_by: Option<Leg>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    site_id: Uuid,
    from_number: String,
    from_name: String,
    to_number: String,
    to_name: Option<String>,
    started_at: i64,
    answered_at: Option<i64>,
    ended_at: i64,
    result: String,
    ended_by: Option<String>,
}

impl Tenant {
    /// Takes the record of a call; the same call again changes nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_call(&self, site: SiteId, call: &CallRecord) -> Result<()> {
        let row = call_record::ActiveModel {
            tenant_id: Set(self.id().0),
            id: Set(call.id.0),
            site_id: Set(site.0),
            from_line: Set(call.from_line.map(|line| line.0)),
            from_number: Set(call.from_number.clone()),
            from_name: Set(call.from_name.clone()),
            to_number: Set(call.to_number.clone()),
            to_line: Set(call.to_line.map(|line| line.0)),
            started_at: Set(call.started_at.0),
            answered_at: Set(call.answered_at.map(|at| at.0)),
            ended_at: Set(call.ended_at.0),
            result: Set(result_word(call.result).to_owned()),
            ended_by: Set(call.ended_by.map(|leg| leg_word(leg).to_owned())),
        };
        use call_record::Column as C;
        let keep = OnConflict::columns([C::TenantId, C::Id]).do_nothing().to_owned();
        call_record::Entity::insert(row).on_conflict(keep).exec_without_returning(self.tx()).await?;
        self.notify(Subject::Call(call.id.0));
        Ok(())
    }

    /// The journal, newest first.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn calls(&self, page: &PageRequest) -> Result<Paged<Call>> {
        let before = page.key::<(i64, Uuid)>()?.unwrap_or((i64::MAX, Uuid::max()));
        let sql = "SELECT c.id, c.site_id, c.from_number, c.from_name, c.to_number, l.display_name AS to_name, \
            c.started_at, c.answered_at, c.ended_at, c.result, c.ended_by FROM call_record c \
            LEFT JOIN line l ON l.tenant_id = c.tenant_id AND l.id = c.to_line \
            WHERE c.tenant_id = $1 AND (c.started_at, c.id) < ($2, $3) \
            ORDER BY c.started_at DESC, c.id DESC LIMIT $4";
        let rows = self.rows::<Row>(sql, vec![before.0.into(), before.1.into(), limit(page)]).await?;
        let page = page.cut(rows, |row| (row.started_at, row.id))?;
        let items = page.items.into_iter().map(read).collect::<Result<_>>()?;
        Ok(Paged { items, next: page.next })
    }
}

const RESULTS: [(CallResult, &str); 7] = [
    (CallResult::Answered, "answered"),
    (CallResult::NoAnswer, "no_answer"),
    (CallResult::Busy, "busy"),
    (CallResult::Declined, "declined"),
    (CallResult::Cancelled, "cancelled"),
    (CallResult::Unreachable, "unreachable"),
    (CallResult::Failed, "failed"),
];

const LEGS: [(Leg, &str); 3] = [(Leg::Caller, "caller"), (Leg::Callee, "callee"), (Leg::Agent, "agent")];

fn result_word(result: CallResult) -> &'static str {
    RESULTS.iter().find(|(known, _)| *known == result).map_or("failed", |(_, word)| word)
}

fn leg_word(leg: Leg) -> &'static str {
    LEGS.iter().find(|(known, _)| *known == leg).map_or("agent", |(_, word)| word)
}

fn read(row: Row) -> Result<Call> {
    let result = RESULTS.iter().find(|(_, word)| *word == row.result);
    let leg = |text: String| LEGS.iter().find(|(_, word)| *word == text).map(|(leg, _)| *leg);
    Ok(Call {
        id: CallId(row.id),
        site: SiteId(row.site_id),
        from_number: row.from_number,
        from_name: row.from_name,
        to_number: row.to_number,
        to_name: row.to_name,
        started_at: Timestamp(row.started_at),
        answered_at: row.answered_at.map(Timestamp),
        ended_at: Timestamp(row.ended_at),
        result: result.map(|(result, _)| *result).ok_or(StoreError::Corrupt("call result"))?,
        ended_by: row.ended_by.and_then(leg),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_result_and_leg_has_one_word() {
        for (result, word) in RESULTS {
            assert_eq!(result_word(result), word);
            assert_eq!(serde_json::to_value(result).unwrap(), word, "the same word as in the protocol");
        }
        for (leg, word) in LEGS {
            assert_eq!((leg_word(leg), serde_json::to_value(leg).unwrap()), (word, word.into()));
        }
    }
}
