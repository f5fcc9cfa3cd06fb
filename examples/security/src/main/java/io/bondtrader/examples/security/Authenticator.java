package io.bondtrader.examples.security;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a user's phone: reads the address that a QR code says, and shows codes by RFC 6238. */
final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] key;

    private Authenticator(byte[] key) {
        this.key = key;
    }

    static Authenticator scan(char[] address) {
        String text = new String(address);
        int start = text.indexOf("secret=") + "secret=".length();
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int i = start; i < text.length() && text.charAt(i) != '&'; i++) {
            bits = (bits << 5) | BASE32.indexOf(text.charAt(i));
            held += 5;
            if (held >= 8) {
                held -= 8;
                key.write(bits >> held);
                bits &= (1 << held) - 1;
            }
        }
        return new Authenticator(key.toByteArray());
    }

    String code(Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-1", impossible);
        }
    }
}
