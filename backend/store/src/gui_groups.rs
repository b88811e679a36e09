//! GUI groups: sets of web modules.

use cordboard_types::{GuiGroupId, GuiStandard, Label, Module, Modules, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder};

use crate::{Result, StoreError, Subject, Tenant, entity::gui_group, parse};

/// A GUI group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuiGroup {
    /// Its id.
    pub id: GuiGroupId,
    /// Its name.
    pub name: Label,
    /// Which of the predefined ones it is.
    pub standard: Option<GuiStandard>,
    /// What it shows.
    pub modules: Modules,
    /// When it was created.
    pub created_at: Timestamp,
    /// Version for `If-Match`.
    pub version: i64,
}

impl Tenant {
    /// The GUI groups by name. A customer has few: no pages.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn gui_groups(&self) -> Result<Vec<GuiGroup>> {
        let rows = self.find::<gui_group::Entity>().order_by_asc(gui_group::Column::Name);
        rows.all(self.tx()).await?.iter().map(read).collect()
    }

    /// One GUI group.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn gui_group(&self, id: GuiGroupId) -> Result<GuiGroup> {
        let row =
            self.find::<gui_group::Entity>().filter(gui_group::Column::Id.eq(id.0)).one(self.tx()).await?;
        read(&row.ok_or(StoreError::NotFound)?)
    }

    /// Makes a GUI group with the modules that cannot be off.
    ///
    /// # Errors
    /// [`crate::Taken::Name`].
    pub async fn create_gui_group(&self, name: &Label) -> Result<GuiGroupId> {
        let id = GuiGroupId::new();
        self.open
            .insert(gui_group::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                name: Set(name.to_string()),
                standard: Set(None),
                modules: Set(Some(words(Modules::least()))),
                created_at: Set(self.now().0),
                version: Set(1),
            })
            .await?;
        self.notify(Subject::Group(id.0));
        Ok(id)
    }

    /// Changes name and modules.
    ///
    /// # Errors
    /// [`StoreError::Version`]; [`StoreError::Predefined`] for a new name of a predefined one; [`crate::Taken::Name`].
    pub async fn change_gui_group(
        &self,
        id: GuiGroupId,
        version: i64,
        name: &Label,
        modules: Modules,
    ) -> Result<()> {
        let before = self.gui_group(id).await?;
        if before.standard.is_some() && before.name != *name {
            return Err(StoreError::Predefined);
        }
        let changed = self
            .update::<gui_group::Entity>()
            .filter(gui_group::Column::Id.eq(id.0))
            .filter(gui_group::Column::Version.eq(version))
            .col_expr(gui_group::Column::Name, name.as_str().into())
            .col_expr(gui_group::Column::Modules, words(modules).into())
            .col_expr(gui_group::Column::Version, version.saturating_add(1).into())
            .exec(self.tx())
            .await?;
        self.notify(Subject::Group(id.0));
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Version) }
    }

    /// Removes a GUI group; groups that showed it show it no more.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`], [`StoreError::Predefined`].
    pub async fn delete_gui_group(&self, id: GuiGroupId, version: i64) -> Result<()> {
        if self.gui_group(id).await?.standard.is_some() {
            return Err(StoreError::Predefined);
        }
        let gone = self
            .delete::<gui_group::Entity>()
            .filter(gui_group::Column::Id.eq(id.0))
            .filter(gui_group::Column::Version.eq(version));
        self.notify(Subject::Group(id.0));
        if gone.exec(self.tx()).await?.rows_affected == 1 { Ok(()) } else { Err(StoreError::Version) }
    }
}

fn words(modules: Modules) -> String {
    modules.iter().map(Module::as_str).collect::<Vec<_>>().join(" ")
}

/// The modules of a row; a predefined group that nobody changed is as this program delivers it. A name this program
/// does not know is of a newer one.
pub(crate) fn modules(standard: Option<&str>, words: Option<&str>) -> Result<Modules> {
    match (words, parse::optional(standard, GuiStandard::parse, "gui group")?) {
        (Some(words), _) => Ok(words.split(' ').filter_map(|word| Module::parse(word).ok()).collect()),
        (None, Some(GuiStandard::Admin)) => Ok(Modules::of_administrators()),
        (None, Some(GuiStandard::User)) => Ok(Modules::of_users()),
        (None, None) => Ok(Modules::least()),
    }
}

fn read(row: &gui_group::Model) -> Result<GuiGroup> {
    Ok(GuiGroup {
        id: GuiGroupId(row.id),
        name: parse::label(&row.name)?,
        standard: parse::optional(row.standard.as_deref(), GuiStandard::parse, "gui group")?,
        modules: modules(row.standard.as_deref(), row.modules.as_deref())?,
        created_at: Timestamp(row.created_at),
        version: row.version,
    })
}
