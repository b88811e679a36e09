//! A core with a site of its own for each test.

use std::{net::SocketAddr, time::Duration};

use cordboard_sip::{Core, Settings, digest::ha1};
use cordboard_telephony::{CallRecord, Credential, Fact, Line, Secret, SiteConfig, config::DigestAlgorithm};
use cordboard_types::{CredentialSetId, DeviceId, Extension, LineId};
use tokio::{sync::mpsc, time::timeout};

pub(crate) const REALM: &str = "site.test";
/// Longer than anything here takes; a test that waits this long has failed.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Pbx {
    pub(crate) core: Core,
    pub(crate) site: SiteConfig,
    facts: mpsc::Receiver<Fact>,
}

/// What a phone registers with.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) extension: String,
    pub(crate) user: String,
    pub(crate) password: String,
}

impl Pbx {
    /// A running site with these extensions, each with one credential set whose user is the extension.
    pub(crate) async fn start(extensions: &[&str]) -> Self {
        Self::with(extensions, |_| {}).await
    }

    pub(crate) async fn with(extensions: &[&str], adjust: impl FnOnce(&mut Settings)) -> Self {
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut settings = Settings::new(any, any, any.ip(), 32_000..=60_000);
        adjust(&mut settings);
        let (core, facts) = Core::start(settings).await.expect("the core starts");
        let site = SiteConfig {
            realm: REALM.into(),
            emergency_numbers: vec!["112".into()],
            ..SiteConfig::default()
        };
        let mut pbx = Self { core, site, facts };
        for extension in extensions {
            pbx.site.lines.push(Line {
                id: LineId::new(),
                extension: Extension::parse(extension).expect("an extension"),
                display_name: format!("Name of {extension}"),
                enabled: true,
            });
            pbx.add_credential(extension, extension);
        }
        pbx.apply();
        pbx
    }

    pub(crate) fn apply(&self) {
        self.core.apply(self.site.clone());
    }

    /// One more credential set of a line, for a device of its own.
    pub(crate) fn add_credential(&mut self, extension: &str, user: &str) -> Account {
        let line = self.site.line_of_extension(extension).expect("a line").id;
        self.site.credentials.push(Credential {
            id: CredentialSetId::new(),
            line,
            device: Some(DeviceId::new()),
            auth_user: user.into(),
            version: 0,
            ha1_md5: Secret::default(),
            ha1_sha256: Secret::default(),
            algorithm: DigestAlgorithm::Md5,
        });
        self.rotate(user)
    }

    /// A new password for a credential set; in force after [`Pbx::apply`].
    pub(crate) fn rotate(&mut self, user: &str) -> Account {
        let credential =
            self.site.credentials.iter_mut().find(|c| c.auth_user == user).expect("a credential");
        credential.version += 1;
        let password = format!("password-{}-of-{user}", credential.version);
        credential.ha1_md5 = Secret::new(ha1(DigestAlgorithm::Md5, user, REALM, &password));
        credential.ha1_sha256 = Secret::new(ha1(DigestAlgorithm::Sha256, user, REALM, &password));
        self.account(user)
    }

    /// The account of a credential set as it is now.
    pub(crate) fn account(&self, user: &str) -> Account {
        let credential = self.site.credential_of_user(user).expect("a credential");
        let extension = self.site.line(credential.line).expect("a line").extension.to_string();
        Account {
            extension,
            user: user.into(),
            password: format!("password-{}-of-{user}", credential.version),
        }
    }

    /// The next fact for which `pick` has an answer; others are skipped.
    pub(crate) async fn fact<T>(&mut self, what: &str, mut pick: impl FnMut(Fact) -> Option<T>) -> T {
        let mut others = Vec::new();
        let wait = async {
            loop {
                let fact = self.facts.recv().await.expect("the core runs");
                others.push(format!("{fact:?}"));
                if let Some(found) = pick(fact) {
                    return found;
                }
            }
        };
        let found = timeout(PATIENCE, wait).await;
        found.unwrap_or_else(|_| panic!("no fact came: {what}; others: {others:#?}"))
    }

    pub(crate) async fn registered(&mut self, user: &str) -> cordboard_telephony::Registration {
        let id = self.site.credential_of_user(user).expect("a credential").id;
        self.fact(user, |fact| match fact {
            Fact::Registered(registration) if registration.credential == id => Some(registration),
            _ => None,
        })
        .await
    }

    pub(crate) async fn call_ended(&mut self) -> CallRecord {
        self.fact("a call ended", |fact| match fact {
            Fact::CallEnded(record) => Some(record),
            _ => None,
        })
        .await
    }

    pub(crate) async fn call_answered(&mut self) {
        self.fact("a call was answered", |fact| matches!(fact, Fact::CallAnswered { .. }).then_some(()))
            .await;
    }

    /// Waits until no call and no dialog is left.
    pub(crate) async fn quiet(&self) {
        let wait = async {
            while self.core.calls() > 0 || self.core.dialogs() > 0 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let left = timeout(PATIENCE, wait).await;
        assert!(left.is_ok(), "left over: {} calls, {} dialogs", self.core.calls(), self.core.dialogs());
    }
}
