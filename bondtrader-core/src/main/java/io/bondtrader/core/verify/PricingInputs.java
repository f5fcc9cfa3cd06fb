package io.bondtrader.core.verify;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.SecurityIdentifier;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.time.DayCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a bond's price was calculated from, in words that anyone can recompute it from. */
final class PricingInputs {

    private PricingInputs() {}

    /** The bond's own terms and the settlement date. */
    static Map<String, ?> inputs(Bond bond, LocalDate settlement) {
        Map<String, Object> terms = new TreeMap<>();
        terms.put("bond", bond.getClass().getSimpleName());
        terms.put("settlement", settlement.toString());
        SecurityIdentifier identifier = bond.identifier();
        if (identifier != null) {
            terms.put("identifier", identifier.value());
        }
        own(terms, bond);
        return terms;
    }

    private static void own(Map<String, Object> terms, Bond bond) {
        if (bond instanceof FixedCouponBond fixed) {
            dates(terms, fixed.dates());
            terms.put("couponRate", fixed.couponRate());
        } else if (bond instanceof StepUpBond stepUp) {
            dates(terms, stepUp.dates());
            terms.put("couponRates", stepUp.couponRates());
        } else if (bond instanceof AmortisingBond amortising) {
            dates(terms, amortising.dates());
            terms.put("couponRate", amortising.couponRate());
            terms.put("outstanding", amortising.outstanding());
        } else if (bond instanceof ZeroCouponBond zero) {
            terms.put("issueDate", zero.issueDate().toString());
            terms.put("maturity", zero.maturity().toString());
        } else if (bond instanceof Bill bill) {
            terms.put("issueDate", bill.issueDate().toString());
            terms.put("maturity", bill.maturity().toString());
        } else if (bond instanceof PerpetualBond perpetual) {
            terms.put("accrualStart", perpetual.accrualStart().toString());
            terms.put("firstCouponDate", perpetual.firstCouponDate().toString());
            terms.put("couponRate", perpetual.couponRate());
            terms.put("couponGrowth", perpetual.couponGrowth());
        } else if (bond instanceof InflationLinkedBond linker) {
            dates(terms, linker.dates());
            terms.put("realCouponRate", linker.realCouponRate());
            terms.put("indexation", linker.indexation().name());
            terms.put("baseIndex", linker.baseIndex());
        } else if (bond instanceof CallableBond callable) {
            own(terms, callable.straight());
            List<String> rights = callable.rights().stream()
                    .map(right -> right.date() + " " + right.kind() + " " + right.cleanPrice())
                    .toList();
            terms.put("rights", rights);
        } else if (bond instanceof FloatingRateNote floater) {
            dates(terms, floater.dates());
            terms.put("index", floater.index());
            terms.put("quotedMargin", floater.quotedMargin());
        }
    }

    private static void dates(Map<String, Object> terms, CouponDates dates) {
        terms.put("accrualStart", dates.accrualStart().toString());
        terms.put("maturity", dates.maturity().toString());
        terms.put("endOfMonth", dates.endOfMonth());
        LocalDate first = dates.firstCouponDate();
        if (first != null) {
            terms.put("firstCouponDate", first.toString());
        }
        LocalDate penultimate = dates.penultimateCouponDate();
        if (penultimate != null) {
            terms.put("penultimateCouponDate", penultimate.toString());
        }
    }

    /** The convention as it was resolved, not just by name. */
    static Map<String, ?> conventions(BondConvention convention, YieldConvention yield) {
        Map<String, Object> resolved = new TreeMap<>();
        resolved.put("name", convention.name());
        resolved.put("dayCount", convention.dayCount().officialName());
        resolved.put("couponsPerYear", convention.frequency().perYear());
        resolved.put("couponRule", convention.couponRule().name());
        resolved.put("calendar", convention.calendar());
        resolved.put("paymentConvention", convention.paymentConvention().name());
        resolved.put("exCouponDays", convention.exCoupon().days());
        resolved.put("exCouponCalendar", convention.exCoupon().calendar());
        resolved.put("accruedRounding", convention.accruedRounding().toString());
        resolved.put("yield", yield.name());
        resolved.put("compounding", yield.compounding().name());
        resolved.put("firstPeriod", yield.firstPeriod().name());
        resolved.put("lastPeriod", yield.lastPeriod().name());
        resolved.put("adjustsPayments", yield.adjustsPayments());
        DayCount time = yield.timeDayCount();
        resolved.put("time", time == null ? "coupon periods" : time.officialName());
        DayCount simple = yield.simpleDayCount();
        resolved.put("simpleTime", simple == null ? "coupon periods" : simple.officialName());
        return resolved;
    }
}
