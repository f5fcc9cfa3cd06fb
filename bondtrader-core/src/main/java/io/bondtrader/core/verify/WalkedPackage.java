package io.bondtrader.core.verify;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A bond and the swap that turns its coupons into a floating rate plus a spread, valued payment by payment from flows that
 * were walked: what both cost together.
 */
final class WalkedPackage {

    private final WalkedFlows flows;
    private final List<Double> flowFactors = new ArrayList<>();
    private final List<Double> fractions = new ArrayList<>();
    private final List<Double> floatFactors = new ArrayList<>();

    WalkedPackage(BondPricing pricing, DiscountCurve curve, Frequency frequency, DayCount dayCount) {
        this.flows = WalkedFlows.flows(pricing);
        LocalDate settlement = pricing.settlement();
        CurveWalk coupons = new CurveWalk(curve);
        double settled = coupons.logDiscountFactor(curve.years(settlement));
        for (int k = 0; k < flows.count(); k++) {
            double log = coupons.logDiscountFactor(curve.years(flows.paymentDate(k)));
            flowFactors.add(StrictMath.exp(log - settled));
        }
        LocalDate maturity = flows.dueDate(flows.count() - 1);
        Deque<LocalDate> ends = new ArrayDeque<>();
        LocalDate end = maturity;
        for (int back = 0; end.isAfter(settlement); back++) {
            ends.push(end);
            end = maturity.minusMonths((back + 1L) * frequency.months());
        }
        CurveWalk floating = new CurveWalk(curve);
        LocalDate start = settlement;
        for (LocalDate next : ends) {
            LocalDate paid = pricing.bond().convention().paymentDate(next);
            double log = floating.logDiscountFactor(curve.years(paid.isBefore(settlement) ? settlement : paid));
            floatFactors.add(StrictMath.exp(log - settled));
            fractions.add(
                    DayByDay.knows(dayCount)
                            ? DayByDay.yearFraction(dayCount, start, next, null)
                            : dayCount.yearFraction(start, next));
            start = next;
        }
    }

    /** The bond at a price, plus what the swap of its coupons against the floating rate and a spread on 100 is worth. */
    double cost(double dirtyPrice, double spread) {
        double paid = 0.0;
        for (int k = 0; k < flows.count(); k++) {
            paid += flows.amount(k) * flowFactors.get(k);
        }
        double received = 100.0 * floatFactors.get(floatFactors.size() - 1); // 100 against the bond's redemption
        double before = 1.0;
        for (int k = 0; k < fractions.size(); k++) {
            double factor = floatFactors.get(k);
            received += 100.0 * ((before - factor) + spread * fractions.get(k) * factor);
            before = factor;
        }
        return dirtyPrice + (received - paid);
    }
}
