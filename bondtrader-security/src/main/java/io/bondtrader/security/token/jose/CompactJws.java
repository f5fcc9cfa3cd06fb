package io.bondtrader.security.token.jose;

import java.nio.charset.StandardCharsets;

/** A message in three parts, taken apart and not believed. Nothing in it can be asked for what it claims. */
final class CompactJws {

    private final JwsHeader header;
    private final byte[] payload;
    private final byte[] signed;
    private final byte[] signature;

    private CompactJws(JwsHeader header, byte[] payload, byte[] signed, byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signed = signed;
        this.signature = signature;
    }

    static CompactJws parse(String text, boolean embeddedKey) {
        if (text.length() > StrictJson.LONGEST) {
            throw new RefusedToken(Refusal.MALFORMED);
        }
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        // A third dot is outside the alphabet of the signature.
        if (first <= 0 || second < 0) {
            throw new RefusedToken(Refusal.MALFORMED);
        }
        byte[] header = Base64Url.decode(text, 0, first);
        byte[] payload = Base64Url.decode(text, first + 1, second);
        byte[] signature = Base64Url.decode(text, second + 1, text.length());
        if (header == null || payload == null || signature == null) {
            throw new RefusedToken(Refusal.MALFORMED);
        }
        return new CompactJws(
                JwsHeader.of(StrictJson.object(header), embeddedKey),
                payload,
                text.substring(0, second).getBytes(StandardCharsets.US_ASCII),
                signature);
    }

    JwsHeader header() {
        return header;
    }

    byte[] payload() {
        return payload;
    }

    byte[] signed() {
        return signed;
    }

    byte[] signature() {
        return signature;
    }
}
