use std::sync::Arc;

use bytes::Bytes;
use cordboard_server::integrations::{
    blobs::{Blob, BlobKey, Blobs},
    folder::FolderBlobs,
    s3::S3Blobs,
};
use futures_util::future::join_all;
use uuid::Uuid;

use super::{service, settings};

/// Both places; the folder lives as long as the guard.
fn places() -> (Vec<Arc<dyn Blobs>>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut all: Vec<Arc<dyn Blobs>> =
        vec![Arc::new(FolderBlobs::open(&folder.path().join("blobs")).unwrap())];
    if let Some(endpoint) = service("CORDBOARD_TEST_S3_ENDPOINT") {
        let named = |name: &str| service(&format!("CORDBOARD_TEST_S3_{name}")).unwrap();
        let (region, bucket, id, secret) =
            (named("REGION"), named("BUCKET"), named("ACCESS_KEY"), named("SECRET_KEY"));
        let options = ["--s3-region", &region, "--s3-bucket", &bucket, "--s3-access-key-id", &id];
        let options = [options.as_slice(), &["--s3-secret-access-key", &secret]].concat();
        all.push(Arc::new(S3Blobs::new(&endpoint, &settings(folder.path(), &options)).unwrap()));
    }
    (all, folder)
}

fn key(root: Uuid, rest: &str) -> BlobKey {
    BlobKey::parse(&format!("{root}/{rest}")).unwrap()
}

fn blob(content: &[u8]) -> Blob {
    Blob { content_type: "application/octet-stream".to_owned(), bytes: Bytes::copy_from_slice(content) }
}

#[tokio::test]
async fn a_blob_comes_back_as_it_went() {
    let (places, _folder) = places();
    for place in places {
        place.ping().await.unwrap();
        let key = key(Uuid::now_v7(), "firmware/phone.bin");
        assert_eq!(place.get(&key).await.unwrap(), None);
        let content: Vec<u8> = (0..=255).cycle().take(300_000).collect();
        let first = Blob { content_type: "audio/wav".to_owned(), ..blob(&content) };
        place.put(&key, first.clone()).await.unwrap();
        assert_eq!(place.get(&key).await.unwrap(), Some(first));
        place.put(&key, blob(b"")).await.unwrap();
        assert_eq!(place.get(&key).await.unwrap(), Some(blob(b"")), "replaced, and empty is not missing");
        place.delete(&key).await.unwrap();
        place.delete(&key).await.unwrap();
        assert_eq!(place.get(&key).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_listing_has_sizes_and_keeps_to_its_prefix() {
    let (places, _folder) = places();
    for place in places {
        let root = Uuid::now_v7();
        for (rest, content) in [("a", "1"), ("a/b", "22"), ("a/b/c", "333"), ("b/a", "4444")] {
            place.put(&key(root, rest), blob(content.as_bytes())).await.unwrap();
        }
        let list = async |prefix: &str| -> Vec<(String, u64)> {
            let entries = place.list(&format!("{root}/{prefix}")).await.unwrap();
            let rest = |key: &BlobKey| key.as_str().split_once('/').unwrap().1.to_owned();
            entries.iter().map(|entry| (rest(&entry.key), entry.size)).collect()
        };
        let all =
            [("a", 1), ("a/b", 2), ("a/b/c", 3), ("b/a", 4)].map(|(name, size)| (name.to_owned(), size));
        assert_eq!(list("").await, all);
        assert_eq!(list("a/").await, all[1..3]);
        assert_eq!(list("nothing").await, []);
    }
}

#[tokio::test]
async fn a_reader_sees_one_whole_blob_of_many_writers() {
    let (places, _folder) = places();
    for place in places {
        let key = key(Uuid::now_v7(), "contested");
        let writes = (0..8_u8).map(|number| place.put(&key, blob(&vec![number; 20_000])));
        join_all(writes).await.into_iter().for_each(Result::unwrap);
        let found = place.get(&key).await.unwrap().unwrap().bytes;
        assert_eq!(found.len(), 20_000);
        assert!(found.iter().all(|byte| *byte == found[0]), "bytes of one writer only");
        assert_eq!(place.list(&key.to_string()).await.unwrap().len(), 1, "nothing unfinished is left");
    }
}
