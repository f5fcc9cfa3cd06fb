package io.bondtrader.security.password;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/** A password as the bytes that are hashed: UTF-8 of Unicode's form NFC, so that every keyboard gives the same ones. */
final class PasswordBytes {

    static final int LONGEST = 1024;

    private PasswordBytes() {}

    /** Returns the bytes; empty if there are none or more than {@link #LONGEST}, or a surrogate has no partner. */
    static Optional<byte[]> of(char[] password) {
        if (password.length == 0 || password.length > LONGEST) {
            return Optional.empty();
        }
        CharBuffer characters = CharBuffer.wrap(password);
        if (!Normalizer.isNormalized(characters, Normalizer.Form.NFC)) {
            // The platform normalises into a string, which cannot be wiped; passwords in ASCII never come here.
            characters = CharBuffer.wrap(
                    Normalizer.normalize(characters, Normalizer.Form.NFC).toCharArray());
        }
        var encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        byte[] room = new byte[3 * characters.length()];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        boolean whole = !encoder.encode(characters, encoded, true).isError() && encoded.position() <= LONGEST;
        byte[] bytes = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        if (!whole) {
            Arrays.fill(bytes, (byte) 0);
            return Optional.empty();
        }
        return Optional.of(bytes);
    }
}
