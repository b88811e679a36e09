# English. `error-<code>` and `invalid-<code>` are looked up by code, every other id is a variant of Key.

app-name = Cordboard

## Errors (openapi/api, ErrorCode)

error-malformed_json = The request could not be read. Please try again.
error-malformed_parameter = The address of this request is not right.
error-signed_out = You are signed out. Please sign in.
error-wrong_credentials = This e-mail address and password do not match.
error-wrong_signature = The signature of this request does not hold.
error-forbidden = You are not allowed to do this.
error-cross_site = This request came from another site and was refused.
error-not_found = This does not exist here, or you have no access to it.
error-method_not_allowed = This cannot be done here.
error-conflict = Somebody else changed this in the meantime. Nothing of yours was saved.
error-idempotency_mismatch = This was already sent with other values. Please reload the page and try again.
error-version_mismatch = Somebody else changed this since you opened it. Nothing of yours was saved.
error-body_too_large = This is larger than allowed.
error-unsupported_media_type = Only JSON is understood here.
error-invalid = Please check the marked fields. Nothing was saved.
error-unknown_field = The request names a field that does not exist.
error-mac_taken = This MAC address is already in use.
error-extension_taken = This extension is already in use at this customer.
error-email_taken = This e-mail address is already in use.
error-unknown_model = This model is not in the catalogue.
error-not_of_this_model = This model does not have this setting.
error-unknown_reference = What this refers to does not exist at this customer.
error-mac_needed = Enter the MAC address first: the redirect service knows the device by it.
error-registrar_unknown = The site has no registrar address yet. Connect its agent, or set the address by hand.
error-nothing_to_publish = There is nothing to publish.
error-version_needed = The request must say which version it changes.
error-rate_limited = Too many requests. Please wait a moment and try again.
error-internal = Something went wrong on our side. Nothing was lost; please try again.
error-unavailable = A part of the system does not answer right now. Please try again in a moment.

## Refused values (openapi/types, Invalid)

invalid-empty = Please fill this in.
invalid-too_long = This is too long.
invalid-too_short = This is too short.
invalid-character = This contains characters that cannot be used here.
invalid-mac = A MAC address has 12 hexadecimal digits, for example 00:04:13:45:C9:BF.
invalid-access_key = An access key has 48 hexadecimal digits.
invalid-extension = An extension has 1 to 10 digits.
invalid-email = This is not an e-mail address.
invalid-device_password = A device password has 4 to 9 digits.
invalid-locale = This language is not available.
invalid-timestamp = This is not a time.
invalid-host = This is not a host name or an IP address.
invalid-ipui = An IPUI has 10 to 13 hexadecimal digits.
invalid-choice = Please choose one of the offered values.
