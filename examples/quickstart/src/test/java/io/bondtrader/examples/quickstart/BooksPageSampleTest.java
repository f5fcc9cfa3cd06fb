package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.BookMeasures;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.pricing.PricingCache;
import io.bondtrader.core.pricing.ScenarioValues;
import io.bondtrader.core.verify.BookEvidence;
import io.bondtrader.core.verify.VerifiedBook;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The samples of the page about books, run on two Treasuries and a Bund. */
final class BooksPageSampleTest {

    private final LocalDate settlement = LocalDate.of(2026, 3, 17);
    private final FixedCouponBond tenYears =
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-11-15", "2035-11-15");
    private final FixedCouponBond thirtyYears =
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.04625, "2025-11-15", "2055-11-15");
    private final FixedCouponBond bund = FixedCouponBond.of(BondConventions.DE_BUND, 0.026, "2025-08-15", "2035-08-15");
    private final double[] cleanPrices = {98.5, 97.25, 99.1};
    private final double[] faces = {5_000_000, 2_000_000, -3_000_000};
    private final DiscountCurve curve = NodeCurve.ofZeroRates(
            "USD",
            settlement,
            List.of(settlement.plusYears(1), settlement.plusYears(10), settlement.plusYears(30)),
            new double[] {0.040, 0.042, 0.046},
            Interpolators.LINEAR);
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Test
    void aBookIsCompiledOnceAndValuedManyTimes() {
        List<Bond> bonds = List.of(tenYears, thirtyYears, bund);
        BondBook book = BondBook.of(bonds, settlement, Parallelism.commonPool());
        BookMeasures measures = book.newMeasures();
        book.measuresFromCleanPrices(cleanPrices, measures, Parallelism.commonPool());
        double yield = measures.yieldToMaturity().value(0);
        double dv01 = measures.dv01().value(0);

        assertThat(yield).isEqualTo(BondPricing.of(tenYears, settlement).yieldFromCleanPrice(98.5));
        assertThat(dv01).isBetween(0.07, 0.08);
    }

    @Test
    void aBookIsValuedOffCurves() {
        BondBook book = BondBook.of(List.of(tenYears, thirtyYears, bund), settlement);
        Parallelism pool = Parallelism.commonPool();
        BookResult spreads = book.newResult();
        book.zSpreads(curve, cleanPrices, spreads, pool);
        double[] byNode = book.nodeSensitivities(curve, faces, pool); // money per 1.00 of each node
        double[] byKey = book.keyRateDv01s(curve, KeyTenors.standard(), faces, pool); // money per basis point
        ScenarioValues scenarios = book.revalue(List.of(curve, curve), pool);
        double[] totals = book.totals(List.of(curve, curve), faces, pool); // no price of any single bond

        assertThat(spreads.failures()).isEmpty();
        assertThat(byNode).hasSize(3);
        double sum = 0.0;
        for (double key : byKey) {
            sum += key;
        }
        assertThat(sum).isCloseTo(-(byNode[0] + byNode[1] + byNode[2]) * 1e-4, within(1e-6));
        assertThat(scenarios.dirtyPrice(0, 1)).isEqualTo(scenarios.dirtyPrice(0, 0));
        assertThat(totals[0]).isEqualTo(totals[1]);
    }

    @Test
    void aBookIsCheckedByASecondPath() {
        List<Bond> bonds = List.of(tenYears, thirtyYears, bund);
        BondBook book = BondBook.of(bonds, settlement);
        Parallelism here = Parallelism.callingThread();
        BookMeasures measures = book.newMeasures();
        VerifiedBook twice = VerifiedBook.of(book, bonds, Verifier.strict(), here);
        BookEvidence evidence = twice.measuresFromCleanPrices(cleanPrices, measures, here);
        boolean confirmed = evidence.isAgreed(); // else evidence.unconfirmed() says which bond and which number

        assertThat(confirmed).isTrue();
        assertThat(evidence.checked()).isEqualTo(15);
    }

    @Test
    void longWorkIsWatchedAndStopped() {
        List<Bond> bonds = List.of(tenYears, thirtyYears, bund);
        StringBuilder log = new StringBuilder();
        Parallelism watched = Parallelism.commonPool()
                .reportingTo((done, total) -> log.append(done).append(" of ").append(total))
                .cancelledBy(stopped::get);
        BondBook book = BondBook.of(bonds, settlement, watched);

        assertThat(log).hasToString("3 of 3");
        assertThat(book.size()).isEqualTo(3);
    }

    @Test
    void laidOutBondsAreKept() {
        PricingCache cache = PricingCache.ofAtMost(100_000);
        BondPricing pricing = cache.byYield(tenYears, settlement);
        double hitRate = cache.statisticsByYield().hitRate();

        assertThat(cache.byYield(tenYears, settlement)).isSameAs(pricing);
        assertThat(hitRate).isZero();
    }
}
