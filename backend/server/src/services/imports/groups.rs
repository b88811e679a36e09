//! Groups as a file names them: pickup groups by number or name, hunt groups by extension or title.

use std::collections::BTreeSet;

use cordboard_api::imports::{MissingGroup, NamedGroupKind};
use cordboard_domain::user_csv::UserRow;
use cordboard_store::{Tenant, hunt_groups::HuntSettings};
use cordboard_types::{Extension, HuntGroupId, HuntStrategy, Label, PickupGroupId};

use super::ImportOptions;
use crate::http::error::ApiResult;

/// Most digits of what is taken for a number.
const DIGITS: usize = 9;

/// The groups there are.
#[derive(Debug, Default)]
pub(super) struct Directory {
    pickup: Vec<(PickupGroupId, u32, String)>,
    hunt: Vec<(HuntGroupId, String, String)>,
}

impl Directory {
    pub(super) async fn of(tenant: &Tenant) -> ApiResult<Self> {
        Ok(Self { pickup: tenant.pickup_directory().await?, hunt: tenant.hunt_directory().await? })
    }

    /// A pickup group by number, else by name.
    pub(super) fn pickup(&self, name: &Label) -> Option<PickupGroupId> {
        let number = number(name);
        let by_number = |(_, known, _): &&(PickupGroupId, u32, String)| Some(*known) == number;
        let by_name = |(_, _, known): &&(PickupGroupId, u32, String)| known == name.as_str();
        let found = self.pickup.iter().find(by_number).or_else(|| self.pickup.iter().find(by_name));
        found.map(|(id, _, _)| *id)
    }

    /// A hunt group by extension, else by title.
    pub(super) fn hunt(&self, name: &Label) -> Option<HuntGroupId> {
        let by_extension = |(_, known, _): &&(HuntGroupId, String, String)| known == name.as_str();
        let by_title = |(_, _, known): &&(HuntGroupId, String, String)| known == name.as_str();
        let found = self.hunt.iter().find(by_extension).or_else(|| self.hunt.iter().find(by_title));
        found.map(|(id, _, _)| *id)
    }

    /// Whether a hunt group is neither there nor to be made: one is made of an extension, not of a title.
    pub(super) fn is_out_of_reach(&self, name: &Label) -> bool {
        self.hunt(name).is_none() && Extension::parse(name.as_str()).is_err()
    }

    /// The groups some rows name that are not there.
    pub(super) fn missing<'a>(&self, rows: impl Iterator<Item = &'a UserRow>) -> Vec<MissingGroup> {
        let mut missing = BTreeSet::new();
        for row in rows {
            let pickup = row.pickup_groups.iter().filter(|name| self.pickup(name).is_none());
            let hunt = row.hunt_groups.iter().filter(|name| self.hunt(name).is_none());
            let pickup = pickup.map(|name| MissingGroup { kind: NamedGroupKind::Pickup, name: name.clone() });
            let hunt = hunt.map(|name| MissingGroup { kind: NamedGroupKind::Hunt, name: name.clone() });
            missing.extend(pickup.chain(hunt));
        }
        missing.into_iter().collect()
    }
}

fn number(name: &Label) -> Option<u32> {
    let text = name.as_str();
    let digits = text.len() <= DIGITS && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|number| *number > 0)
}

/// Makes the missing groups that are still missing, and notes which.
pub(super) async fn make(tenant: &Tenant, options: &mut ImportOptions) -> ApiResult<()> {
    for missing in options.missing.clone() {
        let directory = Directory::of(tenant).await?;
        match missing.kind {
            NamedGroupKind::Pickup if directory.pickup(&missing.name).is_none() => {
                let id = tenant.create_pickup_group(&missing.name, number(&missing.name)).await?;
                options.made_pickup.push(id);
            }
            NamedGroupKind::Hunt if directory.hunt(&missing.name).is_none() => {
                options.made_hunt.extend(hunt(tenant, &missing.name).await?);
            }
            NamedGroupKind::Pickup | NamedGroupKind::Hunt => {}
        }
    }
    Ok(())
}

/// A hunt group known by its number alone; none where a user has the number by now.
async fn hunt(tenant: &Tenant, name: &Label) -> ApiResult<Option<HuntGroupId>> {
    let Ok(extension) = Extension::parse(name.as_str()) else { return Ok(None) };
    if !tenant.extensions_in_use(std::slice::from_ref(&extension)).await?.is_empty() {
        return Ok(None);
    }
    let settings = HuntSettings {
        extension,
        title: name.clone(),
        shown_name: name.clone(),
        strategy: HuntStrategy::Linear,
        group_busy: false,
        door_intercom: false,
    };
    Ok(Some(tenant.create_hunt_group(&settings).await?))
}

/// Removes the groups an import made, where nobody is in them.
pub(super) async fn unmake(tenant: &Tenant, options: &ImportOptions) -> ApiResult<()> {
    for id in &options.made_pickup {
        if let Ok(group) = tenant.pickup_group(*id).await
            && group.members == 0
        {
            tenant.delete_pickup_group(*id, group.version).await?;
        }
    }
    for id in &options.made_hunt {
        if let Ok(group) = tenant.hunt_group(*id).await
            && group.members == 0
        {
            tenant.delete_hunt_group(*id, group.version).await?;
        }
    }
    Ok(())
}
