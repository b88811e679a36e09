//! What a template cannot do.

use cordboard_catalogue::{Catalogue, RenderError};

use crate::{load, sample};

/// Renders a body in the small family, to text with secrets in it.
fn render(body: &str) -> Result<String, RenderError> {
    let mut files = load::folder();
    files.insert("acme/one/templates/device.txt.j2".to_owned(), body.to_owned());
    files.insert("other/templates/secret.txt.j2".to_owned(), "of another maker".to_owned());
    let catalogue = Catalogue::load(&files).unwrap();
    let mut document = sample::phone("acme/one/A1");
    document.keys.clear();
    Ok(sample::spliced(&catalogue.render(&document)?[0]))
}

fn refusal(body: &str) -> String {
    render(body).unwrap_err().to_string()
}

#[test]
fn foreign_files_cannot_be_reached() {
    for name in [
        "../../../../../../etc/passwd",
        "/etc/passwd",
        "other/secret.txt",
        "../other/templates/secret.txt",
        "acme/one/manifest.toml",
        "vendor/../family/device.txt",
    ] {
        let told = refusal(&format!("{{% include \"{name}\" %}}"));
        assert!(told.contains("template not found"), "{told}");
    }
}

#[test]
fn a_template_without_end_runs_out_of_fuel() {
    let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}";
    assert_eq!(render(endless), Err(RenderError::Fuel { file: "family/device.txt".to_owned() }));
}

#[test]
fn a_file_cannot_grow_without_end() {
    let told = refusal("{% for a in range(9) %}{{ \"x\" * 200000 }}{% endfor %}");
    assert!(told.contains("too long"), "{told}");
}

#[test]
fn a_template_that_calls_itself_ends() {
    assert!(render("{% include \"family/device.txt\" %}").is_err());
}

#[test]
fn what_is_not_there_is_an_error() {
    for body in ["{{ nothing }}", "{{ accounts[7].label }}", "{{ region.zone.nothing }}", "{{ mac.middle }}"]
    {
        assert!(refusal(body).contains("undefined"), "{body}");
    }
}

#[test]
fn escaping_cannot_be_switched_off() {
    assert!(render("{{ accounts[0].label | safe }}").is_err(), "there is no such filter");
    let newline = "{% set text = \"a\\nb\" %}";
    for body in
        ["{{ text }}", "{% autoescape false %}{{ text }}{% endautoescape %}", "{{ (text ~ \"c\")[:3] }}"]
    {
        assert_eq!(render(&format!("{newline}{body}")), Ok("a b".to_owned()), "{body}");
    }
}

#[test]
fn a_secret_is_no_text() {
    for body in [
        "{{ accounts[0].password ~ \"\" }}",
        "{{ accounts[0].password | upper }}",
        "{{ \"admin:\" ~ admin_password }}",
        "{{ [admin_password] | join }}",
        "{% filter upper %}{{ admin_password }}{% endfilter %}",
        "{% set text %}{{ admin_password }}{% endset %}{{ text }}",
        "{% macro show() %}{{ admin_password }}{% endmacro %}{{ show() }}",
        "{{ [admin_password] }}",
        "{{ accounts }}",
    ] {
        assert!(render(body).is_err(), "{body}");
    }
    assert_eq!(render("{{ admin_password }}"), Ok("admin_password-9".to_owned()));
}

#[test]
fn a_slot_cannot_be_faked() {
    for body in ["{{ \"\\ue0000\\ue001\" }}", "{{ \"\\ue000\" }}0{{ \"\\ue001\" }}", "{{ \"\\uf8ff\" }}"] {
        assert!(refusal(body).contains("private-use"), "{body}");
    }
}
