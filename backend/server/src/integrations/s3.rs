//! Blobs in an S3 bucket, addressed by path so that it works with any S3-compatible server.

use async_trait::async_trait;
use aws_sdk_s3::{
    Client,
    config::{BehaviorVersion, Credentials, Region, timeout::TimeoutConfig},
    error::DisplayErrorContext,
    operation::get_object::GetObjectError,
    primitives::ByteStream,
};
use aws_smithy_http_client::{
    Builder,
    tls::{Provider, rustls_provider::CryptoMode},
};
use std::time::Duration;

use super::{
    IntegrationError, Result,
    blobs::{Blob, BlobEntry, BlobKey, Blobs},
};
use crate::settings::Settings;

const CONNECT: Duration = Duration::from_secs(5);
const ATTEMPT: Duration = Duration::from_secs(60);

/// A bucket.
#[derive(Debug, Clone)]
pub struct S3Blobs {
    client: Client,
    bucket: String,
}

impl S3Blobs {
    /// A bucket of the server at `endpoint`; connects when it is used.
    ///
    /// # Errors
    /// When an access key is missing.
    pub fn new(endpoint: &str, settings: &Settings) -> Result<Self> {
        let missing =
            |name: &'static str| IntegrationError::Setting(name, "needed with an S3 endpoint".to_owned());
        let id = settings.s3_access_key_id.as_ref().ok_or_else(|| missing("CORDBOARD_S3_ACCESS_KEY_ID"))?;
        let secret = settings
            .s3_secret_access_key
            .as_ref()
            .ok_or_else(|| missing("CORDBOARD_S3_SECRET_ACCESS_KEY"))?;
        let http = Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https();
        let timeouts = TimeoutConfig::builder().connect_timeout(CONNECT).operation_attempt_timeout(ATTEMPT);
        let config = aws_sdk_s3::Config::builder()
            .behavior_version(BehaviorVersion::v2026_01_12())
            .http_client(http)
            .timeout_config(timeouts.build())
            .credentials_provider(Credentials::new(id, secret, None, None, "settings"))
            .region(Region::new(settings.s3_region.clone()))
            .endpoint_url(endpoint)
            .force_path_style(true)
            .build();
        Ok(Self { client: Client::from_conf(config), bucket: settings.s3_bucket.clone() })
    }
}

fn failed(error: impl std::error::Error) -> IntegrationError {
    IntegrationError::S3(DisplayErrorContext(error).to_string())
}

#[async_trait]
impl Blobs for S3Blobs {
    async fn put(&self, key: &BlobKey, blob: Blob) -> Result<()> {
        let put = self.client.put_object().bucket(&self.bucket).key(key.as_str());
        let put = put.content_type(blob.content_type).body(ByteStream::from(blob.bytes));
        put.send().await.map_err(failed)?;
        Ok(())
    }

    async fn get(&self, key: &BlobKey) -> Result<Option<Blob>> {
        let found = match self.client.get_object().bucket(&self.bucket).key(key.as_str()).send().await {
            Ok(found) => found,
            Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => {
                return Ok(None);
            }
            Err(error) => return Err(failed(error)),
        };
        let content_type = found.content_type.unwrap_or_else(|| "application/octet-stream".to_owned());
        let bytes = found.body.collect().await.map_err(failed)?.into_bytes();
        Ok(Some(Blob { content_type, bytes }))
    }

    async fn delete(&self, key: &BlobKey) -> Result<()> {
        let delete = self.client.delete_object().bucket(&self.bucket).key(key.as_str());
        delete.send().await.map_err(failed)?;
        Ok(())
    }

    async fn list(&self, prefix: &str) -> Result<Vec<BlobEntry>> {
        let list = self.client.list_objects_v2().bucket(&self.bucket).prefix(prefix);
        let mut pages = list.into_paginator().send();
        let mut found = Vec::new();
        while let Some(page) = pages.next().await {
            for object in page.map_err(failed)?.contents.unwrap_or_default() {
                // Another program's objects may lie in the same bucket.
                let Some(Ok(key)) = object.key.as_deref().map(BlobKey::parse) else { continue };
                found.push(BlobEntry { key, size: object.size.unwrap_or(0).unsigned_abs() });
            }
        }
        found.sort();
        Ok(found)
    }

    async fn ping(&self) -> Result<()> {
        self.client.head_bucket().bucket(&self.bucket).send().await.map_err(failed)?;
        Ok(())
    }
}
