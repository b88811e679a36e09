use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use cordboard_server::integrations::mail::{Mail, MailFolder, Mailer, Smtp};
use cordboard_types::Email;
use uuid::Uuid;

use super::service;

const FROM: &str = "Cordboard <noreply@example.org>";

/// A mailer and the folder its mails end in.
type Way = (Arc<dyn Mailer>, PathBuf);

/// Both mailers; the folder lives as long as the guard.
fn mailers() -> (Vec<Way>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mail");
    let mut all: Vec<Way> = vec![(Arc::new(MailFolder::open(&path, FROM).unwrap()), path)];
    if let Some(url) = service("CORDBOARD_TEST_SMTP_URL") {
        let inbox = service("CORDBOARD_TEST_SMTP_DIR").unwrap();
        all.push((Arc::new(Smtp::new(&url, FROM).unwrap()), inbox.into()));
    }
    (all, folder)
}

/// The mail in a folder whose text holds `mark`.
fn find(folder: &Path, mark: &str) -> Option<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mails = entries.filter(|path| path.extension().is_some_and(|end| end == "eml"));
    mails.map(|path| fs::read_to_string(path).unwrap()).find(|text| text.contains(mark))
}

#[tokio::test]
async fn a_mail_arrives_with_its_text() {
    let (mailers, _folder) = mailers();
    for (mailer, inbox) in mailers {
        let mark = Uuid::now_v7().to_string();
        let mail = Mail {
            to: Email::parse("someone@example.net").unwrap(),
            subject: "Störung".to_owned(),
            text: format!("A line.\n.\nA line after a single dot.\n{mark}\n"),
        };
        mailer.send(&mail).await.unwrap();
        let found = find(&inbox, &mark).expect("it arrived");
        for line in ["To: someone@example.net", "From: Cordboard <noreply@example.org>", "after a single dot"]
        {
            assert!(found.contains(line), "{line} in\n{found}");
        }
        assert!(found.contains("Subject: =?utf-8?"), "encoded as RFC 2047 wants it:\n{found}");
        assert!(found.contains("Message-ID: <") && found.contains("Date: "), "{found}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_an_error() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mailer = Smtp::new(&format!("smtp://{closed}"), FROM).unwrap();
    let to = Email::parse("someone@example.net").unwrap();
    let mail = Mail { to, subject: "x".to_owned(), text: "x".to_owned() };
    assert!(mailer.send(&mail).await.is_err());
}
