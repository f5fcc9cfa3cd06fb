package io.bondtrader.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.contract.AccountDirectoryContract;
import io.bondtrader.security.contract.CredentialStoreContract;
import io.bondtrader.security.contract.IdentityProviderContract;
import io.bondtrader.security.contract.KnownPlacesContract;
import io.bondtrader.security.guard.InMemorySingleUse;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class InMemoryAuthenticationStoresTest {

    @Nested
    final class Credentials extends CredentialStoreContract {
        @Override
        protected CredentialStore newStore() {
            return new InMemoryCredentials();
        }
    }

    @Nested
    final class Places extends KnownPlacesContract {
        @Override
        protected KnownPlaces newPlaces() {
            return new InMemoryPlaces();
        }
    }

    @Nested
    final class Directory extends AccountDirectoryContract {
        @Override
        protected AccountDirectory directory() {
            InMemoryAccounts accounts = new InMemoryAccounts();
            accounts.put("mia", MIA);
            accounts.put("noah", NOAH);
            accounts.link("https://id.example", "4711", MIA.id());
            return accounts;
        }
    }

    @Nested
    final class Users extends IdentityProviderContract {
        private final LocalUsers users = LocalUsers.of(
                "https://desk.example",
                URI.create("https://desk.example/login"),
                new InMemorySingleUse<>(),
                () -> Desk.NOON,
                new SecureRandom());

        @Override
        protected IdentityProvider provider() {
            return users;
        }

        @Override
        protected Map<String, String> signIn(URI location) {
            Principal mia = Principal.of(AccountId.of("mia"), PersonId.of("p-1"));
            return LocalUsers.parameters(users.approve(location, mia));
        }
    }

    @Test
    void aNameOrAnIdentityBelongsToOneAccount() {
        InMemoryAccounts accounts = new InMemoryAccounts();
        Account mia = new Account(AccountId.of("a-1"), PersonId.of("p-1"), true, 0);
        Account noah = new Account(AccountId.of("a-2"), PersonId.of("p-2"), true, 0);
        accounts.put("Mia", mia);
        assertThatThrownBy(() -> accounts.put("MIA", noah)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> accounts.put(" ", noah)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> accounts.put("x".repeat(257), noah)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> accounts.link("i", "s", noah.id())).isInstanceOf(InvalidInput.class);
        accounts.put("noah", noah);
        accounts.link("i", "s", mia.id());
        assertThatThrownBy(() -> accounts.link("i", "s", noah.id())).isInstanceOf(InvalidInput.class);
        accounts.put("mia.berg", mia);
        assertThat(accounts.byLoginName("mia")).as("renamed").isEmpty();
        assertThat(accounts.byLoginName("MIA.berg")).contains(mia);
    }

    @Test
    void loginPagesAnswerWholeRequestsAlone() {
        LocalUsers users = LocalUsers.of(
                "i",
                URI.create("https://d.example/login"),
                new InMemorySingleUse<>(),
                () -> Desk.NOON,
                new SecureRandom());
        Principal mia = Principal.of(AccountId.of("mia"), PersonId.of("p-1"));
        String whole =
                "https://d.example/login?state=s&nonce=n&code_challenge=c&redirect_uri=https%3A%2F%2Fx.example%2F"
                        + "&code_challenge_method=";
        assertThat(users.approve(URI.create(whole + "S256"), mia).toString()).startsWith("https://x.example/?code=");
        for (String bad : new String[] {
            whole + "plain",
            whole,
            (whole + "S256").replace("state=s", "state="),
            (whole + "S256").replace("nonce=n&", ""),
            whole + "S256&state=s"
        }) {
            assertThatThrownBy(() -> users.approve(URI.create(bad), mia)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> LocalUsers.of(
                        "i",
                        URI.create("https://d.example/login?a=b"),
                        new InMemorySingleUse<>(),
                        () -> Desk.NOON,
                        new SecureRandom()))
                .isInstanceOf(InvalidInput.class);
    }
}
