package io.bondtrader.security.mfa;

import io.bondtrader.core.error.InvalidInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The address that an authenticator app reads from a QR code, in the form of Google's Key Uri Format. */
public final class Provisioning {

    private Provisioning() {}

    /**
     * Returns the address of a time-based factor. It holds the secret: show it once, never log it.
     *
     * @param secret of the factor
     * @param issuer who asks for the code, without a colon
     * @param account whose code it is, without a colon
     * @return the characters; wipe them afterwards
     */
    public static char[] timeBased(OneTimeSecret secret, String issuer, String account) {
        String start = "otpauth://totp/" + encoded("issuer", issuer) + ":" + encoded("account", account) + "?secret=";
        String end = "&issuer=" + encoded("issuer", issuer) + "&algorithm="
                + secret.hash().name().toUpperCase(Locale.ROOT) + "&digits=" + secret.digits() + "&period="
                + TimeCodes.STEP_SECONDS;
        char[] key = secret.base32();
        char[] address = new char[start.length() + key.length + end.length()];
        start.getChars(0, start.length(), address, 0);
        System.arraycopy(key, 0, address, start.length(), key.length);
        end.getChars(0, end.length(), address, start.length() + key.length);
        Arrays.fill(key, '\0');
        return address;
    }

    private static String encoded(String name, String value) {
        boolean fits = !value.isBlank()
                && value.length() <= 100
                && value.indexOf(':') < 0
                && value.chars().noneMatch(Character::isISOControl);
        InvalidInput.unless(fits, name, value, "1 to 100 characters without a colon");
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
