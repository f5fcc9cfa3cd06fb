package io.bondtrader.security.mfa;

import io.bondtrader.security.contract.HardwareTokenVerifierContract.Token;
import io.bondtrader.security.mfa.EnrolledFactor.TokenKey;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Flags;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A token in software that signs purpose, challenge, origin, counter and flags as one line of text, and what verifies it.
 */
public final class SoftwareToken implements Token {

    static final String ORIGIN = "https://desk.example";

    final String credentialId;
    long counter;
    Flags flags = new Flags(true, true, false, false);
    private final Ed25519PrivateKeyParameters key;

    /** Makes a key. */
    public SoftwareToken() {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[32];
        random.nextBytes(id);
        this.credentialId = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        this.key = new Ed25519PrivateKeyParameters(random);
    }

    @Override
    public String register(HardwareChallenge challenge) {
        return answer("create", challenge, ORIGIN);
    }

    @Override
    public String sign(HardwareChallenge challenge) {
        counter++;
        return answer("get", challenge, ORIGIN);
    }

    @Override
    public String signAtAnotherOrigin(HardwareChallenge challenge) {
        counter++;
        return answer("get", challenge, "https://desk.example.evil.example");
    }

    private String answer(String type, HardwareChallenge challenge, String origin) {
        String publicKey = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.generatePublicKey().getEncoded());
        String line = String.join(
                " ",
                type,
                challenge.challenge(),
                origin,
                credentialId,
                publicKey,
                Long.toString(counter),
                bit(flags.userPresent())
                        + bit(flags.userVerified())
                        + bit(flags.backupEligible())
                        + bit(flags.backedUp()));
        byte[] text = line.getBytes(StandardCharsets.US_ASCII);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(text, 0, text.length);
        return line + " " + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.generateSignature());
    }

    private static String bit(boolean set) {
        return set ? "1" : "0";
    }

    /** Verifies what {@link SoftwareToken} signs. */
    public static final class Verifier implements HardwareTokenVerifier {

        @Override
        public Reading register(HardwareChallenge challenge, String answer) {
            String[] fields = answer.split(" ", -1);
            if (!whole(fields, "create", challenge) || !signed(fields, fields[4])) {
                return new Rejected("form");
            }
            return new Registered(
                    new TokenKey(fields[3], fields[4], number(fields[5]), fields[6].charAt(2) == '1'),
                    flags(fields[6]));
        }

        @Override
        public Reading verify(HardwareChallenge challenge, String answer) {
            String[] fields = answer.split(" ", -1);
            if (!whole(fields, "get", challenge)) {
                return new Rejected("form");
            }
            for (TokenKey key : challenge.keys()) {
                if (key.credentialId().equals(fields[3]) && signed(fields, key.publicKey())) {
                    return new Asserted(fields[3], number(fields[5]), flags(fields[6]));
                }
            }
            return new Rejected("signature");
        }

        private static boolean whole(String[] fields, String type, HardwareChallenge challenge) {
            return fields.length == 8
                    && fields[0].equals(type)
                    && fields[1].equals(challenge.challenge())
                    && fields[2].equals(ORIGIN);
        }

        private static boolean signed(String[] fields, String publicKey) {
            try {
                Ed25519Signer signer = new Ed25519Signer();
                signer.init(
                        false,
                        new Ed25519PublicKeyParameters(Base64.getUrlDecoder().decode(publicKey)));
                byte[] text =
                        String.join(" ", java.util.Arrays.copyOf(fields, 7)).getBytes(StandardCharsets.US_ASCII);
                signer.update(text, 0, text.length);
                return signer.verifySignature(Base64.getUrlDecoder().decode(fields[7]));
            } catch (IllegalArgumentException bad) {
                return false;
            }
        }

        private static long number(String text) {
            return Long.parseLong(text);
        }

        private static Flags flags(String bits) {
            return new Flags(
                    bits.charAt(0) == '1', bits.charAt(1) == '1', bits.charAt(2) == '1', bits.charAt(3) == '1');
        }
    }
}
