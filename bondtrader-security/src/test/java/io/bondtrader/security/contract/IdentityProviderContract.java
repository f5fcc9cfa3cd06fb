package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.authentication.FederatedTransaction;
import io.bondtrader.security.authentication.IdentityProvider;
import io.bondtrader.security.authentication.IdentityProvider.Answer;
import io.bondtrader.security.authentication.IdentityProvider.Denied;
import io.bondtrader.security.authentication.IdentityProvider.Stated;
import io.bondtrader.security.authentication.VerifiedIdentity;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.testdata.Attack;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every identity provider does. The implementer brings the user who signs in there. */
public abstract class IdentityProviderContract {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Returns the provider. */
    protected abstract IdentityProvider provider();

    /** Signs a user in at an address that the provider gave, and returns the parameters of the callback. */
    protected abstract Map<String, String> signIn(URI location);

    @Test
    public void aUserWhoSignsInIsStatedWithIssuerSubjectAndNonce() {
        FederatedTransaction transaction = transaction();
        Map<String, String> callback = signIn(provider().begin(transaction));

        assertThat(callback).containsEntry("state", transaction.state());
        VerifiedIdentity identity = stated(provider().complete(transaction, callback));
        assertThat(identity.issuer()).isEqualTo(provider().issuer());
        assertThat(identity.subject()).isNotBlank();
        assertThat(identity.nonce()).isEqualTo(transaction.nonce());
        if (provider().namesItself()) {
            assertThat(callback).containsEntry("iss", provider().issuer());
        }
    }

    @Test
    @Attack("A19")
    public void a19TheAddressAsksForS256AndHoldsNoVerifier() {
        FederatedTransaction transaction = transaction();
        String location = provider().begin(transaction).toString();

        assertThat(location)
                .contains(transaction.state())
                .contains(transaction.codeChallenge())
                .contains("S256")
                .doesNotContain(transaction.codeVerifier());
    }

    @Test
    @Attack("A19")
    public void a19ACodeIsRedeemedOnceByItsOwnTransaction() {
        FederatedTransaction mine = transaction();
        Map<String, String> callback = signIn(provider().begin(mine));
        FederatedTransaction another = transaction();
        assertThat(denied(provider().complete(another, callback))).isTrue();

        FederatedTransaction second = transaction();
        Map<String, String> fresh = signIn(provider().begin(second));
        assertThat(stated(provider().complete(second, fresh))).isNotNull();
        assertThat(denied(provider().complete(second, fresh))).isTrue();
    }

    @Test
    @Attack("A19")
    public void a19AnotherVerifierOrCallbackRedeemsNothing() {
        FederatedTransaction mine = transaction();
        String other = OpaqueToken.generate(RANDOM).reveal();
        Map<String, String> callback = signIn(provider().begin(mine));
        assertThat(denied(provider()
                        .complete(
                                new FederatedTransaction(
                                        mine.issuer(),
                                        mine.state(),
                                        mine.nonce(),
                                        other,
                                        mine.callback(),
                                        mine.browser(),
                                        mine.returnTo(),
                                        mine.until()),
                                callback)))
                .isTrue();
        FederatedTransaction next = transaction();
        Map<String, String> again = signIn(provider().begin(next));
        assertThat(denied(provider()
                        .complete(
                                new FederatedTransaction(
                                        next.issuer(),
                                        next.state(),
                                        next.nonce(),
                                        next.codeVerifier(),
                                        "https://other.example/back",
                                        next.browser(),
                                        next.returnTo(),
                                        next.until()),
                                again)))
                .isTrue();
    }

    @Test
    public void anyCallbackIsDeniedWithoutAnException() {
        FederatedTransaction transaction = transaction();
        for (String code : new String[] {"", "x", "A".repeat(43), "\u0000", "x".repeat(100_000), "\ud800"}) {
            Map<String, String> callback = new HashMap<>();
            callback.put("code", code);
            callback.put("state", transaction.state());
            assertThat(denied(provider().complete(transaction, callback))).isTrue();
        }
        assertThat(denied(provider().complete(transaction, Map.of()))).isTrue();
        assertThat(denied(provider().complete(transaction, Map.of("error", "access_denied"))))
                .isTrue();
    }

    private FederatedTransaction transaction() {
        return new FederatedTransaction(
                provider().issuer(),
                OpaqueToken.generate(RANDOM).reveal(),
                OpaqueToken.generate(RANDOM).reveal(),
                OpaqueToken.generate(RANDOM).reveal(),
                "https://desk.example/back",
                "digest",
                "/",
                Instant.parse("2026-03-02T12:10:00Z"));
    }

    private static VerifiedIdentity stated(Answer answer) {
        assertThat(answer).isInstanceOf(Stated.class);
        return ((Stated) answer).identity();
    }

    private static boolean denied(Answer answer) {
        return answer instanceof Denied;
    }
}
