//! Every setting of the server, with its environment variable and its default.

use std::{net::SocketAddr, path::PathBuf};

use clap::Args;

/// Settings of `cordboard serve`; `cordboard demo` changes a few defaults.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// Folder for the embedded database, blobs, certificates and mail in development.
    #[arg(long, env = "CORDBOARD_DATA_DIR", default_value = "var")]
    pub data_dir: PathBuf,

    /// `sqlite://<path>` or `postgres://<user>:<password>@<host>/<database>`; without it a file in the data folder.
    #[arg(long, env = "CORDBOARD_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,

    /// Address of the web UI and API.
    #[arg(long, env = "CORDBOARD_WEB_LISTEN", default_value = "127.0.0.1:8080")]
    pub web_listen: SocketAddr,

    /// Address phones load their configuration from (HTTPS).
    #[arg(long, env = "CORDBOARD_PROVISIONING_LISTEN", default_value = "127.0.0.1:8448")]
    pub provisioning_listen: SocketAddr,

    /// Address agents connect to (HTTPS).
    #[arg(long, env = "CORDBOARD_AGENTS_LISTEN", default_value = "127.0.0.1:8450")]
    pub agents_listen: SocketAddr,

    /// Address of the metrics for Prometheus.
    #[arg(long, env = "CORDBOARD_METRICS_LISTEN", default_value = "127.0.0.1:9090")]
    pub metrics_listen: SocketAddr,

    /// Address of the web UI as people type it; without it `http://<web listen>`.
    #[arg(long, env = "CORDBOARD_PUBLIC_URL")]
    pub public_url: Option<String>,

    /// Address of the provisioning listener as phones reach it; without it `https://<provisioning listen>`.
    #[arg(long, env = "CORDBOARD_PROVISIONING_URL")]
    pub provisioning_url: Option<String>,

    /// Address of the agents' listener as agents reach it; without it `https://<agents listen>`.
    #[arg(long, env = "CORDBOARD_AGENTS_URL")]
    pub agents_url: Option<String>,

    /// Folder of the built web UI.
    #[arg(long, env = "CORDBOARD_UI_DIR", default_value = "dist")]
    pub ui_dir: PathBuf,

    /// File with the master keys; without it `master-keys.json` in the data folder.
    #[arg(long, env = "CORDBOARD_MASTER_KEY_FILE")]
    pub master_key_file: Option<PathBuf>,

    /// Certificate chains for the HTTPS listeners (PEM), ECDSA and RSA side by side; without any, certificates
    /// of an own CA in the data folder.
    #[arg(long, env = "CORDBOARD_TLS_CERT_FILES", value_delimiter = ',')]
    pub tls_cert_files: Vec<PathBuf>,

    /// Private keys of those certificates (PEM), in the same order.
    #[arg(long, env = "CORDBOARD_TLS_KEY_FILES", value_delimiter = ',')]
    pub tls_key_files: Vec<PathBuf>,

    /// Networks whose `X-Forwarded-For` counts on the web listener, e.g. `10.0.0.0/8`; none unless named.
    #[arg(long, env = "CORDBOARD_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<String>,

    /// Bytes of rendered files kept in memory.
    #[arg(long, env = "CORDBOARD_RENDER_CACHE_BYTES", default_value_t = 64 * 1024 * 1024)]
    pub render_cache_bytes: usize,

    /// Unknown access keys an address may try in a minute before it is answered 429.
    #[arg(long, env = "CORDBOARD_UNKNOWN_KEYS_PER_MINUTE", default_value_t = 120)]
    pub unknown_keys_per_minute: u32,

    /// Redis for cache, rate limits and the change bus of several replicas; without it in-process.
    #[arg(long, env = "CORDBOARD_REDIS_URL", hide_env_values = true)]
    pub redis_url: Option<String>,

    /// S3 endpoint for blobs; without it a folder.
    #[arg(long, env = "CORDBOARD_S3_ENDPOINT")]
    pub s3_endpoint: Option<String>,

    /// S3 region.
    #[arg(long, env = "CORDBOARD_S3_REGION", default_value = "us-east-1")]
    pub s3_region: String,

    /// S3 bucket.
    #[arg(long, env = "CORDBOARD_S3_BUCKET", default_value = "cordboard")]
    pub s3_bucket: String,

    /// S3 access key id.
    #[arg(long, env = "CORDBOARD_S3_ACCESS_KEY_ID", hide_env_values = true)]
    pub s3_access_key_id: Option<String>,

    /// S3 secret access key.
    #[arg(long, env = "CORDBOARD_S3_SECRET_ACCESS_KEY", hide_env_values = true)]
    pub s3_secret_access_key: Option<String>,

    /// `smtp://` or `smtps://` server for mail; without it mails are files in the data folder.
    #[arg(long, env = "CORDBOARD_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// Sender of mails.
    #[arg(long, env = "CORDBOARD_MAIL_FROM", default_value = "cordboard@localhost")]
    pub mail_from: String,

    /// Requests of the API that read, which a session, a token or an address may make in a minute for one customer.
    #[arg(long, env = "CORDBOARD_READS_PER_MINUTE", default_value_t = 3000)]
    pub reads_per_minute: u32,

    /// The same for requests that write.
    #[arg(long, env = "CORDBOARD_WRITES_PER_MINUTE", default_value_t = 600)]
    pub writes_per_minute: u32,

    /// Minutes a browser session may be idle before it ends.
    #[arg(long, env = "CORDBOARD_SESSION_IDLE_MINUTES", default_value_t = 480)]
    pub session_idle_minutes: u32,

    /// Days rows of the audit log are kept; older ones go, up to a signed head.
    #[arg(long, env = "CORDBOARD_AUDIT_DAYS", default_value_t = 3650, value_parser = clap::value_parser!(u32).range(1..))]
    pub audit_days: u32,

    /// Days in which a closed customer can be opened again before it is erased.
    #[arg(long, env = "CORDBOARD_CLOSE_GRACE_DAYS", default_value_t = 30)]
    pub close_grace_days: u32,

    /// Passwords nobody may choose: one a line, as it is or as SHA-1 in hexadecimal (`…:count` is left out).
    #[arg(long, env = "CORDBOARD_BREACHED_PASSWORDS")]
    pub breached_passwords: Option<PathBuf>,

    /// What is logged, in the words of `tracing`'s filter.
    #[arg(long, env = "CORDBOARD_LOG", default_value = "info")]
    pub log: String,

    /// Form of the log: `text` or `json`.
    #[arg(long, env = "CORDBOARD_LOG_FORMAT", default_value = "text", value_parser = ["text", "json"])]
    pub log_format: String,
}

impl Settings {
    /// Milliseconds a browser session may be idle.
    #[must_use]
    pub fn session_idle_ms(&self) -> i64 {
        i64::from(self.session_idle_minutes) * 60_000
    }

    /// Milliseconds rows of the audit log are kept.
    #[must_use]
    pub fn audit_life_ms(&self) -> i64 {
        i64::from(self.audit_days) * 24 * 60 * 60 * 1000
    }

    /// Milliseconds in which a closed customer can be opened again.
    #[must_use]
    pub fn close_grace_ms(&self) -> i64 {
        i64::from(self.close_grace_days) * 24 * 60 * 60 * 1000
    }

    /// The database's address.
    #[must_use]
    pub fn database_url(&self) -> String {
        let file = || format!("sqlite://{}?mode=rwc", self.data_dir.join("cordboard.db").display());
        self.database_url.clone().unwrap_or_else(file)
    }

    /// The master key file.
    #[must_use]
    pub fn master_key_file(&self) -> PathBuf {
        self.master_key_file.clone().unwrap_or_else(|| self.data_dir.join("master-keys.json"))
    }

    /// Where people reach the UI.
    #[must_use]
    pub fn public_url(&self) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.web_listen))
    }

    /// Where phones reach the provisioning listener, no trailing slash.
    #[must_use]
    pub fn provisioning_url(&self) -> String {
        self.provisioning_url.clone().unwrap_or_else(|| format!("https://{}", self.provisioning_listen))
    }

    /// Where agents reach their listener, no trailing slash.
    #[must_use]
    pub fn agents_url(&self) -> String {
        self.agents_url.clone().unwrap_or_else(|| format!("https://{}", self.agents_listen))
    }

    /// Every listener's setting and address.
    #[must_use]
    pub fn listens(&self) -> [(&'static str, SocketAddr); 4] {
        [
            ("CORDBOARD_WEB_LISTEN", self.web_listen),
            ("CORDBOARD_PROVISIONING_LISTEN", self.provisioning_listen),
            ("CORDBOARD_AGENTS_LISTEN", self.agents_listen),
            ("CORDBOARD_METRICS_LISTEN", self.metrics_listen),
        ]
    }
}
