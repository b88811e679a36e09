//! Readers of the vendors' formats, written from the vendors' rules and knowing nothing of the templates: what
//! would a device make of this file?

use std::collections::BTreeMap;

/// What a device understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Understood {
    pub(crate) url: String,
    pub(crate) admin_password: String,
    pub(crate) user: Option<(String, String)>,
    pub(crate) accounts: Vec<AccountRead>,
}

/// What a device would register with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AccountRead {
    pub(crate) user: String,
    pub(crate) auth_user: String,
    pub(crate) password: String,
    pub(crate) display_name: String,
    pub(crate) label: Option<String>,
    pub(crate) domain: String,
    pub(crate) host: String,
    pub(crate) port: String,
    pub(crate) transport: String,
    pub(crate) expiry: String,
    pub(crate) pin: Option<String>,
}

/// The settings of a file: name to values, in order. A Yealink key may stand several times.
pub(crate) type Settings = BTreeMap<String, Vec<String>>;

fn put(settings: &mut Settings, name: &str, value: &str) {
    settings.entry(name.to_owned()).or_default().push(value.to_owned());
}

fn one(settings: &Settings, name: &str) -> String {
    let values = settings.get(name).unwrap_or_else(|| panic!("{name} is missing"));
    assert_eq!(values.len(), 1, "{name} stands several times");
    values[0].clone()
}

/// `key = value` lines: the first line says what the file is, `#` begins a comment, a line splits at its first
/// `=`, blanks around both sides do not count.
pub(crate) fn lines(text: &str) -> Settings {
    let mut all = text.split('\n');
    assert_eq!(all.next(), Some("#!version:1.0.0.1"));
    let mut settings = Settings::new();
    for line in all.filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let (name, value) = line.split_once('=').unwrap_or_else(|| panic!("no setting: {line}"));
        put(&mut settings, name.trim(), value.trim());
    }
    settings
}

/// Elements of `<phone-settings>`, with their `idx` behind the name, and of `<functionKeys>`.
pub(crate) fn snom(text: &str) -> Settings {
    let document = roxmltree::Document::parse(text).unwrap();
    let mut settings = Settings::new();
    for element in document.root_element().children().flat_map(|group| group.children()) {
        if element.is_element() {
            let index = element.attribute("idx").map_or(String::new(), |index| format!(" {index}"));
            let name = format!("{}{index}", element.tag_name().name());
            put(&mut settings, &name, element.text().unwrap_or_default());
        }
    }
    settings
}

/// `<param>` by name, and the `<oper>` as `oper <name>`.
pub(crate) fn gigaset(text: &str) -> Settings {
    let document = roxmltree::Document::parse(text).unwrap();
    assert_eq!(document.root_element().attribute("productID"), Some("e2"));
    let mut settings = Settings::new();
    for element in
        document.descendants().filter(|node| node.has_tag_name("param") || node.has_tag_name("oper"))
    {
        let name = element.attribute("name").unwrap();
        let name = if element.has_tag_name("oper") { format!("oper {name}") } else { name.to_owned() };
        put(&mut settings, &name, element.attribute("value").unwrap_or_default());
    }
    settings
}

pub(crate) fn understand(vendor: &str, text: &str) -> Understood {
    match vendor {
        "yealink" => yealink_device(&lines(text)),
        "snom" => snom_device(&snom(text)),
        _ => gigaset_device(&gigaset(text)),
    }
}

fn yealink_device(settings: &Settings) -> Understood {
    let passwords = settings.get("static.security.user_password").cloned().unwrap_or_default();
    let login = |name: &str| {
        let split = passwords.iter().map(|line| line.split_once(':').unwrap());
        split.into_iter().find(|(user, _)| *user == name).map(|(_, password)| password.to_owned())
    };
    let user = settings.get("static.security.user_name.user").map(|names| names[0].clone());
    let is_on = |n: &u32| settings.get(&format!("account.{n}.enable")).is_some_and(|values| values[0] == "1");
    Understood {
        url: one(settings, "static.auto_provision.server.url"),
        admin_password: login("admin").unwrap(),
        user: user.map(|name| (name.clone(), login(&name).unwrap())),
        accounts: (1..=16).filter(is_on).map(|n| yealink_account(settings, n)).collect(),
    }
}

fn yealink_account(settings: &Settings, n: u32) -> AccountRead {
    let get = |name: &str| one(settings, &format!("account.{n}.{name}"));
    let through_proxy = get("outbound_proxy_enable") == "1";
    let place = if through_proxy { "outbound_proxy.1" } else { "sip_server.1" };
    AccountRead {
        user: get("user_name"),
        auth_user: get("auth_name"),
        password: get("password"),
        display_name: get("display_name"),
        label: Some(get("label")),
        domain: get("sip_server.1.address"),
        host: get(&format!("{place}.address")),
        port: get(&format!("{place}.port")),
        transport: ["udp", "tcp", "tls"][get("sip_server.1.transport_type").parse::<usize>().unwrap()]
            .to_owned(),
        expiry: get("sip_server.1.expires"),
        pin: None,
    }
}

fn snom_device(settings: &Settings) -> Understood {
    let is_on = |n: &u32| settings.get(&format!("user_active {n}")).is_some_and(|values| values[0] == "on");
    Understood {
        url: one(settings, "setting_server"),
        admin_password: one(settings, "admin_mode_password"),
        user: settings
            .contains_key("http_user")
            .then(|| (one(settings, "http_user"), one(settings, "http_pass"))),
        accounts: (1..=12).filter(is_on).map(|n| snom_account(settings, n)).collect(),
    }
}

fn snom_account(settings: &Settings, n: u32) -> AccountRead {
    let get = |name: &str| one(settings, &format!("{name} {n}"));
    let outbound = get("user_outbound");
    let (address, transport) = outbound.split_once(";transport=").unwrap();
    let (host, port) = address.rsplit_once(':').unwrap();
    AccountRead {
        user: get("user_name"),
        auth_user: get("user_pname"),
        password: get("user_pass"),
        display_name: get("user_realname"),
        label: Some(get("user_idle_text")),
        domain: get("user_host"),
        host: host.trim_matches(['[', ']']).to_owned(),
        port: port.to_owned(),
        transport: transport.to_owned(),
        expiry: get("user_expiry"),
        pin: None,
    }
}

fn gigaset_device(settings: &Settings) -> Understood {
    let keys = settings.get("oper add_hs").cloned().unwrap_or_default();
    Understood {
        url: one(settings, "Provisioning.global.ProvisioningServer"),
        admin_password: one(settings, "WebUIAccounts.1.Password"),
        user: None,
        accounts: keys.iter().map(|key| gigaset_account(settings, key)).collect(),
    }
}

fn gigaset_account(settings: &Settings, key: &str) -> AccountRead {
    let get = |name: &str| one(settings, &format!("SipAccount.{key}.{name}"));
    let provider = format!("SipProvider.{}", get("ProviderId"));
    let of_provider = |name: &str| one(settings, &format!("{provider}.{name}"));
    let transport = of_provider("TransportProtocol").parse::<usize>().unwrap();
    AccountRead {
        user: get("UserName"),
        auth_user: get("AuthName"),
        password: get("AuthPassword"),
        display_name: get("DisplayName"),
        label: None,
        domain: of_provider("Domain"),
        host: of_provider("RegServerAddress"),
        port: of_provider("RegServerPort"),
        transport: ["", "udp", "tcp", "tls"][transport].to_owned(),
        expiry: of_provider("RegServerRefreshTimer"),
        pin: Some(one(settings, &format!("hs.{key}.DECT_AC"))),
    }
}
