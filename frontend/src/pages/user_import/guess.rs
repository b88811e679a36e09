//! How a file is written, as far as its first bytes tell. The person may know better.

/// In the words of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guess {
    pub(super) encoding: &'static str,
    pub(super) separator: &'static str,
    pub(super) header: bool,
}

const SEPARATORS: [(&str, char); 3] = [("comma", ','), ("semicolon", ';'), ("tab", '\t')];

pub(super) fn guess(bytes: &[u8]) -> Guess {
    let encoding = if is_utf8(bytes) { "utf8" } else { "iso" };
    let text = decoded(bytes, encoding);
    let line = text.lines().next().unwrap_or_default();
    // Of two that are as frequent the first one: a line without any is read with commas.
    let separator = SEPARATORS.iter().rev().max_by_key(|(_, sign)| line.matches(*sign).count());
    let separator = separator.map_or("comma", |(name, _)| name);
    let header = cells(line, separator).get(1).is_some_and(|cell| !is_number(cell));
    Guess { encoding, separator, header }
}

/// A letter that is cut off at the end is no mistake.
fn is_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true)
}

fn is_number(cell: &str) -> bool {
    let cell = cell.trim();
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn decoded(bytes: &[u8], encoding: &str) -> String {
    let text = match encoding {
        "iso" => bytes.iter().map(|byte| if *byte == 0xA4 { '€' } else { char::from(*byte) }).collect(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    text.trim_start_matches('\u{FEFF}').to_owned()
}

/// The first lines as they would be read.
pub(super) fn sample(bytes: &[u8], encoding: &str, separator: &str, lines: usize) -> Vec<Vec<String>> {
    decoded(bytes, encoding).lines().take(lines).map(|line| cells(line, separator)).collect()
}

/// The cells of a line; quotes hold separators together.
fn cells(line: &str, separator: &str) -> Vec<String> {
    let sign = SEPARATORS.iter().find(|(name, _)| *name == separator).map_or(',', |(_, sign)| *sign);
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            letter if letter == sign && !quoted => cells.push(String::new()),
            letter => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(letter);
                }
            }
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_tells_how_it_is_written() {
        let exported = guess("User,Extension,First name\nsusi,14,Susan\n".as_bytes());
        assert_eq!(exported, Guess { encoding: "utf8", separator: "comma", header: true });
        let old = guess(b"jurg;14;J\xFCrg\n");
        assert_eq!(old, Guess { encoding: "iso", separator: "semicolon", header: false });
        assert_eq!(guess("ben\t15\tZo\u{eb}".as_bytes()).separator, "tab");
        let cut = "susi,14,Zoë".as_bytes();
        assert_eq!(guess(&cut[..cut.len() - 1]).encoding, "utf8", "the end may be in the middle of a letter");
        assert_eq!(guess(b""), Guess { encoding: "utf8", separator: "comma", header: false });
    }

    #[test]
    fn a_sample_is_read_as_it_was_chosen() {
        let file = b"jurg;14;\"a;b\"\nbea;15;\xA4\nx;y;z\n";
        assert_eq!(sample(file, "iso", "semicolon", 2), [["jurg", "14", "a;b"], ["bea", "15", "€"]]);
        assert_eq!(sample(file, "iso", "comma", 1)[0].len(), 1);
    }
}
