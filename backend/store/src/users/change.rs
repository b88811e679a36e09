//! Changes of a user.

use cordboard_domain::search::sort_key;
use cordboard_types::{Email, Extension, Label, Locale, PersonId, TenantId, UserId, UserPin};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use uuid::Uuid;

use super::{KIND, Profile, User, pin};
use crate::{Notice, Result, StoreError, Subject, System, Taken, Tenant, parse::commas};

impl Tenant {
    /// Gives a user a new profile, and a new PIN where there is one.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`], [`StoreError::Taken`], [`StoreError::Reference`];
    /// [`StoreError::Predefined`] for what the administrator's user must keep.
    pub async fn change_user(
        &self,
        id: UserId,
        version: i64,
        profile: &Profile,
        new_pin: Option<&UserPin>,
    ) -> Result<()> {
        self.lock_model().await?;
        let user = self.user_at(id, version).await?;
        self.check_change(&user, profile).await?;
        self.write_profile(id, profile).await?;
        let sql = "UPDATE line SET display_name = $3, extension = $4 WHERE tenant_id = $1 AND id = $2";
        let (name, extension) = (&profile.name, &profile.extension);
        self.run(sql, vec![user.line.0.into(), name.as_str().into(), extension.as_str().into()]).await?;
        if *extension != user.profile.extension {
            self.rename_own_credentials(user.line, extension).await?;
        }
        if let Some(digits) = new_pin {
            self.put_secret(pin(id), digits.as_str()).await?;
        }
        self.change_terms(KIND, id.0, profile.terms()).await?;
        self.notify(Subject::User(id.0));
        Ok(())
    }

    async fn check_change(&self, user: &User, profile: &Profile) -> Result<()> {
        let before = &user.profile;
        if before.login.is_admin() && (!profile.login.is_admin() || !profile.hidden) {
            return Err(StoreError::Predefined);
        }
        if profile.login.is_admin() && !before.login.is_admin() {
            // Nobody becomes the administrator by a new name.
            return Err(StoreError::Taken(Taken::Login));
        }
        if let Some(person) = profile.person.filter(|person| Some(*person) != before.person) {
            self.check_person(person).await?;
        }
        let moves = profile.extension != before.extension;
        let used = self.extensions_in_use(std::slice::from_ref(&profile.extension)).await?;
        if moves && !used.is_empty() { Err(StoreError::Taken(Taken::Extension)) } else { Ok(()) }
    }

    async fn write_profile(&self, id: UserId, profile: &Profile) -> Result<()> {
        let sql = "UPDATE pbx_user SET version = version + 1, name = $3, name_key = $4, login = $5, \
            first_name = $6, last_name = $7, email = $8, locale = $9, voicemail = $10, clip_internal = $11, \
            clip_external = $12, hidden = $13, to_operator = $14, operator_extension = $15, person_id = $16 \
            WHERE tenant_id = $1 AND id = $2";
        let values = vec![
            id.0.into(),
            profile.name.as_str().into(),
            sort_key(profile.name.as_str()).into(),
            profile.login.as_str().into(),
            profile.first_name.as_ref().map(Label::to_string).into(),
            profile.last_name.as_ref().map(Label::to_string).into(),
            profile.email.as_ref().map(Email::to_string).into(),
            profile.language.map(Locale::as_str).into(),
            commas(&profile.voicemail).into(),
            commas(&profile.clip_internal).into(),
            commas(&profile.clip_external).into(),
            profile.hidden.into(),
            profile.to_operator.into(),
            profile.operator_extension.as_ref().map(Extension::to_string).into(),
            profile.person.map(|person| person.0).into(),
        ];
        self.run(sql, values).await?;
        Ok(())
    }

    /// Counts a change of something that is shown with a user.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], [`StoreError::Version`].
    pub async fn touch_user(&self, id: UserId, version: i64) -> Result<()> {
        self.user_at(id, version).await?;
        let sql = "UPDATE pbx_user SET version = version + 1 WHERE tenant_id = $1 AND id = $2";
        self.run(sql, vec![id.0.into()]).await?;
        self.notify(Subject::User(id.0));
        Ok(())
    }

    pub(super) async fn user_at(&self, id: UserId, version: i64) -> Result<User> {
        let user = self.user(id).await?;
        if user.version == version { Ok(user) } else { Err(StoreError::Version) }
    }
}

#[derive(FromQueryResult)]
struct Id {
    id: Uuid,
}

impl System {
    /// Links the users of a customer with an address, and no person yet, to the person who has shown that it is
    /// theirs; answers them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn link_users(&self, tenant: TenantId, email: &Email, person: PersonId) -> Result<Vec<UserId>> {
        let sql = "UPDATE pbx_user SET person_id = $3, version = version + 1 \
            WHERE tenant_id = $1 AND email = $2 AND person_id IS NULL RETURNING id";
        let values = [tenant.0.into(), email.as_str().into(), person.0.into()];
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        let linked: Vec<_> = Id::find_by_statement(statement).all(self.tx()).await?;
        for row in &linked {
            self.notify(Notice { tenant: Some(tenant), subject: Subject::User(row.id) });
        }
        Ok(linked.into_iter().map(|row| UserId(row.id)).collect())
    }

    /// Takes the person from users again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn unlink_users(&self, tenant: TenantId, users: &[UserId]) -> Result<()> {
        let sql =
            "UPDATE pbx_user SET person_id = NULL, version = version + 1 WHERE tenant_id = $1 AND id = $2";
        for user in users {
            let values = [tenant.0.into(), user.0.into()];
            let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
            self.tx().execute_raw(statement).await?;
        }
        Ok(())
    }
}
