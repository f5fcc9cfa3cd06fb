package io.bondtrader.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.monitor.Positions;
import io.bondtrader.core.bond.Isin;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What every source of positions does. */
public abstract class PositionsContract {

    private static final Isin HELD = Isin.of("DE0007164600");
    private static final Isin OTHER = Isin.of("FR0000131104");
    private static final Isin FOREIGN = Isin.of("US0378331005");

    /** Creates the kit. */
    protected PositionsContract() {}

    /**
     * Returns positions.
     *
     * @return of the account {@code book} alone: 70 of DE0007164600 and -20 of FR0000131104, both of issuer {@code I}
     */
    protected abstract Positions positions();

    /** Bond by bond. */
    @Test
    public final void aBondsPositionIsThatOfItsTrades() {
        assertThat(positions().inBond("book", HELD))
                .hasValueSatisfying(held -> assertThat(held).isEqualByComparingTo("70"));
        assertThat(positions().inBond("book", OTHER))
                .hasValueSatisfying(held -> assertThat(held).isEqualByComparingTo("-20"));
    }

    /** Net of what is short. */
    @Test
    public final void anIssuersPositionIsNet() {
        assertThat(positions().inIssuer("book", "I"))
                .hasValueSatisfying(held -> assertThat(held).isEqualByComparingTo("50"));
    }

    /** Zero is an answer. */
    @Test
    public final void aKnownAccountHoldsNothingOfABondItNeverTraded() {
        assertThat(positions().inBond("book", FOREIGN)).contains(BigDecimal.ZERO);
        assertThat(positions().inIssuer("book", "J")).contains(BigDecimal.ZERO);
    }

    /** Not knowing is another. */
    @Test
    public final void anUnknownAccountHasNoPositionAtAll() {
        assertThat(positions().inBond("elsewhere", HELD)).isEmpty();
        assertThat(positions().inIssuer("elsewhere", "I")).isEmpty();
    }
}
