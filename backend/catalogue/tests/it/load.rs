//! Adding a phone is adding a folder, and a mistake in one is told with its file and field.

use std::collections::BTreeMap;

use cordboard_catalogue::{Catalogue, FileMatch};

use crate::sample;

const MANIFEST: &str = r#"
version = "1"
vendor = "Acme"
family = "One"
kind = "phone"
first_contact = ["manual"]
first_access_url = "{base}/{key}/"
steady_url = "{base}/{key}/"
identity_file = "device"
user_agents = ["Acme {model}/{firmware}"]
manual_instructions = "device-manual-acme"
minimum_tls = "1.3"
codecs = ["PCMA"]
resync = { fetch = "check-sync" }
firmware = { minimum = [1] }
login = { admin_password = true, user_login = true, password_rule = "digits" }

[[files]]
id = "device"
names = ["acme-{MAC}.txt"]
answer = "render"
content_type = "text/plain"
escape = "line"
template = "device.txt"

[[models]]
id = "A1"
accounts = 2
redirect = false

[[models]]
id = "A2"
accounts = 2
redirect = false
"#;

const REGION: &str = r#"
languages.fr = { name = "F" }
countries.CH = { tones = "C" }
time_zones."Europe/Zurich" = { name = "Z" }
"#;

/// A family as a folder of its own, with one template changed for one model.
pub(crate) fn folder() -> BTreeMap<String, String> {
    [
        ("acme/templates/device.txt.j2", "url {{ steady_url }}\n{% block body %}vendor{% endblock %}\n"),
        ("acme/one/manifest.toml", MANIFEST),
        ("acme/one/region.toml", REGION),
        (
            "acme/one/templates/device.txt.j2",
            "{% extends \"vendor/device.txt\" %}{% block body %}{{ accounts[0].label }}{% endblock %}",
        ),
        (
            "acme/one/templates/A2/device.txt.j2",
            "{% extends \"family/device.txt\" %}{% block body %}{{ super() }} on A2{% endblock %}",
        ),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into()
}

fn rendered(id: &str) -> String {
    let catalogue = Catalogue::load(&folder()).unwrap();
    let mut document = sample::phone(id);
    document.keys.clear();
    sample::spliced(&catalogue.render(&document).unwrap()[0])
}

#[test]
fn a_folder_is_a_family_and_templates_inherit() {
    let url = format!("url https://prov.example.net:8448/{}/\n", "a7".repeat(24));
    assert_eq!(rendered("acme/one/A1"), format!("{url}201"));
    assert_eq!(rendered("acme/one/A2"), format!("{url}201 on A2"));
    let catalogue = Catalogue::load(&folder()).unwrap();
    let matched =
        catalogue.match_file(&sample::model("acme/one/A1"), "ACME-00041345c9bf.TXT", Some(&sample::mac()));
    assert_eq!(matched, FileMatch::Served("acme-00041345C9BF.txt".into()));
    let seen = catalogue.parse_user_agent("Acme A2/1.0").unwrap();
    assert_eq!(seen.model, Some(sample::model("acme/one/A2")));
}

fn mistake(path: &str, from: &str, to: &str) -> String {
    let mut files = folder();
    let text = files.get_mut(path).unwrap();
    assert!(text.contains(from), "{from}");
    *text = text.replacen(from, to, 1);
    Catalogue::load(&files).unwrap_err().to_string()
}

#[test]
fn mistakes_name_file_and_field() {
    let manifest = "acme/one/manifest.toml";
    for (from, to, told) in [
        ("version = \"1\"\n", "", "-: missing field `version`"),
        ("version = \"1\"", "version = \"\"", "version: empty"),
        ("kind = \"phone\"", "kind = \"fax\"", "kind: unknown variant"),
        ("accounts = 2", "accounts = 2\ncolour = 1", "models[0].colour: unknown field"),
        ("accounts = 2", "accounts = -2", "models[0].accounts: invalid value"),
        ("accounts = 2", "", "models[0].accounts: not of this kind of device, or missing"),
        ("id = \"A2\"", "id = \"a1\"", "models[0].id: twice"),
        ("id = \"A2\"", "id = \"A 2\"", "models[1].id: not letters, digits and hyphens, 1 to 32"),
        ("{base}/{key}/", "{base}/", "first_access_url: no hole for Key"),
        ("acme-{MAC}.txt", "acme-{mac.txt", "files[0].names[0]: a { without }"),
        ("acme-{MAC}.txt", "acme-{serial}.txt", "files[0].names[0]: {serial} has no meaning here"),
        ("acme-{MAC}.txt", "{hardware}.txt", "models[0].hardware: missing, a file name has it"),
        ("template = \"device.txt\"", "template = \"other.txt\"", "files[0].template: no template other.txt"),
        ("escape = \"line\"", "", "files[0].escape: missing in a rendered file"),
        (
            "identity_file = \"device\"",
            "identity_file = \"boot\"",
            "identity_file: not the id of a rendered file",
        ),
        ("Acme {model}/{firmware}", "Acme {firmware}", "user_agents[0]: no hole for Model"),
        (
            "codecs = [",
            "key_functions = [\"dance\"]\ncodecs = [",
            "key_functions: no function is called dance",
        ),
        ("resync = {", "resync = ", "-: "),
    ] {
        let told_was = mistake(manifest, from, to);
        assert!(told_was.starts_with(&format!("{manifest}: {told}")), "{told_was}");
    }
    let told = mistake(
        "acme/one/region.toml",
        "CH = { tones = \"C\" }",
        "CH = { tones = \"C\" }\ncountries.DE = {}",
    );
    assert_eq!(told, "acme/one/region.toml: countries.DE: other fields than its neighbours");
    let told = mistake("acme/one/templates/device.txt.j2", "{% endblock %}", "");
    assert!(told.starts_with("acme/one/templates/device.txt.j2: -: syntax error"), "{told}");
    let told = mistake("acme/templates/device.txt.j2", "url", "\u{E000}0\u{E001}");
    assert_eq!(told, "acme/templates/device.txt.j2: -: a private-use character");
}

#[test]
fn a_family_without_its_region_is_refused() {
    let mut files = folder();
    files.remove("acme/one/region.toml");
    assert_eq!(Catalogue::load(&files).unwrap_err().to_string(), "acme/one/region.toml: -: missing");
}
