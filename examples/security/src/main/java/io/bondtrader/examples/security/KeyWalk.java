package io.bondtrader.examples.security;

import io.bondtrader.security.authentication.SignInResult.SignedIn;
import io.bondtrader.security.error.DecryptionRefused;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.key.EncryptionContext;
import io.bondtrader.security.key.Keyring;
import io.bondtrader.security.key.SymmetricKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Keys that rotate and roll back below what they keep. */
final class KeyWalk {

    private static final AccountId OPERATOR = AccountId.of("ann");

    private final House house;
    private final Transcript transcript;

    KeyWalk(House house, Transcript transcript) {
        this.house = house;
        this.transcript = transcript;
    }

    void run(User mia) {
        transcript.step("Keys rotate, and roll back");
        byte[] plain = house.newSecret().getBytes(StandardCharsets.US_ASCII);
        EncryptionContext mias = EncryptionContext.purpose("settlement-account").with("account", "mia");
        EncryptionContext toms = EncryptionContext.purpose("settlement-account").with("account", "tom");
        byte[] first = house.cipher.wrap(plain, mias);
        Keyring<SymmetricKey> rotated = house.keys.rotateNow(OPERATOR, "a laptop was lost");
        byte[] second = house.cipher.wrap(plain, mias);
        transcript.allowed("ann rotates the keys", rotated.primaryNumber() == 2, rotated);
        Keyring<SymmetricKey> back = house.keys.rollBack(OPERATOR, "it was found");
        transcript.allowed("and rolls back", back.primaryNumber() == 1, back);
        transcript.allowed(
                "what either key sealed opens",
                Arrays.equals(house.cipher.unwrap(first, mias), plain)
                        && Arrays.equals(house.cipher.unwrap(second, mias), plain),
                "versions 1 and 2");
        house.clock.pass(Duration.ofSeconds(30));
        transcript.allowed("mia's app goes on", house.stepUp(mia) instanceof SignedIn, "its secret is sealed so, too");

        transcript.attack("A64", "mia's blob in tom's place", () -> {
            house.cipher.unwrap(first, toms);
            return Optional.empty();
        });
        transcript.attack("A64", "each byte of it changed, one at a time", () -> {
            int refused = 0;
            for (int i = 0; i < first.length; i++) {
                byte[] altered = first.clone();
                altered[i] ^= 1;
                refused += refuses(altered, mias) ? 1 : 0;
            }
            return refused == first.length ? Optional.of("all " + refused) : Optional.empty();
        });
        house.keys.disable(2, OPERATOR, "tidying up");
        transcript.attack("A63", "a version that blobs still need is destroyed by one person", () -> {
            house.keys.destroy(2, OPERATOR, "tidying up");
            return Optional.empty();
        });
        house.keys.enable(2, OPERATOR, "blobs still need it");
    }

    private boolean refuses(byte[] sealed, EncryptionContext place) {
        try {
            house.cipher.unwrap(sealed, place);
            return false;
        } catch (DecryptionRefused refused) {
            return true;
        }
    }
}
