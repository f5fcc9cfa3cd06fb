package io.bondtrader.security.password;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.BCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The slow part: a password and a salt made into the bytes that are compared. */
final class Derivation {

    static final int BCRYPT_BYTES = 72;
    static final int BCRYPT_DIGEST_BYTES = 23;

    private Derivation() {}

    /** Derives {@code length} bytes; bcrypt gives its 23 always and needs a password that {@link #bcryptTakes}. */
    static byte[] derive(PasswordScheme scheme, byte[] password, byte[] salt, int length) {
        if (scheme instanceof PasswordScheme.Argon2id argon2) {
            return argon2id(argon2, password, salt, length, new byte[0], new byte[0]);
        }
        if (scheme instanceof PasswordScheme.Bcrypt bcrypt) {
            return bcrypt(bcrypt.cost(), password, salt);
        }
        return pbkdf2(((PasswordScheme.Pbkdf2) scheme).iterations(), password, salt, length);
    }

    /**
     * Says whether bcrypt would see the whole password. It reads 72 bytes, and a zero byte is its end mark: "a" and
     * "a\0a" would be one key.
     */
    static boolean bcryptTakes(byte[] password) {
        if (password.length > BCRYPT_BYTES) {
            return false;
        }
        for (byte b : password) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    static byte[] argon2id(
            PasswordScheme.Argon2id cost, byte[] password, byte[] salt, int length, byte[] secret, byte[] additional) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withSecret(secret)
                .withAdditional(additional)
                .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] digest = new byte[length];
        generator.generateBytes(password, digest);
        parameters.clear();
        return digest;
    }

    private static byte[] bcrypt(int cost, byte[] password, byte[] salt) {
        // True: the key of version 2b ends with a zero byte where it is not full.
        return Arrays.copyOf(BCrypt.generate(password, salt, cost, true), BCRYPT_DIGEST_BYTES);
    }

    private static byte[] pbkdf2(int iterations, byte[] password, byte[] salt, int length) {
        // The JDK takes characters and makes UTF-8 of them; these bytes are UTF-8 always, so nothing is lost.
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(password));
        char[] characters = Arrays.copyOf(decoded.array(), decoded.limit());
        var specification = new PBEKeySpec(characters, salt, iterations, length * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(specification)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has PBKDF2WithHmacSHA256", e);
        } finally {
            specification.clearPassword();
            Arrays.fill(characters, '\0');
            Arrays.fill(decoded.array(), '\0');
        }
    }
}
