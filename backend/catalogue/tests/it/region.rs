//! Time zones, languages and tones in each maker's spelling.

use cordboard_types::Locale;

use crate::{
    reader,
    sample::{bare, catalogue, phone, region, spliced},
};

fn file(id: &str, zone: &str) -> String {
    let document = cordboard_domain::DeviceDocument { region: region(zone), ..phone(id) };
    spliced(&catalogue().render(&document).unwrap()[0])
}

#[test]
fn both_daylight_edges_in_local_time() {
    for (zone, offset, start, end) in [
        ("Europe/Zurich", "+1", "3/5/7/2", "10/5/7/3"),
        ("Europe/London", "0", "3/5/7/1", "10/5/7/2"),
        ("Europe/Helsinki", "+2", "3/5/7/3", "10/5/7/4"),
    ] {
        let settings = reader::lines(&file("yealink/t4x/T46U", zone));
        assert_eq!(settings["local_time.time_zone"], [offset]);
        assert_eq!(settings["local_time.summer_time"], ["1"]);
        assert_eq!(settings["local_time.start_time"], [start]);
        assert_eq!(settings["local_time.end_time"], [end]);
    }
    for (zone, offset, rule) in [
        ("Europe/Zurich", "+3600", "3600 03.05.07 02:00:00 10.05.07 03:00:00"),
        ("Europe/London", "+0", "3600 03.05.07 01:00:00 10.05.07 02:00:00"),
        ("Europe/Helsinki", "+7200", "3600 03.05.07 03:00:00 10.05.07 04:00:00"),
    ] {
        let settings = reader::snom(&file("snom/d7xx/D785", zone));
        assert_eq!((&settings["utc_offset"][0], &settings["dst"][0]), (&offset.into(), &rule.into()));
    }
}

#[test]
fn a_zone_without_summer_time_clears_the_rule() {
    let settings = reader::lines(&file("yealink/t4x/T46U", "UTC"));
    assert_eq!(settings["local_time.summer_time"], ["0"]);
    assert!(!settings.contains_key("local_time.start_time"));
    assert_eq!(reader::snom(&file("snom/d7xx/D785", "Europe/Istanbul"))["dst"], [""]);
}

#[test]
fn a_zone_a_base_does_not_list_gets_its_neighbour() {
    let document =
        cordboard_domain::DeviceDocument { region: region("Atlantic/Canary"), ..bare("gigaset/n670/N670") };
    let text = spliced(&catalogue().render(&document).unwrap()[0]);
    assert_eq!(reader::gigaset(&text)["DmGlobal.0.TimeZone"], ["Europe/London"]);
}

#[test]
fn what_is_offered_every_family_can_write() {
    assert_eq!(catalogue().countries(), ["AT", "BE", "CH", "DE", "FR", "GB", "LU", "NL"]);
    let zones = catalogue().time_zones();
    assert!(zones.contains(&"Europe/Zurich") && zones.contains(&"UTC"));
    for id in ["yealink/t4x/T46U", "snom/d7xx/D785", "gigaset/n670/N670"] {
        for zone in &zones {
            let mut document = if id.starts_with("gigaset") { bare(id) } else { phone(id) };
            document.region = region(zone);
            assert_eq!(catalogue().validate(&document), Ok(()), "{id} {zone}");
        }
    }
}

#[test]
fn every_family_knows_the_countries_and_languages() {
    for id in ["yealink/t4x/T46U", "snom/d7xx/D785", "gigaset/n670/N670"] {
        for country in catalogue().countries() {
            for locale in [Locale::En, Locale::Fr, Locale::De, Locale::Nl] {
                let mut document = if id.starts_with("gigaset") { bare(id) } else { phone(id) };
                document.region.country = country.into();
                document.region.locale = locale;
                assert_eq!(catalogue().validate(&document), Ok(()), "{id} {country} {locale}");
            }
        }
    }
}
