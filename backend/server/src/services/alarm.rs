//! Tells people by mail what cannot wait until they look.

use cordboard_messages::{Arg, Key, text};
use cordboard_store::people::Person;
use cordboard_types::{DeviceId, TenantId};

use crate::{State, integrations::mail::Mail};

/// Two addresses contest a device: who administers it is told. Goes on by itself, so that the refusal takes no
/// longer than any other.
pub fn contested(state: &State, tenant: TenantId, device: DeviceId) {
    let state = state.clone();
    tokio::spawn(async move {
        if let Err(error) = tell(&state, tenant, device).await {
            tracing::error!(%tenant, %device, %error, "people could not be told of a contested device");
        }
    });
}

async fn tell(
    state: &State,
    tenant: TenantId,
    device: DeviceId,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let context = state.store.read(tenant).await?;
    let (customer, device) = (context.customer().await?, context.device(device).await?);
    drop(context);
    let people =
        state.store.system_read("mail to administrators").await?.administrators(tenant.into()).await?;
    let url = format!("{}/customers/{tenant}/devices/{}", state.settings.public_url(), device.id);
    for person in &people {
        let mail = mail(person, customer.name.as_str(), device.name.as_str(), &url);
        // One address that is refused must not keep the others from knowing.
        if let Err(error) = state.mailer.send(&mail).await {
            tracing::error!(person = %person.id, %error, "a mail could not be sent");
        }
    }
    Ok(())
}

fn mail(person: &Person, customer: &str, device: &str, url: &str) -> Mail {
    let arguments: [(&str, Arg<'_>); 3] =
        [("customer", customer.into()), ("device", device.into()), ("url", url.into())];
    Mail {
        to: person.email.clone(),
        subject: text(person.locale, Key::MailContestedSubject, &arguments),
        text: text(person.locale, Key::MailContestedText, &arguments),
    }
}
