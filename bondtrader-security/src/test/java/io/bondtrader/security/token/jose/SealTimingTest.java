package io.bondtrader.security.token.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.TimingLeak;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** How long a seal takes to be refused says nothing of where it differs. */
final class SealTimingTest {

    @Test
    @Attack("A35")
    void a35ASealThatDiffersEarlyTakesAsLongAsOneThatDiffersLate() {
        MacKey key = MacKey.of("k", MacAlgorithm.HS256, Canary.bytes("key whose timing is measured", 32));
        byte[] message = new byte[64];
        byte[] early = key.seal(message);
        early[0] ^= 1;
        byte[] late = key.seal(message);
        late[31] ^= 1;

        // One lambda for both classes: compiled twice, they would differ by themselves.
        assertThat(TimingLeak.smallestT(20_000, 8, checking(key, message, early), checking(key, message, late)))
                .isLessThan(TimingLeak.BAR);
    }

    private static ToLongFunction<Integer> checking(MacKey key, byte[] message, byte[] seal) {
        return i -> key.verifies(message, seal) ? 1 : 0;
    }

    @Test
    void aComparisonThatStopsEarlyWouldBeNoticed() {
        byte[] kept = new byte[1 << 16];
        byte[] early = kept.clone();
        early[0] = 1;
        byte[] late = kept.clone();
        late[late.length - 1] = 1;

        assertThat(TimingLeak.smallestT(
                        5_000, 2, i -> Arrays.equals(kept, early) ? 1 : 0, i -> Arrays.equals(kept, late) ? 1 : 0))
                .isGreaterThan(TimingLeak.BAR);
    }
}
