//! The groups that are there from a customer's first moment (003 §Vooraf gedefinieerde machtigingsgroepen).

use cordboard_types::{Feature, GrantId, GroupId, GuiGroupId, GuiStandard, Standard, TenantId};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::{
    Result,
    context::Open,
    entity::{group_grant, gui_group, user_group},
};

impl Open {
    /// Makes the predefined groups of a new customer with what they grant: group pickup within all users (P-075), the
    /// modules of administrators to Admins, those of users to all.
    pub(crate) async fn create_standard_groups(&self, tenant: TenantId) -> Result<()> {
        let groups = Standard::ALL.iter().map(|standard| (*standard, GroupId::new())).collect::<Vec<_>>();
        let guis = GuiStandard::ALL.iter().map(|standard| (*standard, GuiGroupId::new())).collect::<Vec<_>>();
        let rows = groups.iter().map(|(standard, id)| self.group_row(tenant, *standard, *id));
        user_group::Entity::insert_many(rows).exec_without_returning(&self.tx).await?;
        let rows = guis.iter().map(|(standard, id)| self.gui_row(tenant, *standard, *id));
        gui_group::Entity::insert_many(rows).exec_without_returning(&self.tx).await?;
        let group = |wanted| groups.iter().find(|(standard, _)| *standard == wanted).map(|(_, id)| *id);
        let gui = |wanted| guis.iter().find(|(standard, _)| *standard == wanted).map(|(_, id)| *id);
        let all = group(Standard::AllUsers);
        let grants = [
            row(tenant, all, Feature::GroupPickup, all, None),
            row(tenant, all, Feature::ShowGui, None, gui(GuiStandard::User)),
            row(tenant, group(Standard::Admins), Feature::ShowGui, None, gui(GuiStandard::Admin)),
        ];
        let grants = grants.into_iter().flatten();
        group_grant::Entity::insert_many(grants).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    fn group_row(&self, tenant: TenantId, standard: Standard, id: GroupId) -> user_group::ActiveModel {
        user_group::ActiveModel {
            tenant_id: Set(tenant.0),
            id: Set(id.0),
            kind: Set(standard.kind().as_str().to_owned()),
            name: Set(standard.name().to_owned()),
            standard: Set(Some(standard.as_str().to_owned())),
            created_at: Set(self.store.now().0),
            version: Set(1),
        }
    }

    fn gui_row(&self, tenant: TenantId, standard: GuiStandard, id: GuiGroupId) -> gui_group::ActiveModel {
        gui_group::ActiveModel {
            tenant_id: Set(tenant.0),
            id: Set(id.0),
            name: Set(standard.name().to_owned()),
            standard: Set(Some(standard.as_str().to_owned())),
            modules: Set(None),
            created_at: Set(self.store.now().0),
            version: Set(1),
        }
    }
}

fn row(
    tenant: TenantId,
    holder: Option<GroupId>,
    feature: Feature,
    target: Option<GroupId>,
    gui: Option<GuiGroupId>,
) -> Option<group_grant::ActiveModel> {
    Some(group_grant::ActiveModel {
        tenant_id: Set(tenant.0),
        id: Set(GrantId::new().0),
        group_id: Set(holder?.0),
        feature: Set(feature.as_str().to_owned()),
        target_group_id: Set(target.map(|id| id.0)),
        gui_group_id: Set(gui.map(|id| id.0)),
    })
}
