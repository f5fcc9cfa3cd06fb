package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.contract.YieldKernelContract;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class YieldKernelsTest extends YieldKernelContract {

    @Override
    protected YieldKernel kernel() {
        return ScalarYieldKernel.INSTANCE;
    }

    /** Off by one unit in the last place, on one bond in three hundred. */
    private static final class AlmostRight implements YieldKernel {

        @Override
        public String officialName() {
            return "almost right";
        }

        @Override
        public boolean isSupported() {
            return true;
        }

        @Override
        public void solve(
                double[] dirtyPrices,
                int[] wholePeriods,
                double[] compoundedPart,
                double[] simplePart,
                double[] nextCoupon,
                double[] coupon,
                double[] redemption,
                int from,
                int to,
                double[] yieldsPerPeriod) {
            ScalarYieldKernel.INSTANCE.solve(
                    dirtyPrices,
                    wholePeriods,
                    compoundedPart,
                    simplePart,
                    nextCoupon,
                    coupon,
                    redemption,
                    from,
                    to,
                    yieldsPerPeriod);
            yieldsPerPeriod[from + 7] = Math.nextUp(yieldsPerPeriod[from + 7]);
        }
    }

    /** Leaves everything to the library. */
    private static final class Idle implements YieldKernel {

        @Override
        public String officialName() {
            return "idle";
        }

        @Override
        public boolean isSupported() {
            return true;
        }

        @Override
        public void solve(
                double[] dirtyPrices,
                int[] wholePeriods,
                double[] compoundedPart,
                double[] simplePart,
                double[] nextCoupon,
                double[] coupon,
                double[] redemption,
                int from,
                int to,
                double[] yieldsPerPeriod) {
            Arrays.fill(yieldsPerPeriod, from, to, Double.NaN);
        }
    }

    @Test
    void aKernelThatIsNotExactOrDoesNothingIsNotTaken() {
        assertThat(YieldKernels.agrees(ScalarYieldKernel.INSTANCE)).isTrue();
        assertThat(YieldKernels.agrees(new AlmostRight())).isFalse();
        assertThat(YieldKernels.agrees(new Idle())).isFalse();
    }

    @Test
    void withoutAnotherABookUsesTheLibrarysOwn() {
        BondBook book = BondBook.of(List.of(), LocalDate.of(2026, 3, 17));
        assertThat(book.yieldKernel()).isSameAs(BondBook.scalarKernel());
    }
}
