package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.authentication.Account;
import io.bondtrader.security.authentication.AccountDirectory;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.testdata.Attack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every directory of accounts does. */
public abstract class AccountDirectoryContract {

    /** An account that the directory holds under the login name {@code mia}, linked with a user of an issuer. */
    protected static final Account MIA = new Account(AccountId.of("a-1"), PersonId.of("p-1"), true, 3);

    /** An account that may not sign in, under the login name {@code noah}. */
    protected static final Account NOAH = new Account(AccountId.of("a-2"), PersonId.of("p-2"), false, 0);

    /** Returns a directory with both; {@link #MIA} linked with subject {@code 4711} of {@code https://id.example}. */
    protected abstract AccountDirectory directory();

    @Test
    public void accountsAreFoundByNameAndIdentifier() {
        AccountDirectory directory = directory();
        assertThat(directory.byLoginName("mia")).contains(MIA);
        assertThat(directory.byId(MIA.id())).contains(MIA);
        assertThat(directory.byLoginName("noah")).contains(NOAH);
        for (String none : List.of("", "nobody", "mia ", "mia\u0000", "a-1", "%", "*", "mia' or 'a'='a")) {
            assertThat(directory.byLoginName(none)).isEmpty();
        }
        assertThat(directory.byId(AccountId.of("mia"))).isEmpty();
    }

    @Test
    @Attack({"A12", "A24"})
    public void a24AnIdentityIsIssuerAndSubjectExactly() {
        AccountDirectory directory = directory();
        assertThat(directory.byFederatedIdentity("https://id.example", "4711")).contains(MIA);
        assertThat(directory.byFederatedIdentity("https://id.example/", "4711")).isEmpty();
        assertThat(directory.byFederatedIdentity("https://ID.example", "4711")).isEmpty();
        assertThat(directory.byFederatedIdentity("https://other.example", "4711"))
                .isEmpty();
        assertThat(directory.byFederatedIdentity("https://id.example", "mia")).isEmpty();
    }
}
