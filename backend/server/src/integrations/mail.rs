//! Mail to people: through an SMTP server, or as files in a folder.

use std::{fmt::Debug, fs, path::Path};

use async_trait::async_trait;
use cordboard_types::Email;
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};

use super::{IntegrationError, Result};

/// A mail of plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Who gets it.
    pub to: Email,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// Sends mail.
#[async_trait]
pub trait Mailer: Debug + Send + Sync {
    /// Hands a mail over.
    ///
    /// # Errors
    /// When it was not taken.
    async fn send(&self, mail: &Mail) -> Result<()>;
}

/// Through an SMTP server.
#[derive(Debug)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// A server `smtp://[user:password@]host:port`, `smtps://…`, or `smtp://…?tls=required`.
    ///
    /// # Errors
    /// When address or sender are malformed.
    pub fn new(url: &str, from: &str) -> Result<Self> {
        let malformed = |_| IntegrationError::Setting("CORDBOARD_SMTP_URL", "malformed".to_owned());
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(malformed)?.build();
        Ok(Self { transport, from: sender(from)? })
    }
}

#[async_trait]
impl Mailer for Smtp {
    async fn send(&self, mail: &Mail) -> Result<()> {
        self.transport.send(message(&self.from, mail)?).await.map_err(failed)?;
        Ok(())
    }
}

/// One `.eml` file a mail.
#[derive(Debug)]
pub struct MailFolder {
    transport: AsyncFileTransport<Tokio1Executor>,
    from: Mailbox,
}

impl MailFolder {
    /// Makes the folder when there is none.
    ///
    /// # Errors
    /// When it cannot be made or the sender is malformed.
    pub fn open(folder: &Path, from: &str) -> Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { transport: AsyncFileTransport::new(folder), from: sender(from)? })
    }
}

#[async_trait]
impl Mailer for MailFolder {
    async fn send(&self, mail: &Mail) -> Result<()> {
        self.transport.send(message(&self.from, mail)?).await.map_err(failed)?;
        Ok(())
    }
}

fn sender(text: &str) -> Result<Mailbox> {
    text.parse().map_err(|_| IntegrationError::Setting("CORDBOARD_MAIL_FROM", "no mail address".to_owned()))
}

fn message(from: &Mailbox, mail: &Mail) -> Result<Message> {
    Message::builder()
        .from(from.clone())
        .to(mail.to.as_str().parse().map_err(failed)?)
        .subject(&mail.subject)
        .message_id(None)
        .header(ContentType::TEXT_PLAIN)
        .body(mail.text.clone())
        .map_err(failed)
}

fn failed(error: impl std::fmt::Display) -> IntegrationError {
    IntegrationError::Mail(error.to_string())
}
