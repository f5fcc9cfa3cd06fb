package io.bondtrader.security.password;

import io.bondtrader.core.error.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hash as text that says how it was made. A pepper stands before it in braces, so that without one the text is what
 * other libraries write:
 *
 * <pre>
 * $argon2id$v=19$m=19456,t=2,p=1$salt$digest      PHC string format
 * $2b$12$saltdigest                               bcrypt; 2a and 2y are read too
 * $pbkdf2-sha256$i=600000$salt$digest             in the manner of the PHC format
 * {pepper=2026-1}$argon2id$...
 * </pre>
 *
 * Only the one canonical spelling is read.
 */
final class StoredHash {

    private static final int LONGEST_TEXT = 512;
    private static final String STANDARD_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final String BCRYPT_ALPHABET = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    final @Nullable String pepper;
    final PasswordScheme scheme;
    final byte[] salt;
    final byte[] digest;

    StoredHash(@Nullable String pepper, PasswordScheme scheme, byte[] salt, byte[] digest) {
        this.pepper = pepper;
        this.scheme = scheme;
        this.salt = salt;
        this.digest = digest;
    }

    String text() {
        String start = pepper == null ? "" : "{pepper=" + pepper + "}";
        if (scheme instanceof PasswordScheme.Argon2id argon2) {
            return start + "$argon2id$v=19$m=" + argon2.memoryKib() + ",t=" + argon2.passes() + ",p=" + argon2.lanes()
                    + "$" + base64(salt) + "$" + base64(digest);
        }
        if (scheme instanceof PasswordScheme.Bcrypt bcrypt) {
            return start + "$2b$" + (bcrypt.cost() < 10 ? "0" : "") + bcrypt.cost() + "$"
                    + translated(base64(salt), STANDARD_ALPHABET, BCRYPT_ALPHABET)
                    + translated(base64(digest), STANDARD_ALPHABET, BCRYPT_ALPHABET);
        }
        return start + "$pbkdf2-sha256$i=" + ((PasswordScheme.Pbkdf2) scheme).iterations() + "$" + base64(salt) + "$"
                + base64(digest);
    }

    /** Reads a hash; empty if it is none, whatever the text. Takes no work that grows with the cost it names. */
    static Optional<StoredHash> parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        try {
            StoredHash hash = read(text);
            String again = hash.text();
            // 2a and 2y of bcrypt are the same function; all else must be spelt as we would.
            boolean canonical = again.equals(text)
                    || (hash.scheme instanceof PasswordScheme.Bcrypt
                            && (again.replaceFirst("\\$2b\\$", "\\$2a\\$").equals(text)
                                    || again.replaceFirst("\\$2b\\$", "\\$2y\\$")
                                            .equals(text)));
            return canonical ? Optional.of(hash) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | InvalidInput refused) {
            return Optional.empty();
        }
    }

    private static StoredHash read(String text) {
        String pepper = null;
        String rest = text;
        if (text.startsWith("{pepper=")) {
            int end = text.indexOf('}');
            pepper = text.substring("{pepper=".length(), end);
            require(Pepper.isId(pepper));
            rest = text.substring(end + 1);
        }
        String[] fields = rest.split("\\$", -1);
        require(fields.length >= 4 && fields[0].isEmpty());
        return switch (fields[1]) {
            case "argon2id" -> {
                require(fields.length == 6 && fields[2].equals("v=19"));
                String[] costs = fields[3].split(",", -1);
                require(costs.length == 3);
                var scheme = new PasswordScheme.Argon2id(
                        number(costs[0], "m="), number(costs[1], "t="), number(costs[2], "p="));
                yield checked(pepper, scheme, unbase64(fields[4]), unbase64(fields[5]));
            }
            case "2a", "2b", "2y" -> {
                require(fields.length == 4 && fields[2].length() == 2 && fields[3].length() == 53);
                String standard = translated(fields[3], BCRYPT_ALPHABET, STANDARD_ALPHABET);
                var scheme = new PasswordScheme.Bcrypt(Integer.parseInt(fields[2]));
                yield new StoredHash(
                        pepper, scheme, unbase64(standard.substring(0, 22)), unbase64(standard.substring(22)));
            }
            case "pbkdf2-sha256" -> {
                require(fields.length == 5);
                var scheme = new PasswordScheme.Pbkdf2(number(fields[2], "i="));
                yield checked(pepper, scheme, unbase64(fields[3]), unbase64(fields[4]));
            }
            default -> throw new IllegalArgumentException("no such algorithm");
        };
    }

    private static StoredHash checked(@Nullable String pepper, PasswordScheme scheme, byte[] salt, byte[] digest) {
        // Below: trivially guessed or collided. Above: nobody makes such, and PBKDF2 pays a whole run every 32 bytes.
        require(salt.length >= 8 && salt.length <= 64 && digest.length >= 16 && digest.length <= 64);
        return new StoredHash(pepper, scheme, salt, digest);
    }

    private static int number(String field, String name) {
        require(field.startsWith(name));
        return Integer.parseInt(field.substring(name.length()));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not of the form");
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] unbase64(String text) {
        return Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** bcrypt's base64 packs its bits as everybody's does and spells them with another alphabet. */
    private static String translated(String text, String from, String to) {
        char[] out = new char[text.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = to.charAt(from.indexOf(text.charAt(i)));
        }
        return new String(out);
    }

    @Override
    public String toString() {
        return "StoredHash[" + scheme + "]";
    }
}
