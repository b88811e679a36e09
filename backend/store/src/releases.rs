//! Releases: immutable compiled configurations, each file stored once a tenant however many releases share it.

use cordboard_domain::{SecretField, SecretRef, SlottedFile};
use cordboard_types::{ReleaseId, Timestamp};
use ring::hmac;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait, FromQueryResult, Statement, sea_query::OnConflict,
};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, System, Tenant,
    audit::Actor,
    entity::{release, release_blob, release_file},
    parse,
    query::{limit, places},
    targets::Target,
};

/// Level of zstd: files are small and written once, read often.
const COMPRESSION: i32 = 9;

/// What a target's release is made of.
#[derive(Debug, Clone, Copy)]
pub struct NewRelease<'a> {
    /// What it is for.
    pub target: Target,
    /// Version of the family's catalogue that rendered it.
    pub catalogue_version: &'a str,
    /// Its files.
    pub files: &'a [SlottedFile],
}

/// What releasing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Released {
    /// The release in force.
    pub id: ReleaseId,
    /// Its number within the target, from 1.
    pub number: u32,
    /// Whether it is new: the same files make no new release.
    pub new: bool,
}

/// A release of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The release.
    pub id: ReleaseId,
    /// Its number within the target, from 1.
    pub number: u32,
    /// When it was made.
    pub at: Timestamp,
    /// Who published it.
    pub author: String,
    /// Version of the family's catalogue.
    pub catalogue_version: String,
    /// Names of its files.
    pub files: Vec<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    number: i32,
    hash: Vec<u8>,
    created_at: i64,
    author_name: String,
    catalogue_version: String,
}

#[derive(FromQueryResult)]
struct FileName {
    release_id: Uuid,
    name: String,
}

#[derive(FromQueryResult)]
struct Blob {
    bytes: Vec<u8>,
}

/// A file as it is stored: its bytes and their keyed hash.
struct Stored<'a> {
    file: &'a SlottedFile,
    json: Vec<u8>,
    hash: Vec<u8>,
}

impl Tenant {
    /// Makes a release of a target, unless its newest one holds the same files; either way nothing of the
    /// target is unpublished afterwards.
    ///
    /// # Errors
    /// When it cannot be stored.
    pub async fn release(&self, author: &Actor, new: NewRelease<'_>) -> Result<Released> {
        let key = self.hash_key().await?;
        let files = new.files.iter().map(|file| stored(&key, file)).collect::<Result<Vec<_>>>()?;
        let hash = release_hash(&key, &files);
        let newest = self.newest(new.target).await?;
        if let Some(newest) = newest.as_ref().filter(|newest| newest.hash == hash) {
            self.settle(new.target).await?;
            return Ok(Released {
                id: ReleaseId(newest.id),
                number: parse::number(newest.number)?,
                new: false,
            });
        }
        let id = ReleaseId::new();
        let number = newest.map_or(0, |newest| newest.number).saturating_add(1);
        self.insert_release(id, number, hash, author, new).await?;
        for file in files {
            self.insert_file(id, file).await?;
        }
        self.put_in_force(new.target, id, number).await?;
        self.notify(new.target.subject());
        Ok(Released { id, number: parse::number(number)?, new: true })
    }

    async fn newest(&self, target: Target) -> Result<Option<Row>> {
        let sql = "SELECT id, number, hash, created_at, author_name, catalogue_version FROM \"release\" \
            WHERE tenant_id = $1 AND target_id = $2 ORDER BY number DESC LIMIT 1";
        Ok(self.rows::<Row>(sql, vec![target.id().into()]).await?.pop())
    }

    async fn insert_release(
        &self,
        id: ReleaseId,
        number: i32,
        hash: Vec<u8>,
        author: &Actor,
        new: NewRelease<'_>,
    ) -> Result<()> {
        self.open
            .insert(release::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                target_id: Set(new.target.id()),
                number: Set(number),
                hash: Set(hash),
                catalogue_version: Set(new.catalogue_version.to_owned()),
                author_id: Set(author.id),
                author_name: Set(author.name.clone()),
                created_at: Set(self.now().0),
                pinned: Set(false),
            })
            .await
    }

    async fn insert_file(&self, release: ReleaseId, stored: Stored<'_>) -> Result<()> {
        let compressed = zstd::encode_all(stored.json.as_slice(), COMPRESSION);
        let blob = release_blob::ActiveModel {
            tenant_id: Set(self.id().0),
            hash: Set(stored.hash.clone()),
            bytes: Set(compressed.map_err(|_| StoreError::Corrupt("release file"))?),
        };
        use release_blob::Column as C;
        // Writing the row again locks it, so that pruning cannot take it away before this release refers to it.
        let keep = OnConflict::columns([C::TenantId, C::Hash]).update_column(C::Hash).to_owned();
        release_blob::Entity::insert(blob).on_conflict(keep).exec_without_returning(self.tx()).await?;
        self.open
            .insert(release_file::ActiveModel {
                tenant_id: Set(self.id().0),
                release_id: Set(release.0),
                name: Set(stored.file.name.clone()),
                content_type: Set(stored.file.content_type.clone()),
                identity: Set(stored.file.identity),
                blob_hash: Set(stored.hash),
            })
            .await
    }

    async fn put_in_force(&self, target: Target, release: ReleaseId, number: i32) -> Result<()> {
        let sql = "UPDATE target SET release_id = $3, release_number = $4, released_at = $5, changed_at = NULL, \
            failed_at = NULL, failure = NULL WHERE tenant_id = $1 AND id = $2";
        let values = vec![target.id().into(), release.0.into(), number.into(), self.now().0.into()];
        self.run(sql, values).await?;
        Ok(())
    }

    async fn settle(&self, target: Target) -> Result<()> {
        let sql = "UPDATE target SET changed_at = NULL WHERE tenant_id = $1 AND id = $2";
        self.run(sql, vec![target.id().into()]).await?;
        self.notify(target.subject());
        Ok(())
    }

    /// The releases of a target, newest first, with the names of their files.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn releases(&self, target: Target, page: &PageRequest) -> Result<Paged<Release>> {
        let below = page.key::<i32>()?.unwrap_or(i32::MAX);
        let sql = "SELECT id, number, hash, created_at, author_name, catalogue_version FROM \"release\" \
            WHERE tenant_id = $1 AND target_id = $2 AND number < $3 ORDER BY number DESC LIMIT $4";
        let rows = self.rows::<Row>(sql, vec![target.id().into(), below.into(), limit(page)]).await?;
        let page = page.cut(rows, |row| row.number)?;
        let names = self.file_names(&page.items).await?;
        let items = page.items.into_iter().map(|row| read(row, &names)).collect::<Result<_>>()?;
        Ok(Paged { items, next: page.next })
    }

    async fn file_names(&self, releases: &[Row]) -> Result<Vec<FileName>> {
        if releases.is_empty() {
            return Ok(Vec::new());
        }
        let places = places(2, releases.len());
        let sql = format!(
            "SELECT release_id, name FROM release_file WHERE tenant_id = $1 AND release_id IN ({places}) \
             ORDER BY name"
        );
        self.rows(&sql, releases.iter().map(|row| row.id.into()).collect()).await
    }

    /// The files of the release in force, by name; empty before the first one.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn files_in_force(&self, target: Target) -> Result<Vec<SlottedFile>> {
        let sql = "SELECT b.bytes FROM target t \
            JOIN release_file f ON f.tenant_id = t.tenant_id AND f.release_id = t.release_id \
            JOIN release_blob b ON b.tenant_id = f.tenant_id AND b.hash = f.blob_hash \
            WHERE t.tenant_id = $1 AND t.id = $2 ORDER BY f.name";
        let blobs = self.rows::<Blob>(sql, vec![target.id().into()]).await?;
        blobs.iter().map(|blob| file(&blob.bytes)).collect()
    }

    /// The tenant's key for keyed hashes; made when it is first needed.
    pub(crate) async fn hash_key(&self) -> Result<hmac::Key> {
        let which = SecretRef { owner: self.id().0.into_bytes(), field: SecretField::HashKey };
        let text = match self.secret(which).await {
            Ok((text, _)) => text,
            Err(StoreError::NotFound) => {
                self.put_secret(which, &self.open.store.sealer.letters(52)?).await?;
                self.secret(which).await?.0
            }
            Err(error) => return Err(error),
        };
        Ok(hmac::Key::new(hmac::HMAC_SHA256, text.as_bytes()))
    }
}

impl System {
    /// Removes releases made before `before` that are neither pinned, nor in force or seen to run, nor among
    /// the newest `keep` of their target; then the files nothing refers to. Returns how many releases.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn prune_releases(&self, before: Timestamp, keep: u32) -> Result<u64> {
        let backend = self.tx().get_database_backend();
        let sql = "DELETE FROM \"release\" WHERE created_at < $1 AND NOT pinned \
            AND number <= (SELECT MAX(r.number) FROM \"release\" r \
                WHERE r.tenant_id = \"release\".tenant_id AND r.target_id = \"release\".target_id) - $2 \
            AND NOT EXISTS (SELECT 1 FROM target t WHERE t.tenant_id = \"release\".tenant_id \
                AND \"release\".id IN (t.release_id, t.delivered_release_id, t.confirmed_release_id))";
        let values = [before.0.into(), i64::from(keep).into()];
        let gone = self.tx().execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        let sql = "DELETE FROM release_blob WHERE NOT EXISTS (SELECT 1 FROM release_file f \
            WHERE f.tenant_id = release_blob.tenant_id AND f.blob_hash = release_blob.hash)";
        self.tx().execute_raw(Statement::from_string(backend, sql)).await?;
        Ok(gone.rows_affected())
    }
}

fn stored<'a>(key: &hmac::Key, file: &'a SlottedFile) -> Result<Stored<'a>> {
    let json = serde_json::to_vec(file).map_err(|_| StoreError::Corrupt("release file"))?;
    let hash = hmac::sign(key, &json).as_ref().to_vec();
    Ok(Stored { file, json, hash })
}

/// Covers every file: names are in the files' JSON, and each hash has the same length.
fn release_hash(key: &hmac::Key, files: &[Stored<'_>]) -> Vec<u8> {
    let mut hashes: Vec<_> = files.iter().map(|file| file.hash.as_slice()).collect();
    hashes.sort_unstable();
    hmac::sign(key, &hashes.concat()).as_ref().to_vec()
}

/// A stored blob back into a file.
///
/// # Errors
/// [`StoreError::Corrupt`] when it is none.
pub fn file(blob: &[u8]) -> Result<SlottedFile> {
    let json = zstd::decode_all(blob).map_err(|_| StoreError::Corrupt("release file"))?;
    serde_json::from_slice(&json).map_err(|_| StoreError::Corrupt("release file"))
}

fn read(row: Row, names: &[FileName]) -> Result<Release> {
    let files = names.iter().filter(|file| file.release_id == row.id).map(|file| file.name.clone());
    Ok(Release {
        id: ReleaseId(row.id),
        number: parse::number(row.number)?,
        at: Timestamp(row.created_at),
        author: row.author_name,
        catalogue_version: row.catalogue_version,
        files: files.collect(),
    })
}
