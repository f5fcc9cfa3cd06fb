package io.bondtrader.security.token.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.TimingLeak;
import io.bondtrader.testdata.TimingLeak.Pair;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How long a seal takes to be refused says nothing of where it differs. */
final class SealTimingTest {

    @Test
    @Attack("A35")
    void a35ASealThatDiffersEarlyTakesAsLongAsOneThatDiffersLate() {
        assertThat(TimingLeak.smallestT(20_000, 10, SealTimingTest::almostRightSeals))
                .isLessThan(TimingLeak.BAR);
    }

    private static Pair almostRightSeals(int attempt) {
        MacKey key = MacKey.of("k", MacAlgorithm.HS256, Canary.bytes("key whose timing is measured " + attempt, 32));
        byte[] message = new byte[64];
        byte[] early = key.seal(message);
        byte[] late = early.clone();
        early[0] ^= 1;
        late[31] ^= 1;
        return Pair.of(early, late, seal -> key.verifies(message, seal) ? 1 : 0);
    }

    @Test
    void aComparisonThatStopsEarlyWouldBeNoticed() {
        byte[] kept = new byte[1 << 16];
        byte[] early = kept.clone();
        early[0] = 1;
        byte[] late = kept.clone();
        late[late.length - 1] = 1;

        assertThat(TimingLeak.smallestT(
                        5_000, 2, attempt -> Pair.of(early, late, seal -> Arrays.equals(kept, seal) ? 1 : 0)))
                .isGreaterThan(TimingLeak.BAR);
    }
}
