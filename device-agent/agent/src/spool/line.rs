//! One report as one line of text: a checksum, a space, JSON. A line that was cut or damaged shows itself.

use cordboard_agent_protocol::Report;

/// Hex digits of the checksum: the first 8 bytes of SHA-256.
const DIGITS: usize = 16;

pub(crate) fn write(report: &Report, out: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    let json = serde_json::to_vec(report)?;
    out.extend_from_slice(checksum(&json).as_bytes());
    out.push(b' ');
    out.extend_from_slice(&json);
    out.push(b'\n');
    Ok(())
}

/// The reports of a segment and the number of lines that hold none.
pub(crate) fn read(bytes: &[u8]) -> (Vec<Report>, usize) {
    let (mut reports, mut damaged) = (Vec::new(), 0);
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        match report(line) {
            Some(report) => reports.push(report),
            None => damaged += 1,
        }
    }
    (reports, damaged)
}

fn report(line: &[u8]) -> Option<Report> {
    let (sum, rest) = line.split_at_checked(DIGITS)?;
    let json = rest.strip_prefix(b" ")?;
    if sum != checksum(json).as_bytes() {
        return None;
    }
    serde_json::from_slice(json).ok()
}

fn checksum(json: &[u8]) -> String {
    let mut text = hex::encode(crate::trust::sha256(json));
    text.truncate(DIGITS);
    text
}
