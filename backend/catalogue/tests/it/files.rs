//! Which file name gets what, and which URL a device is told.

use cordboard_catalogue::FileMatch;
use cordboard_types::{AccessKey, Mac};

use crate::sample::{catalogue, dect, mac, model, phone};

fn found(id: &str, name: &str) -> FileMatch {
    catalogue().match_file(&model(id), name, Some(&mac()))
}

#[test]
fn the_identity_file_in_any_spelling_of_the_mac() {
    for name in ["00041345c9bf.cfg", "00041345C9BF.cfg", "00-04-13-45-c9-bf.CFG", "00:04:13:45:C9:BF.cfg", ""]
    {
        assert_eq!(found("yealink/t4x/T46U", name), FileMatch::Served("00041345c9bf.cfg".into()), "{name}");
    }
    for name in ["00041345c9bf.xml", "00041345C9BF.xml", "snomD785-00041345C9BF.htm", ""] {
        assert_eq!(found("snom/d7xx/D785", name), FileMatch::Served("00041345C9BF.xml".into()), "{name}");
    }
    for name in ["00041345c9bf.xml", "00041345C9BF.xml", ""] {
        assert_eq!(found("gigaset/n670/N670", name), FileMatch::Served("00041345c9bf.xml".into()), "{name}");
    }
}

#[test]
fn another_mac_is_never_served() {
    for (id, name) in [
        ("yealink/t4x/T46U", "00041345c9be.cfg"),
        ("yealink/t4x/T46U", "00041345c9be.boot"),
        ("snom/d7xx/D785", "00041345C9BE.xml"),
        ("snom/d7xx/D785", "snomD785-00041345C9BE.htm"),
        ("gigaset/n670/N670", "00041345c9be.xml"),
    ] {
        assert_eq!(found(id, name), FileMatch::WrongMac, "{name}");
    }
}

#[test]
fn known_probes_and_everything_else() {
    for name in ["00041345c9bf.boot", "y000000000000.boot", "y000000000108.cfg", "00041345c9bf-local.cfg"] {
        assert_eq!(found("yealink/t4x/T46U", name), FileMatch::Probe, "{name}");
    }
    assert_eq!(found("snom/d7xx/D785", "snomD785.htm"), FileMatch::Probe);
    for (id, name) in [
        ("yealink/t4x/T46U", "y000000000066.cfg"),
        ("yealink/t4x/T46U", "00041345c9b.cfg"),
        ("yealink/t4x/T46U", "../00041345c9bf.cfg"),
        ("snom/d7xx/D785", "snomD765-00041345C9BF.htm"),
        ("gigaset/n670/N670", "00041345c9bf.cfg"),
        ("gigaset/n670/N999", "00041345c9bf.xml"),
        ("gigaset/n670/N670", "ä.xml"),
    ] {
        assert_eq!(found(id, name), FileMatch::Unknown, "{name}");
    }
}

#[test]
fn a_device_without_a_mac_is_served_under_its_key_alone() {
    let id = model("snom/d7xx/D785");
    let served = FileMatch::Served("device.xml".into());
    assert_eq!(catalogue().match_file(&id, "000413000001.xml", None), served);
    assert_eq!(catalogue().match_file(&id, "", None), served);
    let mut document = phone("snom/d7xx/D785");
    document.mac = None;
    let file = &catalogue().render(&document).unwrap()[0];
    assert_eq!(file.name, "device.xml");
    assert!(String::from_utf8(file.bytes.clone()).unwrap().contains("/{mac}.xml</setting_server>"));
}

#[test]
fn what_is_matched_is_what_is_rendered() {
    for document in [phone("yealink/t4x/T41S"), phone("snom/d7xx/D712"), dect("gigaset/n670/N610")] {
        let files = catalogue().render(&document).unwrap();
        let identity = files.iter().find(|file| file.identity).unwrap();
        let matched = catalogue().match_file(&document.model, "", document.mac.as_ref());
        assert_eq!(matched, FileMatch::Served(identity.name.clone()));
    }
}

#[test]
fn urls_are_the_makers_own_form() {
    let key = AccessKey::from_bytes([0xa7; 24]);
    let hex = "a7".repeat(24);
    let url = |id: &str, mac: Option<&Mac>| {
        let base = "https://p.example.net:8448";
        let first = catalogue().first_access_url(&model(id), base, &key, mac).unwrap();
        assert_eq!(catalogue().steady_url(&model(id), base, &key, mac), Some(first.clone()));
        first.strip_prefix(&format!("{base}/{hex}/")).unwrap().to_owned()
    };
    assert_eq!(url("yealink/t4x/T46U", Some(&mac())), "");
    assert_eq!(url("snom/d7xx/D785", Some(&mac())), "00041345C9BF.xml");
    assert_eq!(url("gigaset/n670/N670", Some(&mac())), "00041345c9bf.xml");
    assert_eq!(url("snom/d7xx/D785", None), "{mac}.xml");
    assert_eq!(url("gigaset/n670/N670", None), "%MACD.xml");
}
