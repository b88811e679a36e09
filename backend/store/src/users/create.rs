//! New users, one or a hundred: the same statements.

use std::collections::HashSet;

use cordboard_domain::search::sort_key;
use cordboard_types::{Extension, LimitName, LineId, Login, SiteId, UserId, UserPin};
use sea_orm::{ActiveValue::Set, EntityTrait, FromQueryResult};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{KIND, Profile, pin};
use crate::{
    Result, StoreError, Subject, Taken, Tenant,
    entity::{line, pbx_user},
    parse::commas,
    query::places,
    secrets::KeptSecret,
};

/// The PIN of a new user.
#[derive(Debug, Clone)]
pub enum NewPin {
    /// Somebody chose it.
    Chosen(UserPin),
    /// It was sealed to this user before.
    Kept(KeptSecret),
    /// Nobody knows it: it is set anew before it is used.
    Random,
}

/// What a new user needs.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// Id to be.
    pub id: UserId,
    /// What a person says of the user.
    pub profile: Profile,
    /// The site.
    pub site: SiteId,
    /// The PIN.
    pub pin: NewPin,
}

#[derive(FromQueryResult)]
struct Text {
    text: String,
}

impl Tenant {
    /// Adds a user with a line and the line's own credential set.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for an extension or a login id in use, [`StoreError::Reference`] for an unknown site or
    /// person.
    pub async fn create_user(&self, new: &NewUser) -> Result<(UserId, LineId)> {
        let lines = self.create_users(std::slice::from_ref(new)).await?;
        Ok((new.id, *lines.first().ok_or(StoreError::Corrupt("line"))?))
    }

    /// Adds users, all or none; answers their lines in the same order. For some hundreds at a time.
    ///
    /// # Errors
    /// As for one.
    pub async fn create_users(&self, new: &[NewUser]) -> Result<Vec<LineId>> {
        self.check_limit(LimitName::Users, u32::try_from(new.len()).unwrap_or(u32::MAX)).await?;
        self.check_references(new).await?;
        let lines: Vec<_> = new.iter().map(|_| LineId::new()).collect();
        let rows = new.iter().map(|new| self.user_row(new));
        pbx_user::Entity::insert_many(rows).exec_without_returning(self.tx()).await?;
        let rows = new.iter().zip(&lines).map(|(new, line)| self.line_row(new, *line));
        line::Entity::insert_many(rows).exec_without_returning(self.tx()).await?;
        let own: Vec<_> = new.iter().zip(&lines).map(|(new, line)| (*line, &new.profile.extension)).collect();
        self.create_own_sets(&own).await?;
        self.keep_pins(new).await?;
        let terms: Vec<_> = new.iter().map(|new| (new.id.0, new.profile.terms())).collect();
        self.add_terms(KIND, &terms).await?;
        for admin in new.iter().filter(|new| new.profile.login.is_admin()) {
            self.admit_admin(admin.id).await?;
        }
        if let Some(first) = new.first() {
            self.notify(Subject::User(first.id.0));
        }
        Ok(lines)
    }

    async fn check_references(&self, new: &[NewUser]) -> Result<()> {
        let sites: HashSet<_> = new.iter().map(|new| new.site).collect();
        for site in sites {
            self.site(site).await.map_err(|error| error.referring("/site"))?;
        }
        for person in new.iter().filter_map(|new| new.profile.person) {
            self.check_person(person).await?;
        }
        let extensions: Vec<_> = new.iter().map(|new| new.profile.extension.clone()).collect();
        let sql = "SELECT extension AS text FROM hunt_group WHERE tenant_id = $1 AND extension IN";
        if self.among(sql, &extensions).await?.is_empty() {
            Ok(())
        } else {
            Err(StoreError::Taken(Taken::Extension))
        }
    }

    fn user_row(&self, new: &NewUser) -> pbx_user::ActiveModel {
        let Profile { login, name, first_name, last_name, email, language, .. } = &new.profile;
        pbx_user::ActiveModel {
            tenant_id: Set(self.id().0),
            id: Set(new.id.0),
            site_id: Set(new.site.0),
            name: Set(name.to_string()),
            person_id: Set(new.profile.person.map(|person| person.0)),
            created_at: Set(self.now().0),
            version: Set(1),
            login: Set(login.to_string()),
            name_key: Set(sort_key(name.as_str())),
            first_name: Set(first_name.as_ref().map(ToString::to_string)),
            last_name: Set(last_name.as_ref().map(ToString::to_string)),
            email: Set(email.as_ref().map(ToString::to_string)),
            locale: Set(language.map(|locale| locale.as_str().to_owned())),
            voicemail: Set(commas(&new.profile.voicemail)),
            clip_internal: Set(commas(&new.profile.clip_internal)),
            clip_external: Set(commas(&new.profile.clip_external)),
            hidden: Set(new.profile.hidden || login.is_admin()),
            to_operator: Set(new.profile.to_operator),
            operator_extension: Set(new.profile.operator_extension.as_ref().map(ToString::to_string)),
        }
    }

    fn line_row(&self, new: &NewUser, id: LineId) -> line::ActiveModel {
        line::ActiveModel {
            tenant_id: Set(self.id().0),
            id: Set(id.0),
            user_id: Set(new.id.0),
            site_id: Set(new.site.0),
            extension: Set(new.profile.extension.to_string()),
            display_name: Set(new.profile.name.to_string()),
        }
    }

    async fn keep_pins(&self, new: &[NewUser]) -> Result<()> {
        let (mut fresh, mut kept) = (Vec::new(), Vec::new());
        for user in new {
            let which = pin(user.id);
            match &user.pin {
                NewPin::Chosen(digits) => fresh.push((which, Zeroizing::new(digits.as_str().to_owned()))),
                NewPin::Random => fresh.push((which, self.open.store.sealer.user_pin()?)),
                NewPin::Kept(sealed) => kept.push((which, sealed.clone())),
            }
        }
        self.put_new_secrets(&fresh).await?;
        self.put_kept_secrets(&kept).await
    }

    /// Those of `logins` that are in use.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn logins_in_use(&self, logins: &[Login]) -> Result<HashSet<String>> {
        self.among("SELECT login AS text FROM pbx_user WHERE tenant_id = $1 AND login IN", logins).await
    }

    /// Those of `extensions` that are in use, by users or by groups: they share one number space.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn extensions_in_use(&self, extensions: &[Extension]) -> Result<HashSet<String>> {
        let sql = "SELECT extension AS text FROM line WHERE tenant_id = $1 AND extension IN";
        let mut used = self.among(sql, extensions).await?;
        let sql = "SELECT extension AS text FROM hunt_group WHERE tenant_id = $1 AND extension IN";
        used.extend(self.among(sql, extensions).await?);
        Ok(used)
    }

    async fn among<T: ToString>(&self, sql: &str, texts: &[T]) -> Result<HashSet<String>> {
        let mut found = HashSet::new();
        for some in texts.chunks(500) {
            let sql = format!("{sql} ({})", places(2, some.len()));
            let rows =
                self.rows::<Text>(&sql, some.iter().map(|text| text.to_string().into()).collect()).await?;
            found.extend(rows.into_iter().map(|row| row.text));
        }
        Ok(found)
    }

    /// A person may be linked who holds a role in this very customer.
    pub(super) async fn check_person(&self, person: cordboard_types::PersonId) -> Result<()> {
        #[derive(FromQueryResult)]
        struct Held {
            #[allow(dead_code, reason = "only whether there is one counts")]
            node_id: Uuid,
        }
        let sql = "SELECT node_id FROM membership WHERE node_id = $1 AND person_id = $2 LIMIT 1";
        let held = self.rows::<Held>(sql, vec![person.0.into()]).await?;
        if held.is_empty() { Err(StoreError::Reference("/person")) } else { Ok(()) }
    }
}
