package io.bondtrader.strategies.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Fair shares of what was filled. */
final class ProRataTest {

    @Property
    void partsAddUpExceedNoShareAndAreWithinAUnitOfWhatIsDue(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 1_000_000_000_000L) Long> faces,
            @ForAll @DoubleRange(max = 1.0) double filled) {
        BigDecimal[] shares = new BigDecimal[faces.size()];
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < faces.size(); i++) {
            shares[i] = BigDecimal.valueOf(faces.get(i));
            total = total.add(shares[i]);
        }
        BigDecimal amount =
                BigDecimal.valueOf((long) (filled * total.doubleValue())).min(total);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal[] parts = ProRata.divide(amount, shares);
        for (int i = 0; i < parts.length; i++) {
            double due = faces.get(i) * amount.doubleValue() / total.doubleValue();
            assertThat(parts[i]).isBetween(BigDecimal.ZERO, shares[i]);
            assertThat(parts[i].doubleValue()).isCloseTo(due, within(1.0 + 1e-9 * due));
            sum = sum.add(parts[i]);
        }

        assertThat(sum).isEqualByComparingTo(amount);
    }

    @Test
    void whoWantsNothingGetsNothing() {
        BigDecimal[] parts =
                ProRata.divide(BigDecimal.TEN, new BigDecimal[] {BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO});

        assertThat(parts).containsExactly(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO);
    }
}
