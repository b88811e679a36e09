//! The file of the manual, bad rows, and whatever else a file may hold.

use proptest::prelude::*;

use super::*;

fn rows(text: &str, separator: Separator, header: bool) -> Vec<FileRow> {
    read(text, Options { separator, header, without_pin: false })
}

fn reasons(row: &FileRow) -> Vec<(&'static str, &'static str)> {
    let problems = row.user.as_ref().unwrap_err();
    problems.iter().map(|problem| (problem.column, problem.reason.code())).collect()
}

const SUSI: &str = "susi;14;Susan;Brown;12345;14;susan.brown@company.org;English;111;;no;no;;1;444";

// proves P-057, P-059, P-063
#[test]
fn the_fifteen_columns_are_read_in_the_manual_s_order() {
    let text = format!(
        "User;Extension;…\n{SUSI}\nben;15;Ben;Smith;54321;15,16;ben@company.org;Dutch;222,223;+31 20 555;yes;yes;10;none;none\n"
    );
    let rows = rows(&text, Separator::Semicolon, true);
    let susi = rows[0].user.as_ref().unwrap();
    assert_eq!((susi.login.as_str(), susi.extension.as_str()), ("susi", "14"));
    assert_eq!((susi.first_name.as_ref().unwrap().as_str(), susi.voicemail.len()), ("Susan", 0));
    assert_eq!((susi.pickup_groups[0].as_str(), susi.hunt_groups[0].as_str()), ("1", "444"));
    assert_eq!((susi.language, susi.hidden), (Some(Locale::En), false));
    let ben = rows[1].user.as_ref().unwrap();
    assert_eq!(
        (ben.voicemail.len(), ben.clip_internal.len(), ben.clip_external[0].as_str()),
        (2, 2, "+3120555")
    );
    assert!(ben.hidden && ben.to_operator && ben.pickup_groups.is_empty() && ben.hunt_groups.is_empty());
    assert_eq!((rows[0].line, rows[0].cells[PIN].as_str()), (2, ""), "the PIN is not among what is kept");
    let without_header =
        super::read(&text, Options { separator: Separator::Semicolon, ..Options::default() });
    assert_eq!(without_header.len(), 3, "the first line is a row like others");
}

// proves P-058
#[test]
fn separators_and_encodings() {
    for (separator, sign) in [(Separator::Comma, ","), (Separator::Semicolon, ";"), (Separator::Tab, "\t")] {
        let rows = rows(&SUSI.replace(';', sign), separator, false);
        assert!(rows[0].user.is_ok(), "{separator:?}");
    }
    assert_eq!(decode(b"J\xFCrg \xA4", Encoding::Iso).unwrap(), "Jürg €");
    assert_eq!(decode("\u{FEFF}Jürg".as_bytes(), Encoding::Utf8).unwrap(), "Jürg");
    assert_eq!(decode(b"J\xFCrg", Encoding::Utf8), Err(NotUtf8));
}

// proves P-042, P-043, P-045, P-047, P-054, P-061, P-062, P-246
#[test]
fn a_bad_row_says_all_that_is_wrong_with_it() {
    let text = "Susi;1;;;12;x;nobody;Klingon;a;b;maybe;yes;;none;none\na;b\n\
        ben;15;;;54321;;;;;;;;;;\nben;16;;;54321;;;;;;;;;;\nbob;15;;;54321;;;;;;;;;;\nbea;17;;;;;;;;;;;;;\n";
    let rows = rows(text, Separator::Semicolon, false);
    let all = [
        ("login", "login"),
        ("extension", "extension"),
        ("pin", "pin"),
        ("voicemail", "extension"),
        ("email", "email"),
        ("language", "locale"),
        ("clip_internal", "phone_number"),
        ("clip_external", "phone_number"),
        ("hidden", "yes_no"),
        ("operator_extension", "empty"),
    ];
    assert_eq!(reasons(&rows[0]), all);
    assert_eq!((reasons(&rows[1]), rows[1].cells.len()), (vec![("", "column_count")], 0));
    assert!(rows[2].user.is_ok(), "user, extension and PIN are enough");
    assert_eq!(reasons(&rows[3]), [("login", "twice_in_file")]);
    assert_eq!(reasons(&rows[4]), [("extension", "twice_in_file")]);
    assert_eq!(reasons(&rows[5]), [("pin", "empty")]);
}

#[test]
fn no_cell_of_an_export_begins_like_a_formula() {
    for text in ["=1+1", "+41", "-1", "@x", "'=1", "''=1"] {
        let guarded = cells::guarded(text);
        assert!(guarded.starts_with('\'') && cells::unguarded(&guarded) == text, "{text}");
    }
    for text in ["Anna", "'s Gravenhage", "", "'"] {
        assert_eq!((cells::guarded(text).as_str(), cells::unguarded(text)), (text, text));
    }
}

fn label() -> impl Strategy<Value = Option<Label>> {
    proptest::option::of("[-=+@'\";,|\\PC]{1,20}".prop_filter_map("a label", |text| Label::parse(&text).ok()))
}

fn group() -> impl Strategy<Value = Label> {
    "[A-Za-z0-9=+@' -]{1,12}".prop_filter_map("a name that is not none", |text| {
        Label::parse(&text).ok().filter(|label| !label.as_str().eq_ignore_ascii_case("none"))
    })
}

fn distinct<T: PartialEq + std::fmt::Debug + Clone>(
    one: impl Strategy<Value = T>,
) -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec(one, 0..4).prop_map(|values| {
        let mut distinct: Vec<T> = Vec::new();
        for value in values {
            if !distinct.contains(&value) {
                distinct.push(value);
            }
        }
        distinct
    })
}

fn user() -> impl Strategy<Value = UserRow> {
    let extension = || "[0-9]{2,10}".prop_map(|text| Extension::parse(&text).unwrap());
    let number = || "\\+?[0-9*#]{1,20}".prop_map(|text| PhoneNumber::parse(&text).unwrap());
    let login = "[a-z0-9]{2,50}".prop_map(|text| Login::parse(&text).unwrap());
    let pin = "[0-9]{3,10}".prop_map(|text| UserPin::parse(&text).unwrap());
    let email = proptest::option::of(
        "[a-z=+'-]{1,9}".prop_map(|text| Email::parse(&format!("{text}@example.org")).unwrap()),
    );
    let language =
        proptest::option::of(proptest::sample::select(vec![Locale::En, Locale::Fr, Locale::De, Locale::Nl]));
    let identity = (login, extension(), label(), label(), pin, distinct(extension()));
    let rest = (email, language, distinct(number()), distinct(number()), any::<bool>());
    let groups = (proptest::option::of(extension()), any::<bool>(), distinct(group()), distinct(group()));
    (identity, rest, groups).prop_map(|(identity, rest, groups)| {
        let (login, extension, first_name, last_name, pin, voicemail) = identity;
        let (email, language, clip_internal, clip_external, hidden) = rest;
        let (operator_extension, on, pickup_groups, hunt_groups) = groups;
        let to_operator = on && operator_extension.is_some();
        let voicemail = if voicemail == [extension.clone()] { Vec::new() } else { voicemail };
        UserRow {
            login,
            extension,
            first_name,
            last_name,
            pin: Some(pin),
            voicemail,
            email,
            language,
            clip_internal,
            clip_external,
            hidden,
            to_operator,
            operator_extension,
            pickup_groups,
            hunt_groups,
        }
    })
}

proptest! {
    #[test]
    fn what_was_written_is_read(user in user(), separator in 0usize..3) {
        let separator = [Separator::Comma, Separator::Semicolon, Separator::Tab][separator];
        let mut file = head(separator);
        file.extend(line(&user, separator));
        let text = decode(&file, Encoding::Utf8).unwrap();
        let rows = rows(&text, separator, true);
        prop_assert_eq!(rows.len(), 1);
        prop_assert_eq!(rows[0].user.as_ref(), Ok(&user));
    }

    #[test]
    fn no_file_makes_it_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..400), header in any::<bool>()) {
        let text = decode(&bytes, Encoding::Iso).unwrap();
        for separator in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
            for row in rows(&text, separator, header) {
                prop_assert!(row.cells.is_empty() || row.cells.len() == COLUMNS.len());
            }
        }
    }

    #[test]
    fn nearly_right_files_neither(text in "[a-z0-9;\"\n\r',=]{0,200}") {
        for row in rows(&text, Separator::Semicolon, false) {
            prop_assert!(row.user.is_ok() || !row.user.unwrap_err().is_empty());
        }
    }
}
