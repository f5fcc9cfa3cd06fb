package io.bondtrader.security.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.network.IpAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the page on API keys shows. */
final class ApiKeysSampleTest {

    @Test
    void issuesChecksAndRotates() {
        var admin = AccountId.of("admin");
        var address = IpAddress.parse("203.0.113.7");

        var keys = ApiKeys.builder(new InMemoryApiKeys(), "bt", "live").build();
        IssuedApiKey issued =
                keys.issue(AccountId.of("risk-report"), PersonId.of("p-17"), Set.of("positions:read"), false, admin);
        String shownOnce = issued.text(); // bt_live_…

        boolean allowed = keys.check(shownOnce, address) instanceof ApiKeyVerdict.Accepted accepted
                && accepted.allows("positions:read");
        IssuedApiKey next = keys.rotate(issued.record().id(), admin); // both work for a week

        assertThat(allowed).isTrue();
        assertThat(keys.check(next.text(), address)).isInstanceOf(ApiKeyVerdict.Accepted.class);
    }
}
