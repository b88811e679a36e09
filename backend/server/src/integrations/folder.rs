//! Blobs as files: a line with the media type, then the content.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use async_trait::async_trait;
use bytes::Bytes;
use uuid::Uuid;

use super::{
    IntegrationError, Result,
    blobs::{Blob, BlobEntry, BlobKey, Blobs},
};

/// Ends every blob's file name. No key holds it, so a blob `a` and a blob `a/b` do not meet.
const END: &str = "~";

/// A folder of blobs.
#[derive(Debug, Clone)]
pub struct FolderBlobs {
    root: PathBuf,
}

impl FolderBlobs {
    /// Makes the folder when there is none.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(root: &Path) -> Result<Self> {
        fs::create_dir_all(root)?;
        Ok(Self { root: root.to_owned() })
    }

    fn path(&self, key: &BlobKey) -> PathBuf {
        self.root.join(format!("{key}{END}"))
    }
}

#[async_trait]
impl Blobs for FolderBlobs {
    async fn put(&self, key: &BlobKey, blob: Blob) -> Result<()> {
        if blob.content_type.contains('\n') {
            return Err(IntegrationError::Key);
        }
        let path = self.path(key);
        blocking(move || write(&path, &blob)).await
    }

    async fn get(&self, key: &BlobKey) -> Result<Option<Blob>> {
        let path = self.path(key);
        blocking(move || read(&path)).await
    }

    async fn delete(&self, key: &BlobKey) -> Result<()> {
        let path = self.path(key);
        blocking(move || missing_is_fine(fs::remove_file(path)).map(drop)).await
    }

    async fn list(&self, prefix: &str) -> Result<Vec<BlobEntry>> {
        let (root, prefix) = (self.root.clone(), prefix.to_owned());
        blocking(move || list(&root, &prefix)).await
    }

    async fn ping(&self) -> Result<()> {
        let root = self.root.clone();
        blocking(move || fs::metadata(root).map(drop)).await
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?;
    Ok(done?)
}

fn missing_is_fine<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes beside and renames: a reader sees the old blob or the new one.
fn write(path: &Path, blob: &Blob) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let beside = folder.join(format!(".{}", Uuid::now_v7().simple()));
    let written = write_file(&beside, blob).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        missing_is_fine(fs::remove_file(&beside))?;
    }
    written?;
    File::open(folder)?.sync_all()
}

fn write_file(path: &Path, blob: &Blob) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(blob.content_type.as_bytes())?;
    file.write_all(b"\n")?;
    file.write_all(&blob.bytes)?;
    file.sync_all()
}

fn read(path: &Path) -> io::Result<Option<Blob>> {
    let Some(content) = missing_is_fine(fs::read(path))? else { return Ok(None) };
    let content = Bytes::from(content);
    let line = content.iter().position(|byte| *byte == b'\n').ok_or_else(without_type)?;
    let content_type = String::from_utf8_lossy(&content.slice(..line)).into_owned();
    Ok(Some(Blob { content_type, bytes: content.slice(line.saturating_add(1)..) }))
}

fn without_type() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "a blob without its media type")
}

fn list(root: &Path, prefix: &str) -> io::Result<Vec<BlobEntry>> {
    let (mut found, mut folders) = (Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else if let Some(key) =
                key_of(root, &entry.path()).filter(|key| key.as_str().starts_with(prefix))
            {
                found.push(BlobEntry { key, size: size(&entry.path())? });
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The key of a file; `None` for one that is being written.
fn key_of(root: &Path, path: &Path) -> Option<BlobKey> {
    let name = path.strip_prefix(root).ok()?.to_str()?.strip_suffix(END)?;
    BlobKey::parse(name).ok()
}

fn size(path: &Path) -> io::Result<u64> {
    let mut file = File::open(path)?;
    let whole = file.metadata()?.len();
    let mut start = [0; 256];
    let read = file.read(&mut start)?;
    let line = start.iter().take(read).position(|byte| *byte == b'\n').ok_or_else(without_type)?;
    let line = u64::try_from(line).unwrap_or(u64::MAX).saturating_add(1);
    Ok(whole.saturating_sub(line))
}
