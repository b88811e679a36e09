//! The compilers: from what a customer configured to the documents targets get. Pure, so the same model
//! always gives the same bytes.

mod device;

pub use device::{AccountModel, DeviceModel, HandsetModel, SiteRegion, device_document, display_locale};

use cordboard_agent_protocol::{Line as DocumentLine, LineCredential, SiteDocument};
use cordboard_types::{Country, CredentialSetId, DeviceId, Extension, Label, LineId, SiteId, TenantId};

/// The emergency numbers of a country, in order; `112` where the country is not one of ours.
#[must_use]
pub fn emergency_numbers(country: &str) -> Vec<String> {
    let numbers = Country::find(country).map_or(&["112"][..], |country| country.emergency_numbers);
    numbers.iter().map(|number| (*number).to_owned()).collect()
}

/// What a site's document is made of.
#[derive(Debug, Clone)]
pub struct SiteModel {
    /// The customer.
    pub tenant: TenantId,
    /// The site.
    pub site: SiteId,
    /// Digest realm.
    pub realm: String,
    /// ISO 3166 country.
    pub country: String,
    /// Its lines, in any order.
    pub lines: Vec<LineModel>,
}

/// A line of a site.
#[derive(Debug, Clone)]
pub struct LineModel {
    /// The line.
    pub id: LineId,
    /// Its number.
    pub extension: Extension,
    /// Its name.
    pub display_name: Label,
    /// Its credential sets: id, device and digest user name, in any order.
    pub credentials: Vec<(CredentialSetId, Option<DeviceId>, String)>,
}

/// Compiles a site's document.
#[must_use]
pub fn site_document(model: SiteModel) -> SiteDocument {
    let mut lines: Vec<_> = model.lines.into_iter().map(document_line).collect();
    lines.sort_by(|a, b| (&a.extension, a.id).cmp(&(&b.extension, b.id)));
    SiteDocument {
        tenant: model.tenant,
        site: model.site,
        realm: model.realm,
        lines,
        emergency_numbers: emergency_numbers(&model.country),
        call_lock: None,
    }
}

fn document_line(line: LineModel) -> DocumentLine {
    let mut credentials: Vec<_> = line
        .credentials
        .into_iter()
        .map(|(id, device, auth_user)| LineCredential { id, device, auth_user })
        .collect();
    credentials.sort_by_key(|credential| credential.id);
    DocumentLine { id: line.id, extension: line.extension, display_name: line.display_name, credentials }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(extension: &str) -> LineModel {
        let credentials = vec![
            (CredentialSetId::new(), None, extension.to_owned()),
            (CredentialSetId::new(), Some(DeviceId::new()), format!("{extension}-d")),
        ];
        LineModel {
            id: LineId::new(),
            extension: Extension::parse(extension).unwrap(),
            display_name: Label::parse("Line").unwrap(),
            credentials,
        }
    }

    #[test]
    fn the_order_of_rows_does_not_show_in_the_document() {
        let model = SiteModel {
            tenant: TenantId::new(),
            site: SiteId::new(),
            realm: "r".into(),
            country: "CH".into(),
            lines: vec![line("202"), line("201")],
        };
        let mut shuffled = model.clone();
        shuffled.lines.reverse();
        shuffled.lines.iter_mut().for_each(|line| line.credentials.reverse());
        let (document, same) = (site_document(model), site_document(shuffled));
        assert_eq!(serde_json::to_vec(&document).unwrap(), serde_json::to_vec(&same).unwrap());
        assert_eq!(document.lines[0].extension.as_str(), "201");
    }

    #[test]
    fn every_country_has_112() {
        for country in ["CH", "DE", "XX"] {
            assert!(emergency_numbers(country).contains(&"112".to_owned()));
        }
    }
}
