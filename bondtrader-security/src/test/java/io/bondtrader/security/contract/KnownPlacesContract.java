package io.bondtrader.security.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.authentication.KnownPlaces;
import io.bondtrader.security.identity.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of known places does. */
public abstract class KnownPlacesContract {

    private static final AccountId MIA = AccountId.of("mia");

    /** Returns an empty store. */
    protected abstract KnownPlaces newPlaces();

    @Test
    public void placesAreKnownToTheirAccountUntilForgotten() {
        KnownPlaces places = newPlaces();
        places.remember(MIA, "a");
        places.remember(MIA, "b");
        places.remember(MIA, "a");

        assertThat(places.known(MIA, List.of("b", "x", "a"))).containsExactly("b", "a");
        assertThat(places.known(AccountId.of("noah"), List.of("a"))).isEmpty();
        places.forget(MIA);
        assertThat(places.known(MIA, List.of("a", "b"))).isEmpty();
    }

    @Test
    public void theLatestEightAreKept() {
        KnownPlaces places = newPlaces();
        for (int i = 0; i < 200; i++) {
            places.remember(MIA, "p" + i);
        }
        for (int i = 192; i < 200; i++) {
            assertThat(places.known(MIA, List.of("p" + i))).hasSize(1);
        }
    }
}
