package io.bondtrader.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.core.pricing.YieldKernel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link YieldKernel} has to pass: extend it, return the kernel, and run it with JUnit Jupiter. */
public abstract class YieldKernelContract {

    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    /** {@return the kernel to be tried} */
    protected abstract YieldKernel kernel();

    @BeforeEach
    void needsAJvmThatTheKernelSupports() {
        Assumptions.assumeTrue(kernel().isSupported(), "the kernel does not support this JVM");
    }

    private static List<Bond> bonds(int size) {
        SplittableRandom random = new SplittableRandom(7);
        List<Bond> bonds = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            LocalDate maturity = SETTLEMENT.plusDays(2 + random.nextInt(12_000));
            LocalDate start = LocalDate.of(2025, 1 + random.nextInt(12), 15);
            double coupon = random.nextInt(80) * 0.00125;
            bonds.add(
                    switch (k % 9) {
                        case 2 -> ZeroCouponBond.of(BondConventions.US_TREASURY, start, maturity);
                        case 4 -> FixedCouponBond.of(BondConventions.US_TREASURY_AUCTION, coupon, start, maturity);
                        case 6 -> FixedCouponBond.of(BondConventions.UK_GILT, coupon, start, maturity);
                        case 8 -> FixedCouponBond.of(BondConventions.DE_BUND, coupon, start, maturity);
                        default -> FixedCouponBond.of(BondConventions.US_TREASURY, coupon, start, maturity);
                    });
        }
        return bonds;
    }

    @Test
    void yieldsHaveTheBitsOfTheLibrarysOwn() {
        List<Bond> bonds = bonds(20_011);
        Parallelism here = Parallelism.callingThread();
        BondBook tried = BondBook.of(bonds, SETTLEMENT, kernel(), here);
        BondBook own = BondBook.of(bonds, SETTLEMENT, BondBook.scalarKernel(), here);
        BookResult one = tried.newResult();
        BookResult other = own.newResult();
        double[] prices = new double[bonds.size()];
        SplittableRandom random = new SplittableRandom(11);
        for (double width : new double[] {0.0, 0.3, 20.0, 95.0}) {
            for (int k = 0; k < prices.length; k++) {
                prices[k] = 100.0 + width * (2.0 * random.nextDouble() - 1.0);
            }
            tried.yieldsFromCleanPrices(prices, one);
            own.yieldsFromCleanPrices(prices, other);

            assertThat(one.failures().keySet()).isEqualTo(other.failures().keySet());
            assertThat(copy(one)).isEqualTo(copy(other));
        }
    }

    @Test
    void pricesThatAreNoneFailAsTheyDoElsewhere() {
        BondBook book = BondBook.of(bonds(64), SETTLEMENT, kernel(), Parallelism.callingThread());
        BookResult result = book.newResult();
        double[] prices = new double[book.size()];
        Arrays.fill(prices, 99.0);
        prices[1] = Double.NaN;
        prices[9] = Double.POSITIVE_INFINITY;
        prices[17] = -500.0;
        prices[25] = 0.0;

        book.yieldsFromDirtyPrices(prices, result);

        assertThat(result.failures()).containsOnlyKeys(1, 9, 17, 25);
    }

    @Test
    void theKernelHasAName() {
        assertThat(kernel().officialName()).isNotBlank();
    }

    private static double[] copy(BookResult result) {
        double[] copy = new double[result.size()];
        result.copyTo(copy, -9.0);
        return copy;
    }
}
