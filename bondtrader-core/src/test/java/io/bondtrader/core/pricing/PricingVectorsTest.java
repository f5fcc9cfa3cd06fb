package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.ExCouponRule;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.Indexation;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.testdata.VectorTable;
import io.bondtrader.testdata.VectorTable.Row;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every row of the golden vectors about bonds; their README states the formulas and where the values come from. */
final class PricingVectorsTest {

    /** 1e-9 of the value for prices, yields and accrued interest; 1e-10 where the value is small. */
    private static void close(String what, double actual, Row row, String column) {
        close(what, actual, row, column, 1e-9);
    }

    private static void close(String what, double actual, Row row, String column, double relative) {
        double expected = row.number(column);
        assertThat(actual).as(what).isCloseTo(expected, Offset.offset(Math.max(1e-10, relative * Math.abs(expected))));
    }

    private static void derivatives(BondPricing pricing, double yield, Row row) {
        Sensitivities at = pricing.sensitivities(yield);
        close("Macaulay duration", at.macaulayDuration(), row, "macaulay_duration", 1e-8);
        close("modified duration", at.modifiedDuration(), row, "modified_duration", 1e-8);
        close("convexity", at.convexity(), row, "convexity", 1e-8);
        if (row.knows("dv01")) {
            close("DV01", at.dv01(), row, "dv01", 1e-8);
        }
    }

    private static BondConvention convention(Row row) {
        return BondConvention.builder("VECTOR")
                .dayCount(DayCount.of(row.text("day_count")))
                .frequency(Frequency.ofPerYear(row.integer("frequency")))
                .endOfMonth(!row.knows("eom") || Boolean.parseBoolean(row.text("eom")))
                .exCoupon(
                        row.knows("ex_coupon_days") && row.has("ex_coupon_days")
                                ? ExCouponRule.businessDays(
                                        row.integer("ex_coupon_days"), row.text("ex_coupon_calendar"))
                                : ExCouponRule.NONE)
                .build();
    }

    private static YieldConvention yieldConvention(String method) {
        return switch (method) {
            case "COMPOUND" -> YieldConvention.COMPOUND;
            case "SIMPLE_LAST" -> YieldConvention.US_STREET;
            case "SIMPLE_FIRST" -> YieldConvention.US_TREASURY;
            case "JGB_SIMPLE" -> YieldConvention.JGB_SIMPLE;
            default -> throw new AssertionError(method);
        };
    }

    private static FixedCouponBond fixed(Row row) {
        BondConvention convention = convention(row);
        CouponDates dates = new CouponDates(
                row.date("issue_date"),
                row.date("maturity"),
                convention.frequency(),
                convention.endOfMonth(),
                row.has("first_coupon_date") ? row.date("first_coupon_date") : null,
                row.has("penultimate_coupon_date") ? row.date("penultimate_coupon_date") : null);
        return new FixedCouponBond(convention, dates, row.number("coupon"), null);
    }

    @Test
    void fixedCouponBondsHaveTheReferencePricesYieldsAndDurations() {
        VectorTable.of("fixed_bonds.csv").everyRow(row -> {
            YieldConvention convention = yieldConvention(row.text("yield_method"));
            BondPricing pricing = BondPricing.of(fixed(row), row.date("settlement"), convention);
            double yield = row.number("yield");

            close("accrued", pricing.accruedInterest(), row, "accrued");
            close("clean", pricing.cleanPriceFromYield(yield), row, "clean_price");
            close("dirty", pricing.dirtyPriceFromYield(yield), row, "dirty_price");
            close("yield", pricing.yieldFromCleanPrice(row.number("quoted_clean_price")), row, "yield_from_quoted");
            assertThat(pricing.isExCoupon()).isEqualTo(Boolean.parseBoolean(row.text("is_ex_coupon")));
            List<CashFlow> flows = pricing.cashFlows();
            CashFlow next = flows.get(0);
            assertThat(next.accrualStart()).isEqualTo(row.date("prev_coupon_date"));
            assertThat(next.dueDate()).isEqualTo(row.date("next_coupon_date"));
            assertThat(flows).hasSize(row.integer("n_remaining_coupons"));
            if (!(pricing.isExCoupon() && flows.size() == 1)) { // else the reference counts a coupon the buyer misses
                close("last flow", flows.get(flows.size() - 1).amount(), row, "last_flow_amount");
            }
            if (row.has("convexity")) {
                Sensitivities at = pricing.sensitivities(yield);
                close("modified duration", at.modifiedDuration(), row, "modified_duration", 1e-8);
                close("convexity", at.convexity(), row, "convexity", 1e-8);
                close("DV01", at.dv01(), row, "dv01", 1e-8);
            }
            if (row.has("macaulay_duration")) {
                close("Macaulay duration", pricing.macaulayDuration(yield), row, "macaulay_duration", 1e-8);
            }
        });
    }

    @Test
    void fixedCouponBondsPayTheReferenceFlowsAtTheReferenceTimes() {
        Map<String, BondPricing> pricings = new HashMap<>();
        VectorTable.of("fixed_bonds.csv")
                .everyRow(row -> pricings.put(
                        row.text("id"),
                        BondPricing.of(fixed(row), row.date("settlement"), yieldConvention(row.text("yield_method")))));
        VectorTable.of("fixed_bond_cashflows.csv").everyRow(row -> {
            BondPricing pricing = Objects.requireNonNull(pricings.get(row.text("bond_id")));
            List<CashFlow> flows = pricing.cashFlows();
            double[] years = pricing.layout().years(pricing.yieldConvention());
            int index = 0;
            while (!flows.get(index).dueDate().equals(row.date("pay_date"))) {
                index++;
            }
            CashFlow flow = flows.get(index);
            assertThat(flow.accrualStart()).isEqualTo(row.date("period_start"));
            close("coupon", flow.coupon(), row, "coupon_amount");
            close("principal", flow.principal(), row, "principal_amount");
            close("time", years[index], row, "discount_time", 1e-12);
        });
    }

    @Test
    void zeroCouponBondsHaveTheReferencePrices() {
        VectorTable.of("zero_bonds.csv").everyRow(row -> {
            boolean strip = row.text("case").contains("strip");
            Compounding compounding = Compounding.parse(row.text("compounding"));
            DayCount dayCount = DayCount.of(row.text("day_count"));
            BondConvention convention =
                    BondConvention.builder("VECTOR").dayCount(dayCount).build();
            LocalDate settlement = row.date("settlement");
            ZeroCouponBond bond = ZeroCouponBond.of(convention, settlement.minusDays(30), row.date("maturity"));
            YieldConvention yieldConvention = strip
                    ? YieldConvention.compound("VECTOR", compounding, "test")
                    : YieldConvention.onDays("VECTOR", compounding, dayCount, false, "test");
            BondPricing pricing = BondPricing.of(bond, settlement, yieldConvention);
            double yield = row.number("yield");

            close("price", pricing.dirtyPriceFromYield(yield), row, "price");
            close("yield", pricing.yieldFromCleanPrice(row.number("quoted_price")), row, "yield_from_quoted");
            derivatives(pricing, yield, row);
        });
    }

    private static CouponDates dates(Row row, BondConvention convention) {
        return CouponDates.of(
                row.date("issue_date"), row.date("maturity"), convention.frequency(), convention.endOfMonth());
    }

    @Test
    void stepUpBondsHaveTheReferencePrices() {
        VectorTable.of("step_up_bonds.csv").everyRow(row -> {
            BondConvention convention = convention(row);
            List<Double> rates =
                    row.list("coupon_rates").stream().map(Double::valueOf).toList();
            StepUpBond bond = StepUpBond.of(convention, dates(row, convention), rates);
            BondPricing pricing = BondPricing.of(bond, row.date("settlement"), YieldConvention.COMPOUND);
            double yield = row.number("yield");

            close("clean", pricing.cleanPriceFromYield(yield), row, "clean_price");
            close("accrued", pricing.accruedInterest(), row, "accrued");
            close("next coupon", pricing.cashFlows().get(0).coupon(), row, "next_coupon_amount");
            close("yield", pricing.yieldFromCleanPrice(row.number("quoted_clean_price")), row, "yield_from_quoted");
            derivatives(pricing, yield, row);
        });
    }

    @Test
    void amortisingBondsHaveTheReferencePrices() {
        VectorTable.of("amortising_bonds.csv").everyRow(row -> {
            BondConvention convention = convention(row);
            List<Double> outstanding =
                    row.list("period_notionals").stream().map(Double::valueOf).toList();
            AmortisingBond bond =
                    AmortisingBond.of(convention, dates(row, convention), row.number("coupon"), outstanding);
            BondPricing pricing = BondPricing.of(bond, row.date("settlement"), YieldConvention.COMPOUND);
            double yield = row.number("yield");
            CashFlow next = pricing.cashFlows().get(0);

            close("clean", pricing.cleanPriceFromYield(yield), row, "clean_price");
            close("accrued", pricing.accruedInterest(), row, "accrued");
            close("interest", next.coupon(), row, "next_interest_amount");
            close("principal", next.principal(), row, "next_principal_amount");
            close("face", 100.0 * bond.poolFactor(row.date("settlement")), row, "current_notional");
            close("average life", pricing.averageLife(), row, "weighted_average_life");
            close("yield", pricing.yieldFromCleanPrice(row.number("quoted_clean_price")), row, "yield_from_quoted");
            derivatives(pricing, yield, row);
        });
    }

    @Test
    void perpetualBondsHaveTheReferencePrices() {
        VectorTable.of("perpetual.csv").everyRow(row -> {
            BondConvention convention = BondConvention.builder("VECTOR")
                    .frequency(Frequency.ofPerYear(row.integer("frequency")))
                    .build();
            PerpetualBond bond = new PerpetualBond(
                    convention,
                    row.date("prev_coupon_date"),
                    row.date("next_coupon_date"),
                    row.number("coupon"),
                    row.number("coupon_growth"),
                    null);
            BondPricing pricing = BondPricing.of(bond, row.date("settlement"), YieldConvention.COMPOUND);
            double yield = row.number("yield");

            close("dirty", pricing.dirtyPriceFromYield(yield), row, "dirty_price");
            close("accrued", pricing.accruedInterest(), row, "accrued");
            close("clean", pricing.cleanPriceFromYield(yield), row, "clean_price");
            close("current yield", pricing.currentYield(row.number("clean_price")), row, "current_yield");
            assertThat(pricing.yieldFromDirtyPrice(row.number("dirty_price"))).isCloseTo(yield, Offset.offset(1e-11));
            derivatives(pricing, yield, row);
        });
    }

    @Test
    void inflationLinkedBondsHaveTheReferenceRatiosAndPrices() {
        VectorTable.of("inflation_linked.csv").everyRow(row -> {
            BondConvention convention = convention(row);
            Indexation.Rounding rounding = switch (row.text("rounding")) {
                case "TIPS" -> Indexation.Rounding.TRUNCATE_6_ROUND_5;
                case "ROUND5" -> Indexation.Rounding.ROUND_5;
                default -> Indexation.Rounding.NONE;
            };
            Indexation indexation = new Indexation("VECTOR", 3, Indexation.Interpolation.DAILY, rounding);
            InflationLinkedBond bond = new InflationLinkedBond(
                    convention,
                    dates(row, convention),
                    row.number("real_coupon"),
                    indexation,
                    row.number("base_index"),
                    true,
                    null);
            LocalDate settlement = row.date("settlement");
            YearMonth month = YearMonth.from(settlement);
            Map<YearMonth, Double> index = Map.of(
                    month.minusMonths(3), row.number("index_month_minus_3"),
                    month.minusMonths(2), row.number("index_month_minus_2"));
            InflationPricing pricing =
                    InflationPricing.of(bond, settlement, yieldConvention(row.text("yield_method")), index);
            double real = row.number("real_yield");
            double nominal = row.number("nominal_yield");

            close("reference index", pricing.referenceIndex(), row, "reference_index", 1e-12);
            close("ratio", pricing.indexRatio(), row, "index_ratio", 1e-12);
            close("real clean", pricing.real().cleanPriceFromYield(real), row, "real_clean_price");
            close("real accrued", pricing.real().accruedInterest(), row, "real_accrued");
            close("clean", pricing.nominalCleanPriceFromRealYield(real), row, "nominal_clean_price");
            close("accrued", pricing.nominalAccruedInterest(), row, "nominal_accrued");
            close("dirty", pricing.nominalDirtyPriceFromRealYield(real), row, "nominal_dirty_price");
            close("real duration", pricing.real().modifiedDuration(real), row, "real_modified_duration", 1e-8);
            close("real convexity", pricing.real().convexity(real), row, "real_convexity", 1e-8);
            close("DV01", pricing.nominalDv01(real), row, "real_dv01_nominal_price", 1e-8);
            close("redemption", pricing.redemptionAtCurrentRatio(), row, "redemption_with_floor_at_current_ratio");
            close("break-even", InflationPricing.breakEven(nominal, real), row, "breakeven_simple");
            int perYear = row.integer("frequency");
            close("Fisher", InflationPricing.breakEvenFisher(nominal, real, perYear), row, "breakeven_fisher");
            assertThat(pricing.realYieldFromNominalCleanPrice(row.number("nominal_clean_price")))
                    .isCloseTo(real, Offset.offset(1e-11));
        });
    }

    @Test
    void treasuryBillsHaveTheReferenceRates() {
        VectorTable.of("us_tbills.csv").everyRow(row -> {
            BillPricing pricing = BillPricing.of(row.date("settlement"), row.date("maturity"));
            double price = row.number("price");
            assertThat(pricing.days()).isEqualTo(row.integer("days"));
            assertThat(pricing.yearBasis()).isEqualTo(row.integer("year_basis"));
            close("price", pricing.priceFromDiscountRate(row.number("discount_rate")), row, "price");
            close("discount rate", pricing.discountRateFromPrice(price), row, "discount_rate");
            close("bond equivalent", pricing.bondEquivalentYieldFromPrice(price), row, "bond_equivalent_yield");
            close("money market", pricing.moneyMarketYieldFromPrice(price), row, "money_market_yield");
            close("continuous", pricing.continuousYieldFromPrice(price), row, "continuous_yield_act365");
            close("effective", pricing.effectiveAnnualYieldFromPrice(price), row, "effective_annual_yield_act365");
            close("DV01", pricing.dv01PerDiscountBasisPoint(), row, "dv01_per_discount_bp");
            close("back", pricing.priceFromBondEquivalentYield(row.number("bond_equivalent_yield")), row, "price");
            close("back", pricing.priceFromMoneyMarketYield(row.number("money_market_yield")), row, "price");
        });
    }

    @Test
    void treasuryAuctionsComeOutAsTheTreasuryPublishedThem() {
        VectorTable.ofData("ust_auctions.csv").everyRow(row -> {
            LocalDate issue = row.date("issue_date");
            LocalDate maturity = row.date("maturity_date");
            BondConvention convention = BondConventions.US_TREASURY_AUCTION;
            CouponDates roll =
                    CouponDates.of(issue.minusYears(1), maturity, convention.frequency(), convention.endOfMonth());
            int last = 0;
            while (roll.roll(-last).isAfter(issue)) {
                last++;
            }
            LocalDate accrualStart = row.text("first_period").equals("accrued") ? roll.roll(-last) : issue;
            FixedCouponBond bond =
                    FixedCouponBond.of(convention, row.number("coupon_percent") / 100.0, accrualStart, maturity);
            double price =
                    BondPricing.of(bond, issue).roundedCleanPriceFromYield(row.number("high_yield_percent") / 100.0);
            assertThat(price).isEqualTo(row.number("price_per_100"));
        });
    }

    @Test
    void billAuctionsComeOutAsTheTreasuryPublishedThem() {
        VectorTable.ofData("ust_bills.csv").everyRow(row -> {
            BillPricing pricing = BillPricing.of(row.date("issue_date"), row.date("maturity_date"));
            assertThat(pricing.days()).isEqualTo(row.integer("days"));
            double price = pricing.priceFromDiscountRate(row.number("discount_rate_percent") / 100.0);
            assertThat(BondConventions.US_BILL.priceRounding().round(price)).isEqualTo(row.number("price_per_100"));
        });
    }

    @Test
    void stripsAreCountedInQuasiCouponPeriods() {
        VectorTable.of("zero_bonds.csv").everyRow(row -> {
            if (!row.text("case").contains("strip")) {
                return;
            }
            assertThat(DayCount.of(row.text("day_count"))).isEqualTo(DayCounts.ACT_ACT_ICMA);
            BondConvention convention = BondConvention.builder("STRIP").build();
            LocalDate settlement = row.date("settlement");
            ZeroCouponBond strip = ZeroCouponBond.of(convention, settlement.minusYears(1), row.date("maturity"));
            double[] years = BondPricing.of(strip, settlement).layout().years(YieldConvention.COMPOUND);
            close("time", years[0], row, "time", 1e-12);
        });
    }
}
