//! What User-Agents say. The samples are those of phone-formats §3.

use crate::sample::catalogue;

/// Model as spelled, id, firmware, MAC.
type Parts = (String, Option<String>, Option<String>, Option<String>);

fn seen(text: &str) -> Option<Parts> {
    let seen = catalogue().parse_user_agent(text)?;
    let model = seen.model.map(|id| id.as_str().to_owned());
    Some((seen.model_name, model, seen.firmware, seen.mac.map(|mac| mac.as_str().to_owned())))
}

fn parts(name: &str, id: &str, firmware: &str, mac: &str) -> Parts {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    (name.to_owned(), some(id), some(firmware), some(mac))
}

#[test]
fn the_makers_forms() {
    for (text, expected) in [
        (
            "Yealink SIP-T46U 108.86.0.20 80:5e:c0:11:22:33",
            parts("T46U", "yealink/t4x/T46U", "108.86.0.20", "805EC0112233"),
        ),
        ("Yealink SIP-T54W 96.86.0.100 80:5e:c0:11:22:33", parts("T54W", "", "96.86.0.100", "805EC0112233")),
        (
            "Yealink SIP-T48S 66.86.0.15 805ec0112233",
            parts("T48S", "yealink/t4x/T48S", "66.86.0.15", "805EC0112233"),
        ),
        ("Yealink SIP-T41S 68.86.0.15", parts("T41S", "yealink/t4x/T41S", "68.86.0.15", "")),
        (
            "Mozilla/4.0 (compatible; snomD785-SIP 10.1.159.12 2010.12-00004 000413AABBCC)",
            parts("D785", "snom/d7xx/D785", "10.1.159.12", "000413AABBCC"),
        ),
        (
            "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 2010.12-g9ba52f5 000413922D24 SXM:0 UXM:0)",
            parts("D785", "snom/d7xx/D785", "10.1.33.33", "000413922D24"),
        ),
        (
            "Mozilla/4.0 (compatible; snomD765-SIP 8.9.3.80 1.1.3-s)",
            parts("D765", "snom/d7xx/D765", "8.9.3.80", ""),
        ),
        (
            "Gigaset N670 IP PRO/83.V2.49.1+build.a546b91;7C2F80E0D605",
            parts("N670 IP PRO", "gigaset/n670/N670", "83.V2.49.1+build.a546b91", "7C2F80E0D605"),
        ),
        (
            "\"Gigaset N870 IP PRO/83.V2.11.0+build.a546b91;7C2F80E0D605\"",
            parts("N870 IP PRO", "", "83.V2.11.0+build.a546b91", "7C2F80E0D605"),
        ),
        (
            "Gigaset N610 IP PRO/83.V2.49.1;7C2F80E0D605;Handset=3",
            parts("N610 IP PRO", "gigaset/n670/N610", "83.V2.49.1", "7C2F80E0D605"),
        ),
    ] {
        assert_eq!(seen(text), Some(expected), "{text}");
    }
}

#[test]
fn strangers_say_nothing() {
    for text in [
        "",
        "curl/8.5.0",
        "Mozilla/5.0 (X11; Linux x86_64)",
        "Yealink",
        "Gigaset ;",
        &"Yealink SIP-".repeat(400),
    ] {
        assert_eq!(seen(text), None, "{text}");
    }
}

#[test]
fn old_firmware_is_told_from_what_the_templates_are_for() {
    let supports =
        |id: &str, version: &str| catalogue().supports_firmware(&crate::sample::model(id), version);
    assert_eq!(supports("yealink/t4x/T46U", "108.86.0.20"), Some(true));
    assert_eq!(supports("yealink/t4x/T46S", "66.80.0.130"), Some(false));
    assert_eq!(supports("gigaset/n670/N670", "83.V2.9.0"), Some(false));
    assert_eq!(supports("gigaset/n670/N670", "83.V2.49.1+build.a546b91"), Some(true));
    assert_eq!(supports("snom/d7xx/D785", "10.1.159.12"), Some(true));
    assert_eq!(supports("snom/d7xx/D785", "none"), None);
}

proptest::proptest! {
    #[test]
    fn any_text_is_survived(text in "\\PC{0,300}") {
        let seen = catalogue().parse_user_agent(&text);
        proptest::prop_assert!(seen.is_none_or(|seen| text.contains(&seen.model_name)));
    }
}
