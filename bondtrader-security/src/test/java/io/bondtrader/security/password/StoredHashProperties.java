package io.bondtrader.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of the text of hashes. */
final class StoredHashProperties {

    private static final String GOOD =
            "{pepper=2026-1}$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Property(tries = 2_000)
    void whateverIsReadIsWrittenTheSame(@ForAll @IntRange(max = 100) int at, @ForAll char c) {
        int position = at % GOOD.length();
        String altered = GOOD.substring(0, position) + c + GOOD.substring(position + 1);

        StoredHash.parse(altered).ifPresent(hash -> assertThat(hash.text()).isEqualTo(altered));
        assertThat(StoredHash.parse(GOOD).orElseThrow().text()).isEqualTo(GOOD);
    }

    @Property(tries = 500)
    void anyTextIsAHashOrNoneWithoutFailure(@ForAll String rest) {
        for (String start : new String[] {"", "$2b$", "$argon2id$v=19$", "$pbkdf2-sha256$i=", "{pepper="}) {
            assertThat(StoredHash.parse(start + rest)).isEmpty();
        }
    }
}
