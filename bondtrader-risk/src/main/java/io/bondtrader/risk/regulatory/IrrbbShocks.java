package io.bondtrader.risk.regulatory;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The sizes of the six shocks of the banking book, by currency, from a day on.
 *
 * <pre>{@code
 * IrrbbShocks shocks = IrrbbShocks.published().inForce(RuleSource.BASEL, day);
 * List<CurveScenario> six = shocks.scenarios(Currency.getInstance("USD"));
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param source whose sizes these are
 * @param sizes by currency
 */
public record IrrbbShocks(RuleSource source, Map<Currency, IrrbbShock> sizes) implements DatedRules {

    private static final String COMMON_2016 = """
            ARS 400 500 300
            AUD 300 450 200
            BRL 400 500 300
            CAD 200 300 150
            CHF 100 150 100
            CNY 250 300 150
            EUR 200 250 100
            GBP 250 300 150
            HKD 200 250 100
            IDR 400 500 350
            INR 400 500 300
            JPY 100 100 100
            KRW 300 400 200
            MXN 400 500 300
            RUB 400 500 300
            SAR 200 300 150
            SEK 200 300 150
            SGD 150 200 100
            TRY 400 500 300
            USD 200 300 150
            ZAR 400 500 300
            """;

    private static final String OTHER_MEMBER_STATES = """
            BGN 250 350 150
            CZK 200 250 100
            DKK 200 250 150
            HUF 300 450 200
            PLN 250 350 150
            RON 350 500 250
            """;

    private static final String RECALIBRATED_2024 = """
            ARS 400 500 300
            AUD 350 425 300
            BRL 400 500 300
            CAD 200 275 175
            CHF 175 250 200
            CNY 225 300 150
            EUR 225 350 200
            GBP 275 425 250
            HKD 225 375 200
            IDR 400 500 300
            INR 325 475 225
            JPY 100 100 100
            KRW 225 350 225
            MXN 400 500 200
            RUB 400 500 300
            SAR 275 375 250
            SEK 275 425 200
            SGD 175 250 225
            TRY 400 500 300
            USD 200 300 225
            ZAR 325 500 300
            """;

    /**
     * Keeps the sizes.
     *
     * @throws InvalidInput if there is no currency
     */
    public IrrbbShocks {
        Objects.requireNonNull(source);
        InvalidInput.unless(!sizes.isEmpty(), "sizes", sizes, "of at least one currency");
        Map<Currency, IrrbbShock> sorted = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        sorted.putAll(sizes);
        sizes = Collections.unmodifiableMap(sorted);
    }

    /** {@return the sizes of 2016 for 21 currencies, expected to be applied from 2018 on} */
    public static IrrbbShocks basel2016() {
        return parse(
                RuleSource.of(
                        RuleSource.BASEL,
                        "2018-01-01",
                        "BCBS d368, Interest rate risk in the banking book, April 2016, annex 2, table 1"),
                COMMON_2016);
    }

    /** {@return the recalibrated sizes, to be applied from 2026 on} */
    public static IrrbbShocks basel2024() {
        return parse(
                RuleSource.of(
                        RuleSource.BASEL,
                        "2026-01-01",
                        "BCBS d578, Recalibration of shocks for IRRBB, July 2024; SRP31.90, table 2"),
                RECALIBRATED_2024);
    }

    /** {@return the sizes of the Union: those of 2016, and six more currencies of member states} */
    public static IrrbbShocks eu2024() {
        return parse(
                RuleSource.of(
                        RuleSource.EU, "2024-05-14", "Commission Delegated Regulation (EU) 2024/856, annex, part A"),
                COMMON_2016 + OTHER_MEMBER_STATES);
    }

    /** {@return the published versions; add one's own with {@link RuleBook#with}} */
    public static RuleBook<IrrbbShocks> published() {
        return RuleBook.of(List.of(basel2016(), basel2024(), eu2024()));
    }

    /**
     * Reads sizes of one's own: a line for each currency with its code and the parallel, short and long shock in basis
     * points, separated by spaces.
     *
     * @param source whose sizes these are
     * @param table the lines; blank ones are skipped
     * @return the sizes
     * @throws InvalidInput if a line cannot be read, a currency stands twice or there is none
     */
    public static IrrbbShocks parse(RuleSource source, String table) {
        Map<Currency, IrrbbShock> sizes = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        for (String line : table.lines().filter(text -> !text.isBlank()).toList()) {
            String[] cells = line.strip().split("\\s+", -1);
            InvalidInput.unless(cells.length == 4, "line", line, "a currency and three sizes");
            IrrbbShock shock = new IrrbbShock(number(cells[1]), number(cells[2]), number(cells[3]));
            InvalidInput.unless(sizes.put(currency(cells[0]), shock) == null, "currency", cells[0], "there once only");
        }
        return new IrrbbShocks(source, sizes);
    }

    /**
     * Returns the sizes of a currency.
     *
     * @param currency which
     * @return its sizes
     * @throws MissingData if the rules name none
     */
    public IrrbbShock of(Currency currency) {
        IrrbbShock shock = sizes.get(currency);
        if (shock == null) {
            throw new MissingData("IRRBB shock of " + currency.getCurrencyCode() + " in " + source
                    + "; a supervisor sets it, add it by a version of one's own");
        }
        return shock;
    }

    /**
     * Returns one shock of a currency as a scenario of its zero curve.
     *
     * @param currency which
     * @param scenario which of the six
     * @return the scenario
     * @throws MissingData if the rules name no sizes for the currency
     */
    public CurveScenario scenario(Currency currency, IrrbbScenario scenario) {
        return scenario.of(currency, of(currency));
    }

    /**
     * Returns the six shocks of a currency as scenarios of its zero curve.
     *
     * @param currency which
     * @return the scenarios, in the order of {@link IrrbbScenario}
     * @throws MissingData if the rules name no sizes for the currency
     */
    public List<CurveScenario> scenarios(Currency currency) {
        return Arrays.stream(IrrbbScenario.values())
                .map(scenario -> scenario(currency, scenario))
                .toList();
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException unreadable) {
            throw InvalidInput.unreadable("shock", cell, "a number of basis points");
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.unreadable("currency", code, "a code of ISO 4217");
        }
    }

    @Override
    public String toString() {
        return "IrrbbShocks[" + source + ", " + sizes.size() + " currencies]";
    }
}
