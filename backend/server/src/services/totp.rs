//! Codes of an authenticator app (RFC 6238): six digits, 30 seconds, SHA-1, one step of tolerance either way.

use cordboard_types::Timestamp;
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

use crate::http::error::{ApiError, ApiResult};

/// Bytes of a secret, as RFC 4226 §4 recommends.
pub const SECRET_BYTES: usize = 20;

/// A secret as it is stored and typed: base32.
#[must_use]
pub fn base32(bytes: &[u8; SECRET_BYTES]) -> Zeroizing<String> {
    Zeroizing::new(Secret::from(bytes.to_vec()).to_base32())
}

/// The time step whose code this is, if it is one now.
///
/// # Errors
/// When the stored secret is malformed.
pub fn step_of(secret: &str, code: &str, now: Timestamp) -> ApiResult<Option<i64>> {
    let seconds = u64::try_from(now.0 / 1000).unwrap_or_default();
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let step = totp(secret, "")?.check(&digits, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// The `otpauth://` address of a secret, for the app.
///
/// # Errors
/// When the stored secret is malformed.
pub fn uri(secret: &str, account: &str) -> ApiResult<String> {
    totp(secret, account)?.to_url().map_err(ApiError::internal)
}

/// The same as a picture: an SVG document.
///
/// # Errors
/// When the address is too long for a QR code.
pub fn picture(uri: &str) -> ApiResult<String> {
    let code = qrcode::QrCode::new(uri).map_err(ApiError::internal)?;
    Ok(code.render::<qrcode::render::svg::Color<'_>>().min_dimensions(200, 200).build())
}

fn totp(secret: &str, account: &str) -> ApiResult<Totp> {
    let secret = Secret::try_from_base32(secret).map_err(ApiError::internal)?;
    // The account's colon would end the issuer's name (key URI format).
    let account = account.replace(':', " ");
    let builder =
        Builder::new().with_secret(secret).with_account_name(account).with_issuer(Some("Cordboard"));
    builder.build().map_err(ApiError::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_rfcs_test_secret() {
        let secret = base32(b"12345678901234567890");
        // RFC 6238 appendix B, the last six of its eight digits.
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            let now = Timestamp(seconds * 1000);
            assert_eq!(step_of(&secret, code, now).unwrap(), Some(seconds / 30), "{seconds}");
            assert_eq!(step_of(&secret, code, now.plus(90_000)).unwrap(), None, "its time is over");
        }
        assert_eq!(step_of(&secret, " 287 082", Timestamp(59_000)).unwrap(), Some(1), "as apps group it");
        assert_eq!(step_of(&secret, "28708", Timestamp(59_000)).unwrap(), None);
    }

    #[test]
    fn the_app_gets_an_address_and_a_picture() {
        let uri = uri(&base32(&[7; SECRET_BYTES]), "anna@example.net").unwrap();
        assert!(uri.starts_with("otpauth://totp/Cordboard:anna%40example.net?"), "{uri}");
        assert!(picture(&uri).unwrap().contains("<svg"));
    }
}
