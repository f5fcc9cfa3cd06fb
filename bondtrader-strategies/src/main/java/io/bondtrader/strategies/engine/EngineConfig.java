package io.bondtrader.strategies.engine;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.TradingBook;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;

/**
 * How an engine keeps its books and sizes its trades.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param book in whose name orders go out
 * @param trader who answers for them
 * @param currency of all securities and cash
 * @param zone where the business day is that of the market
 * @param calendar on whose business days trades settle, by the name of {@link HolidayCalendars}
 * @param settlementDays business days from trade to settlement
 * @param lot faces are whole multiples of it, in currency units
 * @param band share of a target by which a position may be off before it is traded: 0.1 leaves it within a tenth
 * @param funding what cash earns and costs
 * @param historyLength how many numbers of each series are kept for strategies
 * @param seed of all that is random
 */
public record EngineConfig(
        TradingBook book,
        String trader,
        Currency currency,
        ZoneId zone,
        String calendar,
        int settlementDays,
        long lot,
        double band,
        FundingTerms funding,
        int historyLength,
        long seed) {

    /**
     * Checks the configuration.
     *
     * @throws InvalidInput if a text is blank, the calendar unknown or a number out of its range
     */
    public EngineConfig {
        Objects.requireNonNull(book);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(funding);
        InvalidInput.unless(!trader.isBlank(), "trader", trader, "not blank");
        HolidayCalendars.of(calendar);
        InvalidInput.unless(settlementDays >= 0 && settlementDays <= 30, "settlementDays", settlementDays, "0 to 30");
        InvalidInput.unless(lot > 0, "lot", lot, "positive");
        InvalidInput.unless(band >= 0.0 && band < 1.0, "band", band, "from 0 to below 1");
        InvalidInput.unless(historyLength > 0, "historyLength", historyLength, "positive");
    }

    /** {@return US Treasuries in New York: next day, lots of 1,000, a band of a tenth, cash that costs nothing} */
    public static EngineConfig treasuries() {
        return new EngineConfig(
                new TradingBook("house", "rates", "strategies"),
                "engine",
                Money.currencyOf("USD"),
                ZoneId.of("America/New_York"),
                "US_GOVT",
                1,
                1_000,
                0.1,
                FundingTerms.none(),
                20_000,
                1);
    }

    /**
     * Returns the configuration with other funding.
     *
     * @param newFunding what cash earns and costs
     * @return the copy
     */
    public EngineConfig withFunding(FundingTerms newFunding) {
        return new EngineConfig(
                book, trader, currency, zone, calendar, settlementDays, lot, band, newFunding, historyLength, seed);
    }

    /**
     * Returns the configuration with another band.
     *
     * @param newBand share of a target by which a position may be off
     * @return the copy
     * @throws InvalidInput if it is not from 0 to below 1
     */
    public EngineConfig withBand(double newBand) {
        return new EngineConfig(
                book, trader, currency, zone, calendar, settlementDays, lot, newBand, funding, historyLength, seed);
    }

    /**
     * Returns the configuration with another lot.
     *
     * @param newLot in currency units
     * @return the copy
     * @throws InvalidInput if it is not positive
     */
    public EngineConfig withLot(long newLot) {
        return new EngineConfig(
                book, trader, currency, zone, calendar, settlementDays, newLot, band, funding, historyLength, seed);
    }

    /**
     * Returns the configuration with other memory.
     *
     * @param newLength how many numbers of each series are kept
     * @return the copy
     * @throws InvalidInput if it is not positive
     */
    public EngineConfig withHistoryLength(int newLength) {
        return new EngineConfig(
                book, trader, currency, zone, calendar, settlementDays, lot, band, funding, newLength, seed);
    }

    /**
     * Returns the configuration with another seed.
     *
     * @param newSeed of all that is random
     * @return the copy
     */
    public EngineConfig withSeed(long newSeed) {
        return new EngineConfig(
                book, trader, currency, zone, calendar, settlementDays, lot, band, funding, historyLength, newSeed);
    }

    /** {@return the configuration as the digest of a run sees it} */
    public CanonicalJson toJson() {
        return CanonicalJson.of(Map.ofEntries(
                Map.entry("book", Map.of("firm", book.firm(), "desk", book.desk(), "name", book.name())),
                Map.entry("trader", trader),
                Map.entry("currency", currency.getCurrencyCode()),
                Map.entry("zone", zone.getId()),
                Map.entry("calendar", calendar),
                Map.entry("settlementDays", settlementDays),
                Map.entry("lot", lot),
                Map.entry("band", band),
                Map.entry(
                        "funding",
                        Map.of(
                                "rateSeries", funding.rateSeries(),
                                "borrowSpreadBp", funding.borrowSpreadBp(),
                                "lendSpreadBp", funding.lendSpreadBp(),
                                "shortFeeBp", funding.shortFeeBp())),
                Map.entry("historyLength", historyLength),
                Map.entry("seed", seed)));
    }
}
