//! Names of the settings that are handed down the organisation.

use crate::macros::names;

names! {
    /// A setting. What its values are and what holds where nobody set it is told by the registry in `domain`.
    SettingName, "time_zone" {
        /// Language of mails and of people who have not chosen one.
        Locale = "locale",
        /// Olson time zone.
        TimeZone = "time_zone",
        /// ISO 3166 country: tones, emergency numbers.
        Country = "country",
        /// Area code as dialled within the country, `044`.
        AreaCode = "area_code",
        /// How numbers are shown: `national` or `international`.
        NumberFormat = "number_format",
        /// ISO 3166 country whose tones phones play; that of the site unless set.
        Tones = "tones",
        /// Name on the sign-in page and in mails.
        BrandName = "brand_name",
        /// Logo: `{ "media_type", "data" }`, SVG or PNG, base64.
        BrandLogo = "brand_logo",
        /// Colour `#rrggbb` or `oklch(L C H)`; accents with enough contrast are made of it.
        BrandColour = "brand_colour",
        /// Name mails come from.
        MailSenderName = "mail_sender_name",
        /// Address mails come from.
        MailSenderAddress = "mail_sender_address",
        /// Host name of one's own under which the web UI is reached.
        HostName = "host_name",
        /// Minutes a browser session may be idle.
        SessionIdleMinutes = "session_idle_minutes",
        /// Networks people may come from; none named: any.
        SignInNetworks = "sign_in_networks",
        /// Whether people must have a second factor.
        SecondFactorRequired = "second_factor_required",
    }
}
