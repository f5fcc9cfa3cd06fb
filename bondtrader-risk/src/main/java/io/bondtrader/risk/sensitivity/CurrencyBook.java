package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.core.pricing.SpreadBook;
import io.bondtrader.core.trade.Security;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The securities of one currency: core's book of bonds at the spreads that its prices imply. */
final class CurrencyBook {

    final DiscountCurve curve;
    final SpreadBook bonds;
    final double[] spreads;
    final double[] dirty;
    final double[] accrued;
    final double[] maturityYears;
    final SortedMap<Integer, BondTraderException> failures;

    CurrencyBook(List<Security> securities, RiskMarket market, Parallelism parallelism) {
        this.curve = market.curve(securities.get(0).currency());
        BondBook book = BondBook.of(securities.stream().map(Security::bond).toList(), market.settlement(), parallelism);
        int size = securities.size();
        this.dirty = new double[size];
        this.accrued = new double[size];
        this.spreads = new double[size];
        this.maturityYears = new double[size];
        BookResult result = book.newResult();
        book.dirtyPrices(curve, result, parallelism);
        double[] clean = new double[size];
        boolean[] priced = new boolean[size];
        for (int k = 0; k < size; k++) {
            Double price = market.cleanPrice(securities.get(k).id());
            if (!result.hasFailed(k)) {
                priced[k] = price != null;
                accrued[k] = book.accruedInterest(k);
                clean[k] = price == null ? result.value(k) - accrued[k] : price;
                dirty[k] = price == null ? result.value(k) : price + accrued[k];
            }
        }
        SortedMap<Integer, BondTraderException> unpriced = new TreeMap<>(result.failures());
        book.zSpreads(curve, clean, result, parallelism);
        for (int k = 0; k < size; k++) {
            if (priced[k] && result.hasFailed(k)) {
                unpriced.put(k, result.failures().get(k));
            } else if (priced[k]) {
                spreads[k] = result.value(k);
            }
        }
        for (int k : unpriced.keySet()) {
            dirty[k] = 0;
            accrued[k] = 0;
        }
        this.failures = unpriced;
        parallelism.forEachChunk(size, 64, (chunk, from, to) -> {
            for (int k = from; k < to; k++) {
                if (!unpriced.containsKey(k)) {
                    maturityYears[k] = remainingLife(securities.get(k), market.settlement());
                }
            }
        });
        this.bonds = book.atSpreads(spreads);
    }

    private static double remainingLife(Security security, LocalDate settlement) {
        List<CashFlow> flows = BondPricing.of(security.bond(), settlement).cashFlows();
        LocalDate last = flows.get(flows.size() - 1).dueDate();
        return Math.max(0, settlement.until(last, ChronoUnit.DAYS) / 365.0);
    }

    /** Dirty prices after a move; 0 for what cannot be valued. Null shifts and moves stand for none. */
    double[] dirtyPrices(@Nullable CurveScenario move, double @Nullable [] shifts, Parallelism parallelism) {
        SpreadBook moved = bonds;
        if (shifts != null) {
            double[] sum = spreads.clone();
            for (int k = 0; k < sum.length; k++) {
                sum[k] += shifts[k];
            }
            moved = bonds.book().atSpreads(sum);
        }
        BookResult result = bonds.book().newResult();
        moved.dirtyPrices(move == null ? curve : move.applyTo(curve), result, parallelism);
        for (int failed : result.failures().keySet()) {
            if (!failures.containsKey(failed)) {
                result.value(failed); // throws its failure: it was valued before the move
            }
        }
        double[] prices = new double[dirty.length];
        result.copyTo(prices, 0);
        for (int failed : failures.keySet()) {
            prices[failed] = 0;
        }
        return prices;
    }
}
