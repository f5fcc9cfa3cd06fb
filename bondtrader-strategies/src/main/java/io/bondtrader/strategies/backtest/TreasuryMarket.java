package io.bondtrader.strategies.backtest;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.Sensitivities;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.core.trade.Security;
import io.bondtrader.risk.factor.ParYieldHistory;
import io.bondtrader.strategies.engine.PricingModel;
import io.bondtrader.strategies.market.CurvePublished;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.SeriesNames;
import io.bondtrader.strategies.market.Valuation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * A market of real Treasuries behind a history of par yields: at the start of each quarter a new bond of every tenor is
 * issued at the day's par yield, its coupon rounded down to an eighth of a per cent, and is what {@code UST 10Y} means until
 * the next one. All bonds pay coupons, age and mature.
 *
 * <p>Each day at 18:00 in New York, when the Treasury has published them, the day's par yields appear as
 * {@code UST 10Y yield} and so on, decimals. The newest bonds and whatever is still held are priced at the par yield of their
 * remaining life, in straight lines between tenors, for settlement on the next business day, and quoted around it.
 *
 * <p>What a practitioner should know: a bond with another coupon than par yields a little else than the par curve says;
 * issue dates are not those of the Treasury; the newest bonds get no premium; quotes are as deep as is configured, on every
 * day alike. Tenors of a year or less are bills without coupons.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TreasuryMarket {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime OBSERVED = LocalTime.of(15, 30);
    private static final LocalTime PUBLISHED = LocalTime.of(18, 0);
    private static final double EIGHTHS = 800.0;
    private static final double DAYS = 365.25;
    private static final int BILL_MONTHS = 12;

    private final ParYieldHistory history;
    private final ParYieldTable table;
    private final boolean[] issued;
    private final SeriesNames names;
    private final HolidayCalendar calendar;
    private final double newestHalfSpreadBp;
    private final double olderHalfSpreadBp;
    private final long depth;
    private final boolean withCurves;

    private TreasuryMarket(
            ParYieldHistory history,
            ParYieldTable table,
            boolean[] issued,
            double newestHalfSpreadBp,
            double olderHalfSpreadBp,
            long depth,
            boolean withCurves) {
        this.history = history;
        this.table = table;
        this.issued = issued;
        this.names = SeriesNames.of(
                table.tenors().stream().map(TreasuryMarket::yieldName).toList());
        this.calendar = HolidayCalendars.of("US_GOVT");
        this.newestHalfSpreadBp = newestHalfSpreadBp;
        this.olderHalfSpreadBp = olderHalfSpreadBp;
        this.depth = depth;
        this.withCurves = withCurves;
    }

    /**
     * Returns a market with bonds of every tenor, quoted a quarter of a basis point of yield on either side of the middle,
     * older ones half a basis point, for 1,000 million a side. The spreads and depths are assumptions.
     *
     * @param history par yields by day, such as the Treasury's
     * @return the market
     */
    public static TreasuryMarket of(ParYieldHistory history) {
        boolean[] issued = new boolean[history.tenors().size()];
        Arrays.fill(issued, true);
        return new TreasuryMarket(history, new ParYieldTable(history), issued, 0.25, 0.5, 1_000_000_000L, false);
    }

    /**
     * Returns the market with bonds of some tenors only; all yields are still published.
     *
     * @param tenors of the bonds, among those of the history
     * @return the copy
     * @throws InvalidInput if the history lacks one, or there is none
     */
    public TreasuryMarket issuing(Collection<Tenor> tenors) {
        InvalidInput.unless(!tenors.isEmpty(), "tenors", 0, "1 or more");
        boolean[] chosen = new boolean[issued.length];
        for (Tenor tenor : tenors) {
            int place = table.tenors().indexOf(tenor);
            InvalidInput.unless(place >= 0, "tenor", tenor, "one of " + table.tenors());
            chosen[place] = true;
        }
        return new TreasuryMarket(history, table, chosen, newestHalfSpreadBp, olderHalfSpreadBp, depth, withCurves);
    }

    /**
     * Returns the market with other spreads.
     *
     * @param newest from the middle to either side for the newest bonds, basis points of yield, 0 to 100
     * @param older the same for those that were the newest once
     * @return the copy
     * @throws InvalidInput if a spread is out of range
     */
    public TreasuryMarket halfSpreadsBp(double newest, double older) {
        InvalidInput.unless(newest >= 0.0 && newest <= 100.0, "newest", newest, "from 0 to 100");
        InvalidInput.unless(older >= 0.0 && older <= 100.0, "older", older, "from 0 to 100");
        return new TreasuryMarket(history, table, issued, newest, older, depth, withCurves);
    }

    /**
     * Returns the market with quotes of another depth.
     *
     * @param face that each side of a quote is good for, positive
     * @return the copy
     * @throws InvalidInput if it is not positive
     */
    public TreasuryMarket depth(long face) {
        InvalidInput.unless(face > 0, "face", face, "positive");
        return new TreasuryMarket(history, table, issued, newestHalfSpreadBp, olderHalfSpreadBp, face, withCurves);
    }

    /** {@return the market with the day's zero curve published as {@code UST} before the yields; it takes longer to run} */
    public TreasuryMarket withCurves() {
        return new TreasuryMarket(history, table, issued, newestHalfSpreadBp, olderHalfSpreadBp, depth, true);
    }

    /**
     * Returns what the newest bond of a tenor is called.
     *
     * @param tenor its life when it is issued
     * @return the alias, such as {@code UST 10Y}
     */
    public static String alias(Tenor tenor) {
        return "UST " + tenor;
    }

    /**
     * Returns what the par yield of a tenor is called.
     *
     * @param tenor the tenor
     * @return the name of the series, such as {@code UST 10Y yield}
     */
    public static String yieldName(Tenor tenor) {
        return alias(tenor) + " yield";
    }

    /** {@return the days of the history} */
    public List<LocalDate> dates() {
        return table.dates();
    }

    /** {@return the par yields behind the market} */
    public ParYieldHistory history() {
        return history;
    }

    /** {@return what is published, in order: new bonds, curves if wished, yields} */
    public Iterable<MarketEvent> events() {
        return Events::new;
    }

    /** {@return a model of prices for one engine, to go with the events} */
    public PricingModel pricing() {
        return new Prices();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(NEW_YORK).toInstant();
    }

    private LocalDate settlement(LocalDate day) {
        return calendar.plusBusinessDays(calendar.nextOrSame(day), 1);
    }

    private boolean issuesOn(int day) {
        if (day == 0) {
            return true;
        }
        LocalDate today = table.dates().get(day);
        LocalDate before = table.dates().get(day - 1);
        return (today.getMonthValue() - 1) / 3 != (before.getMonthValue() - 1) / 3
                || today.getYear() != before.getYear();
    }

    private Listed issue(int day, int column, Instant published) {
        Tenor tenor = table.tenors().get(column);
        LocalDate today = table.dates().get(day);
        LocalDate first = settlement(today);
        LocalDate maturity = tenor.addTo(first);
        Bond bond;
        if (tenor.isMonthBased() && tenor.months() > BILL_MONTHS) {
            double coupon = Math.floor(table.published(day, column) * EIGHTHS) / EIGHTHS;
            bond = FixedCouponBond.of(BondConventions.US_TREASURY, Math.max(1.0 / EIGHTHS, coupon), first, maturity);
        } else {
            bond = ZeroCouponBond.of(BondConventions.US_TREASURY, first, maturity);
        }
        Security security =
                Security.of(alias(tenor) + ' ' + maturity, bond, "USD").issuedBy("US Treasury", "US", "government");
        return new Listed(security, alias(tenor), at(today, OBSERVED), published);
    }

    /** Days turned into events, one day at a time. */
    private final class Events implements Iterator<MarketEvent> {

        private final List<MarketEvent> ready = new ArrayList<>();
        private int next;
        private int day;
        private boolean[] listed = new boolean[issued.length];

        @Override
        public boolean hasNext() {
            return next < ready.size() || day < table.dates().size();
        }

        @Override
        public MarketEvent next() {
            if (next == ready.size()) {
                if (day == table.dates().size()) {
                    throw new NoSuchElementException();
                }
                ready.clear();
                next = 0;
                fill(day++);
            }
            return ready.get(next++);
        }

        private void fill(int index) {
            LocalDate today = table.dates().get(index);
            Instant observed = at(today, OBSERVED);
            Instant published = at(today, PUBLISHED);
            boolean quarter = issuesOn(index);
            if (quarter) {
                listed = new boolean[issued.length];
            }
            for (int i = 0; i < issued.length; i++) {
                // A tenor that was not published on the day of issue is issued when it is.
                if (issued[i] && !listed[i] && !Double.isNaN(table.published(index, i))) {
                    ready.add(issue(index, i, published));
                    listed[i] = true;
                }
            }
            if (withCurves) {
                ready.add(new CurvePublished("UST", history.curve(index), observed, published));
            }
            ready.add(Observations.of(names, table.row(index), observed, published));
        }
    }

    /** Prices at the par yield of the remaining life, for one engine. */
    private final class Prices implements PricingModel {

        private final Map<String, LocalDate> maturities = new HashMap<>();
        private final Map<String, String> newest = new HashMap<>();
        private final double[] row = new double[issued.length];

        @Override
        public void price(MarketEvent event, Collection<Security> live, Consumer<MarketEvent> prices) {
            if (event instanceof Listed listed) {
                newest.put(listed.alias(), listed.security().id());
                maturities.put(
                        listed.security().id(), maturity(listed.security().bond()));
                return;
            }
            if (!(event instanceof Observations observations) || observations.names() != names) {
                return;
            }
            for (int i = 0; i < row.length; i++) {
                row[i] = observations.value(i);
            }
            LocalDate settlement =
                    settlement(event.publishedAt().atZone(NEW_YORK).toLocalDate());
            for (Security security : live) {
                LocalDate maturity = maturities.get(security.id());
                if (maturity != null && maturity.isAfter(settlement)) {
                    price(security, maturity, settlement, observations, prices);
                }
            }
        }

        private void price(
                Security security,
                LocalDate maturity,
                LocalDate settlement,
                Observations source,
                Consumer<MarketEvent> prices) {
            double years = (maturity.toEpochDay() - settlement.toEpochDay()) / DAYS;
            double yield = table.at(row, years);
            if (Double.isNaN(yield)) {
                return;
            }
            BondPricing pricing = BondPricing.of(security.bond(), settlement);
            Sensitivities sensitivities = pricing.sensitivities(yield);
            double dv01 = -sensitivities.firstDerivative() * 1e-4;
            double accrued = pricing.accruedInterest();
            double clean = sensitivities.dirtyPrice() - accrued;
            boolean young = security.id().equals(newest.get(aliasOf(security.id())));
            double half = dv01 * (young ? newestHalfSpreadBp : olderHalfSpreadBp);
            Instant at = source.eventTime();
            Instant published = source.publishedAt();
            prices.accept(new Valuation(security.id(), settlement, clean, accrued, dv01, yield, at, published));
            prices.accept(new Quote(security.id(), clean - half, clean + half, depth, depth, at, published));
        }
    }

    /** The alias that an identifier begins with. */
    private static String aliasOf(String securityId) {
        return securityId.substring(0, securityId.lastIndexOf(' '));
    }

    private static LocalDate maturity(Bond bond) {
        return bond instanceof FixedCouponBond fixed ? fixed.maturity() : ((ZeroCouponBond) bond).maturity();
    }

    @Override
    public String toString() {
        return "TreasuryMarket[" + table.dates().get(0) + " to "
                + table.dates().get(table.dates().size() - 1) + ", " + table.tenors() + ']';
    }
}
