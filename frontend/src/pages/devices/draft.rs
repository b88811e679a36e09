//! A device that is being typed: which fields its model has, and what is sent. No browser in here.

use cordboard_api::{
    FieldProblem,
    catalogue::Model,
    devices::{DeviceKind, NewDevice, NewHandset, ProvisioningMac},
};
use cordboard_types::Invalid;

use crate::form::{Check, Choice};

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) line: String,
    pub(super) site: String,
    pub(super) mac: String,
    pub(super) once: bool,
    pub(super) admin_password: String,
    pub(super) user_name: String,
    pub(super) user_password: String,
    pub(super) handsets: Vec<TypedHandset>,
}

/// A handset of a DECT system as it was typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct TypedHandset {
    pub(super) line: String,
    pub(super) ipui: String,
}

/// Models as a choice, by maker and name. Handsets are not devices one adds by themselves.
pub(super) fn choices(models: &[Model]) -> Vec<Choice> {
    let mut models: Vec<_> = models.iter().filter(|model| model.kind != DeviceKind::DectHandset).collect();
    models.sort_by(|one, other| (&one.vendor, &one.name).cmp(&(&other.vendor, &other.name)));
    let choice = |model: &Model| Choice {
        value: model.id.clone(),
        label: model.name.as_str().into(),
        group: Some(model.vendor.clone()),
    };
    models.into_iter().map(choice).collect()
}

/// What to send, or what is wrong. What the model does not have is not sent, even where it was typed before the
/// model was changed.
pub(super) fn body(model: Option<&Model>, typed: &Typed) -> Result<NewDevice, Vec<FieldProblem>> {
    let mut check = Check::default();
    let Some(model) = model else {
        check.refuse("/model", Invalid::Empty);
        return check.finish(None);
    };
    let dect = model.kind == DeviceKind::DectSystem;
    let mac = check.optional("/mac", &typed.mac);
    let once = typed.once && model.redirect;
    if once && typed.mac.trim().is_empty() {
        check.refuse_code("/mac", "mac_needed");
    }
    let secret = |check: &mut Check, has: bool, at: &str, text: &str| {
        if has { check.optional(at, text) } else { None }
    };
    let device = NewDevice {
        model: model.id.clone(),
        line: if dect { None } else { check.chosen("/line", &typed.line) },
        site: if dect { check.chosen("/site", &typed.site) } else { None },
        name: check.optional("/name", &typed.name),
        mac,
        provisioning_mac: once.then_some(ProvisioningMac::Once),
        admin_password: secret(&mut check, model.admin_password, "/admin_password", &typed.admin_password),
        user_name: if model.user_login { check.optional("/user_name", &typed.user_name) } else { None },
        user_password: secret(&mut check, model.user_login, "/user_password", &typed.user_password),
        handsets: if dect { handsets(&mut check, &typed.handsets) } else { Vec::new() },
    };
    check.finish(Some(device))
}

fn handsets(check: &mut Check, typed: &[TypedHandset]) -> Vec<NewHandset> {
    typed
        .iter()
        .enumerate()
        .filter_map(|(place, typed)| handset(check, &format!("/handsets/{place}"), typed))
        .collect()
}

pub(super) fn handset(check: &mut Check, at: &str, typed: &TypedHandset) -> Option<NewHandset> {
    let line = check.chosen(&format!("{at}/line"), &typed.line)?;
    let ipui = typed.ipui.trim();
    Some(NewHandset { line, name: None, ipui: (!ipui.is_empty()).then(|| ipui.to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "018f4a7e-0000-7000-8000-000000000001";

    fn model(kind: DeviceKind) -> Model {
        Model {
            id: "snom/d7xx/D785".into(),
            vendor: "Snom".into(),
            family: "D7xx".into(),
            name: "D785".into(),
            kind,
            accounts: 12,
            handsets: 0,
            redirect: true,
            admin_password: true,
            user_login: false,
        }
    }

    fn pointers(problems: &[FieldProblem]) -> Vec<&str> {
        problems.iter().map(|problem| problem.pointer.as_str()).collect()
    }

    // proves A-002
    #[test]
    fn without_a_model_nothing_is_sent() {
        assert_eq!(pointers(&body(None, &Typed::default()).unwrap_err()), ["/model"]);
    }

    // proves A-012
    #[test]
    fn what_the_model_does_not_have_is_not_sent() {
        let typed = Typed {
            line: ID.into(),
            user_name: "anna".into(),
            user_password: "1234".into(),
            admin_password: "4711".into(),
            ..Typed::default()
        };
        let device = body(Some(&model(DeviceKind::Phone)), &typed).unwrap();
        assert!(
            device.user_name.is_none() && device.user_password.is_none() && device.admin_password.is_some()
        );
    }

    // proves A-029
    #[test]
    fn a_mac_of_eleven_digits_is_refused_at_its_field() {
        let typed = Typed { line: ID.into(), mac: "00:04:13:45:c9:b".into(), ..Typed::default() };
        let problems = body(Some(&model(DeviceKind::Phone)), &typed).unwrap_err();
        assert_eq!((problems[0].pointer.as_str(), problems[0].code.as_str()), ("/mac", "mac"));
    }

    #[test]
    fn first_contact_needs_a_mac() {
        let typed = Typed { line: ID.into(), once: true, ..Typed::default() };
        assert_eq!(body(Some(&model(DeviceKind::Phone)), &typed).unwrap_err()[0].code, "mac_needed");
    }

    #[test]
    fn a_dect_system_has_a_site_and_its_handsets_have_lines() {
        let typed = Typed {
            site: ID.into(),
            handsets: vec![TypedHandset { line: ID.into(), ipui: " ".into() }, TypedHandset::default()],
            ..Typed::default()
        };
        let problems = body(Some(&model(DeviceKind::DectSystem)), &typed).unwrap_err();
        assert_eq!(pointers(&problems), ["/handsets/1/line"]);
    }

    #[test]
    fn models_stand_under_their_maker() {
        let mut yealink = model(DeviceKind::Phone);
        yealink.vendor = "Yealink".into();
        let choices = choices(&[yealink, model(DeviceKind::Phone), model(DeviceKind::DectHandset)]);
        let groups: Vec<_> = choices.iter().filter_map(|choice| choice.group.as_deref()).collect();
        assert_eq!(groups, ["Snom", "Yealink"]);
    }
}
