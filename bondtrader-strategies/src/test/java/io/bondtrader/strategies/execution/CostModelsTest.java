package io.bondtrader.strategies.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.risk.credit.RatingCategory;
import io.bondtrader.strategies.market.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class CostModelsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final Security TEN_YEARS = Security.of(
                    "T 4.25 11/34",
                    FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2024-11-15", "2034-11-15"),
                    "USD")
            .issuedBy("United States", "US", "treasury");
    private static final Security CORPORATE = Security.of(
                    "ACME 5 28",
                    FixedCouponBond.of(BondConventions.US_CORPORATE, 0.05, "2023-03-01", "2028-03-01"),
                    "USD")
            .issuedBy("Acme", "US", "industrial")
            .rated("BBB-");

    private static TradeToCost trade(Security security, String face) {
        return new TradeToCost(security, Side.BUY, new BigDecimal(face), DAY);
    }

    @Test
    void spreadsGoByGroupAndRemainingLife() {
        CostTables assumed = CostTables.assumed();

        assertThat(assumed.cost(trade(TEN_YEARS, "1")).halfSpread()).isEqualTo(0.016);
        assertThat(assumed.cost(trade(CORPORATE, "1")).halfSpread()).isEqualTo(0.05); // just under three years
        assertThat(assumed.cost(trade(CORPORATE.rated("BB+"), "1")).halfSpread())
                .isEqualTo(0.25);
        assertThat(assumed.cost(trade(CORPORATE.rated(Security.UNCLASSIFIED), "1"))
                        .halfSpread())
                .isEqualTo(0.25);
        assertThat(assumed.on(DAY).source()).contains("assumed");
        assertThat(assumed.on(DAY).group(TEN_YEARS).name()).isEqualTo("government");
    }

    @Test
    void theAssumedHalfSpreadsAreThoseOfTheDocumentation() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/execution.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "docs of the repository");
        }
        String page = Files.readString(folder.resolve("docs/execution.md"));

        for (CostGroup group : CostTables.assumed().on(DAY).groups()) {
            StringBuilder row = new StringBuilder();
            for (CostBucket bucket : group.buckets().subList(0, group.buckets().size() - 1)) {
                row.append(Math.round(bucket.upToYears()))
                        .append(": ")
                        .append(plain(bucket))
                        .append(" · ");
            }
            row.append("longer: ")
                    .append(plain(group.buckets().get(group.buckets().size() - 1)));
            assertThat(page).contains("| " + group.name()).contains(row);
        }
    }

    private static String plain(CostBucket bucket) {
        String digits = BigDecimal.valueOf(bucket.halfSpread()).toPlainString();
        return digits.length() == 3 ? digits + "0" : digits;
    }

    @Test
    void aPerpetualBondIsInTheLongestBucket() {
        Security perpetual = Security.of(
                "forever",
                PerpetualBond.of(
                        BondConventions.US_CORPORATE, LocalDate.of(2020, 1, 15), LocalDate.of(2020, 7, 15), 0.06),
                "USD");

        assertThat(trade(perpetual, "1").remainingYears()).isEqualTo(1000);
        assertThat(CostTables.assumed().cost(trade(perpetual, "1")).halfSpread())
                .isEqualTo(0.6);
    }

    @Test
    void aQuarterOfADaysVolumeMovesThePriceByHalfItsDailyDeviation() {
        TransactionCost cost = CostTables.assumed().cost(trade(TEN_YEARS, "500000000"));

        assertThat(cost.impact()).isCloseTo(0.45 * Math.sqrt(0.25), within(1e-12));
        assertThat(cost.priceConcession()).isCloseTo(0.016 + 0.225, within(1e-12));
        assertThat(cost.money(new BigDecimal("500000000"), Currency.getInstance("USD")))
                .isEqualTo(Money.of("1205000", "USD"));
        assertThat(MarketImpact.linear(1).of(0.45, 0.25)).isCloseTo(0.45 * 0.25, within(1e-12));
        assertThat(MarketImpact.NONE.of(0.45, 0.25)).isZero();
    }

    @Property(tries = 200)
    void twiceTheTradeCostsMoreButByTheSquareRootLessThanTwiceAUnit(
            @ForAll @DoubleRange(min = 1e4, max = 1e9) double face) {
        CostTables assumed = CostTables.assumed();
        TransactionCost one = assumed.cost(new TradeToCost(TEN_YEARS, Side.SELL, BigDecimal.valueOf(face), DAY));
        TransactionCost two = assumed.cost(new TradeToCost(TEN_YEARS, Side.SELL, BigDecimal.valueOf(2 * face), DAY));

        assertThat(two.impact()).isCloseTo(Math.sqrt(2) * one.impact(), within(1e-9 * one.impact()));
        assertThat(two.halfSpread()).isEqualTo(one.halfSpread());
    }

    @Test
    void eachDayHasTheTableThatWasInForce() {
        CostTable quiet = CostTables.assumed().on(DAY);
        CostTable crisis = new CostTable(
                LocalDate.of(2008, 9, 15), "assumed", List.of(group("all", 0.5)), MarketImpact.NONE, 0.01);
        CostTables tables = new CostTables(List.of(
                crisis,
                new CostTable(LocalDate.of(2010, 1, 1), "assumed", quiet.groups(), quiet.impact(), 0),
                new CostTable(LocalDate.of(2000, 1, 1), "assumed", quiet.groups(), quiet.impact(), 0)));

        assertThat(tables.on(LocalDate.of(2008, 9, 14)).validFrom()).isEqualTo(LocalDate.of(2000, 1, 1));
        assertThat(tables.on(LocalDate.of(2008, 9, 15)).groups().get(0).name()).isEqualTo("all");
        assertThat(tables.cost(new TradeToCost(TEN_YEARS, Side.BUY, BigDecimal.ONE, LocalDate.of(2009, 1, 1)))
                        .total())
                .isCloseTo(0.51, within(1e-12));
        assertThatThrownBy(() -> tables.on(LocalDate.of(1999, 12, 31)))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("2000-01-01");
    }

    private static CostGroup group(String name, double halfSpread) {
        return new CostGroup(name, Set.of(), Set.of(), List.of(new CostBucket(30, halfSpread, 1e6, 0.1)));
    }

    @Test
    void tablesSurviveTheirJson() {
        CostTables assumed = CostTables.assumed();

        assertThat(CostTables.fromJson(assumed.toJson())).isEqualTo(assumed);
    }

    @Test
    void modelsCanBeScaledAndReplaced() {
        TransactionCostModel flat = TransactionCostModel.ofHalfSpread(0.02);

        assertThat(flat.times(2.5).cost(trade(TEN_YEARS, "1")).total()).isCloseTo(0.05, within(1e-15));
        assertThat(TransactionCostModel.free().cost(trade(TEN_YEARS, "1")).total())
                .isZero();
        assertThatThrownBy(() -> flat.times(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TransactionCostModel.ofHalfSpread(Double.NaN)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aMiddleBecomesAQuoteByItsCosts() {
        Instant at = Instant.parse("2025-03-03T15:00:00Z");
        Quote quote = CostTables.assumed().quote(TEN_YEARS, DAY, 99.5, 500_000_000, at);

        assertThat(quote.bid()).isCloseTo(99.5 - 0.241, within(1e-12));
        assertThat(quote.ask()).isCloseTo(99.5 + 0.241, within(1e-12));
        assertThat(quote.instrument()).isEqualTo("T 4.25 11/34");
        assertThatThrownBy(() -> CostTables.assumed().quote(TEN_YEARS, DAY, 99.5, 0, at))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CostTables.assumed().quote(TEN_YEARS, DAY, 0.1, 500_000_000, at))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aBondOfNoGroupIsMissingData() {
        CostTable onlyRated = new CostTable(
                DAY,
                "assumed",
                List.of(new CostGroup(
                        "AAA", Set.of(), Set.of(RatingCategory.AAA), List.of(new CostBucket(30, 0.1, 1e6, 0.1)))),
                MarketImpact.NONE,
                0);

        assertThatThrownBy(() -> onlyRated.cost(trade(CORPORATE, "1")))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("ACME 5 28");
        assertThatThrownBy(() -> onlyRated.cost(trade(CORPORATE.rated("excellent"), "1")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void unreadableTablesSayWhereTheyAreWrong() {
        String good = CostTables.assumed().toJson();
        List<String> bad = List.of(
                "",
                "[]",
                "{\"tables\":{}}",
                "{\"tables\":[]}",
                good + "x",
                good.replaceFirst("\"source\"", "\"sauce\""),
                good.replaceFirst("\"validFrom\"", "\"source\""),
                good.replaceFirst("1900-01-01", "1900-13-01"),
                good.replaceFirst("\"AAA\"", "\"AAAA\""),
                good.replaceFirst("0.0025", "-1"),
                good.replaceFirst("0.0025", "\"x\""),
                good.replaceFirst("0.0025", "1e999"),
                good.replaceFirst("\"exponent\" : 0.5", "\"exponent\" : 9"),
                good.replaceFirst("\"government\"", "7"));

        assertThat(bad)
                .allSatisfy(text ->
                        assertThatThrownBy(() -> CostTables.fromJson(text)).isInstanceOf(BondTraderException.class));
        assertThatThrownBy(() -> CostTables.fromJson(good.replaceFirst("\"halfSpread\"", "\"spread\"")))
                .hasMessageContaining("$.tables[0].groups[0].buckets[0].spread");
    }

    @Test
    void impossibleCostsAreRefused() {
        List<Runnable> refused = new ArrayList<>();
        refused.add(() -> new TransactionCost(-1, 0, 0));
        refused.add(() -> new TransactionCost(0, Double.NaN, 0));
        refused.add(() -> new TransactionCost(0, 0, Double.POSITIVE_INFINITY));
        refused.add(() -> new CostBucket(0, 0, 1, 0));
        refused.add(() -> new CostBucket(1, 0, 0, 0));
        refused.add(() -> new MarketImpact(1, 0));
        refused.add(() -> new MarketImpact(-1, 1));
        refused.add(() -> MarketImpact.linear(1).of(-1, 1));
        refused.add(() -> MarketImpact.linear(1).of(1, Double.NaN));
        refused.add(() -> new CostGroup(" ", Set.of(), Set.of(), List.of(new CostBucket(1, 0, 1, 0))));
        refused.add(() -> new CostGroup("x", Set.of(), Set.of(), List.of()));
        refused.add(() -> new CostGroup(
                "x", Set.of(), Set.of(), List.of(new CostBucket(2, 0, 1, 0), new CostBucket(2, 0, 1, 0))));
        refused.add(() -> new CostTable(DAY, "", List.of(group("x", 1)), MarketImpact.NONE, 0));
        refused.add(() -> new CostTable(DAY, "s", List.of(), MarketImpact.NONE, 0));
        refused.add(() -> new CostTable(DAY, "s", List.of(group("x", 1), group("x", 2)), MarketImpact.NONE, 0));
        refused.add(() -> new CostTable(DAY, "s", List.of(group("x", 1)), MarketImpact.NONE, -1));
        refused.add(() -> new CostTables(List.of()));
        CostTable table = CostTables.assumed().on(DAY);
        refused.add(() -> new CostTables(List.of(table, table)));
        refused.add(() -> trade(TEN_YEARS, "0"));

        assertThat(refused).allSatisfy(each -> assertThatThrownBy(each::run).isInstanceOf(InvalidInput.class));
    }
}
