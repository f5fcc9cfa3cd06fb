package io.bondtrader.risk.pnl;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Profit and loss in real time: quotes stream in without a lock, fills, corrections, coupons, repayments and funding are
 * booked one after the other, and a snapshot sees a whole number of events and each security's last quote whole.
 *
 * <pre>{@code
 * PnlEngine engine = PnlEngine.of(Currency.getInstance("USD"), LotMethod.FIFO);
 * engine.apply(PnlEvent.Traded.of(execution));
 * Mark mark = engine.mark("US91282CKQ32");     // once; then a million quotes a second:
 * mark.set(99.53125, 0.4375);
 * PnlSnapshot now = engine.snapshot();
 * }</pre>
 *
 * <p>Every event is kept in a journal; applying a journal to a new engine gives the same state. An event with an identifier
 * that was seen is the same event and changes nothing; with other content it is refused. What a correction or cancellation
 * changes is the position's whole history: lots are closed again as if the trade had always been what it is.
 *
 * <p>Safe for use by many threads. Nothing to close.
 */
public final class PnlEngine {

    /** A book's position in one security. */
    private record Key(TradingBook book, String securityId) {}

    /** A book's cash in one currency. */
    private record CashKey(TradingBook book, Currency currency) {}

    private final Currency reporting;
    private final LotMethod method;
    private final ConcurrentHashMap<String, Mark> marks = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Currency, Double> rates = new ConcurrentHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final List<PnlEvent> journal = new ArrayList<>();
    private final Map<String, PnlEvent> seen = new HashMap<>();
    private final Map<Key, PositionLedger> positions = new LinkedHashMap<>();
    private final Map<String, Key> executions = new HashMap<>();
    private final Map<CashKey, BookCash> bookCash = new LinkedHashMap<>();

    private PnlEngine(Currency reporting, LotMethod method) {
        this.reporting = reporting;
        this.method = method;
    }

    /**
     * Returns an engine without positions.
     *
     * @param reporting the currency of totals
     * @param method which lots a trade closes
     * @return the engine
     */
    public static PnlEngine of(Currency reporting, LotMethod method) {
        return new PnlEngine(Objects.requireNonNull(reporting), Objects.requireNonNull(method));
    }

    /**
     * Returns an engine to which a journal was applied.
     *
     * @param reporting the currency of totals
     * @param method which lots a trade closes
     * @param journal the events, in order
     * @return the engine, in the state in which the journal was left
     * @throws InvalidInput if an event is refused
     * @throws MissingData if an event refers to what is not there
     */
    public static PnlEngine replay(Currency reporting, LotMethod method, List<PnlEvent> journal) {
        PnlEngine engine = of(reporting, method);
        journal.forEach(engine::apply);
        return engine;
    }

    /**
     * Returns where quotes of a security arrive. Keep it: looking it up is the dearest part of a quote.
     *
     * @param securityId of the security, traded or not
     * @return its mark
     * @throws InvalidInput if the identifier is blank
     */
    public Mark mark(String securityId) {
        InvalidInput.unless(!securityId.isBlank(), "securityId", securityId, "not blank");
        return marks.computeIfAbsent(securityId, Mark::new);
    }

    /**
     * Takes a quote.
     *
     * @param securityId of the security
     * @param cleanPrice per 100
     * @param accruedInterest per 100
     * @throws InvalidInput if the identifier is blank or a number not finite
     */
    public void quote(String securityId, double cleanPrice, double accruedInterest) {
        Mark mark = marks.get(securityId);
        (mark == null ? mark(securityId) : mark).set(cleanPrice, accruedInterest);
    }

    /**
     * Takes an exchange rate.
     *
     * @param currency which
     * @param rate units of the reporting currency for one of it, positive
     * @throws InvalidInput if the rate is not positive and finite, or that of the reporting currency is not 1
     */
    public void exchangeRate(Currency currency, double rate) {
        InvalidInput.unless(rate > 0.0 && rate < Double.POSITIVE_INFINITY, "rate", rate, "positive and finite");
        InvalidInput.unless(!currency.equals(reporting) || rate == 1.0, "rate", rate, "1 for the reporting currency");
        rates.put(currency, rate);
    }

    /**
     * Lets interest accrue on all that is held, by each bond's own terms, and keeps the prices.
     *
     * @param settlement the day for which interest is accrued
     * @throws InvalidInput if a bond cannot settle on that day
     */
    public void accrue(LocalDate settlement) {
        Map<String, Bond> held = new HashMap<>();
        lock.lock();
        try {
            for (PositionLedger position : positions.values()) {
                if (position.face().signum() != 0) {
                    held.put(position.security.id(), position.security.bond());
                }
            }
        } finally {
            lock.unlock();
        }
        held.forEach((id, bond) -> {
            Mark mark = mark(id);
            mark.set(mark.read().cleanPrice(), BondPricing.of(bond, settlement).accruedInterest());
        });
    }

    /**
     * Books an event.
     *
     * @param event what happened
     * @return whether it was new; false if it had been applied before
     * @throws InvalidInput if the identifier was seen with other content, a currency is wrong, or more is repaid than held
     * @throws MissingData if a correction, a cancellation, a coupon or a repayment refers to what is not there
     */
    public boolean apply(PnlEvent event) {
        lock.lock();
        try {
            PnlEvent before = seen.get(event.id());
            if (before != null) {
                InvalidInput.unless(
                        before.equals(event), "event " + event.id(), event, "what it was before: " + before);
                return false;
            }
            book(event);
            seen.put(event.id(), event);
            journal.add(event);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void book(PnlEvent event) {
        if (event instanceof PnlEvent.Traded traded) {
            Key key = key(traded.execution());
            ledger(key, traded.execution().security()).add(traded);
            executions.put(traded.id(), key);
        } else if (event instanceof PnlEvent.Corrected corrected) {
            correct(corrected.execution());
        } else if (event instanceof PnlEvent.Cancelled cancelled) {
            existing(keyOf(cancelled.execution())).replace(cancelled.execution());
            executions.remove(cancelled.execution());
        } else if (event instanceof PnlEvent.CouponReceived coupon) {
            existing(new Key(coupon.book(), coupon.securityId())).add(coupon);
        } else if (event instanceof PnlEvent.Redeemed redeemed) {
            existing(new Key(redeemed.book(), redeemed.securityId())).add(redeemed);
        } else if (event instanceof PnlEvent.Financed financed) {
            cash(
                    financed.book(),
                    financed.amount(),
                    Money.zero(financed.amount().currency()));
        } else if (event instanceof PnlEvent.Charged charged) {
            cash(charged.book(), Money.zero(charged.amount().currency()), charged.amount());
        } else if (event instanceof PnlEvent.Quoted quoted) {
            quote(quoted.securityId(), quoted.cleanPrice(), quoted.accruedInterest());
        } else if (event instanceof PnlEvent.ExchangeQuoted quoted) {
            exchangeRate(quoted.currency(), quoted.rate());
        }
    }

    private void correct(Execution execution) {
        Key before = keyOf(execution.id());
        Key after = key(execution);
        List<String> lots = seen.get(execution.id()) instanceof PnlEvent.Traded first ? first.lots() : List.of();
        PnlEvent.Traded traded = new PnlEvent.Traded(execution, lots);
        if (before.equals(after)) {
            existing(before).replace(execution.id(), traded);
        } else { // it was booked to the wrong place: it joins the right one last
            PositionLedger right = ledger(after, execution.security());
            existing(before).replace(execution.id());
            right.add(traded);
            executions.put(execution.id(), after);
        }
    }

    private static Key key(Execution execution) {
        return new Key(execution.book(), execution.security().id());
    }

    private Key keyOf(String execution) {
        Key key = executions.get(execution);
        if (key == null) {
            throw new MissingData("execution " + execution + ", to correct or to cancel");
        }
        return key;
    }

    private PositionLedger ledger(Key key, Security security) {
        PositionLedger ledger =
                positions.computeIfAbsent(key, absent -> new PositionLedger(key.book(), security, method));
        InvalidInput.unless(
                ledger.security.currency().equals(security.currency()),
                "currency of " + security.id(),
                security.currency(),
                "that of its other trades, " + ledger.security.currency());
        return ledger;
    }

    private PositionLedger existing(Key key) {
        PositionLedger ledger = positions.get(key);
        if (ledger == null) {
            throw new MissingData(
                    "position of " + key.securityId() + " in book " + key.book().name());
        }
        return ledger;
    }

    private void cash(TradingBook book, Money financing, Money fees) {
        bookCash.merge(
                new CashKey(book, financing.currency()),
                new BookCash(book, financing, fees),
                (a, b) -> new BookCash(
                        book, a.financing().plus(b.financing()), a.fees().plus(b.fees())));
    }

    /**
     * Looks at all of it at once.
     *
     * @return profit and loss by position and book
     * @throws MissingData if something is held that has no quote, or a currency has no exchange rate
     */
    public PnlSnapshot snapshot() {
        lock.lock();
        try {
            List<PositionPnl> told = new ArrayList<>();
            Map<String, Double> used = new HashMap<>();
            Map<String, Mark.Quote> quotes = new HashMap<>(); // one a security, whatever the number of books
            for (PositionLedger position : positions.values()) {
                Mark.Quote quote = quotes.computeIfAbsent(position.security.id(), id -> quoteOf(position));
                told.add(position.pnl(quote));
                use(used, position.security.currency());
            }
            bookCash.keySet().forEach(key -> use(used, key.currency()));
            told.sort(Comparator.comparing((PositionPnl p) -> p.book().toString())
                    .thenComparing(PositionPnl::securityId));
            return new PnlSnapshot(journal.size(), reporting, used, told, new ArrayList<>(bookCash.values()));
        } finally {
            lock.unlock();
        }
    }

    private Mark.Quote quoteOf(PositionLedger position) {
        Mark mark = marks.get(position.security.id());
        boolean quoted = mark != null && mark.updates() > 0;
        if (!quoted && isHeld(position.security.id())) {
            throw new MissingData("quote of " + position.security.id());
        }
        return mark == null ? new Mark.Quote(0.0, 0.0) : mark.read();
    }

    private boolean isHeld(String securityId) {
        return positions.values().stream()
                .anyMatch(p -> p.security.id().equals(securityId) && p.face().signum() != 0);
    }

    private void use(Map<String, Double> used, Currency currency) {
        Double rate = currency.equals(reporting) ? Double.valueOf(1.0) : rates.get(currency);
        if (rate == null) {
            throw new MissingData(
                    "exchange rate of " + currency.getCurrencyCode() + " in " + reporting.getCurrencyCode());
        }
        used.put(currency.getCurrencyCode(), rate);
    }

    /** {@return the events that were applied, in order} */
    public List<PnlEvent> journal() {
        lock.lock();
        try {
            return List.copyOf(journal);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the last quotes and exchange rates as events, to be kept behind a journal: both together give the same snapshot
     * again.
     *
     * @param id by which these quotes are told from earlier ones, not blank
     * @return an event for each security that was quoted and each currency
     * @throws InvalidInput if the identifier is blank
     */
    public List<PnlEvent> quotes(String id) {
        InvalidInput.unless(!id.isBlank(), "id", id, "not blank");
        List<PnlEvent> events = new ArrayList<>();
        marks.values().stream()
                .filter(mark -> mark.updates() > 0)
                .sorted(Comparator.comparing(Mark::securityId))
                .forEach(mark -> {
                    Mark.Quote quote = mark.read();
                    events.add(new PnlEvent.Quoted(
                            id + " " + mark.securityId(),
                            mark.securityId(),
                            quote.cleanPrice(),
                            quote.accruedInterest()));
                });
        rates.entrySet().stream()
                .sorted(Comparator.comparing(rate -> rate.getKey().getCurrencyCode()))
                .forEach(rate -> events.add(new PnlEvent.ExchangeQuoted(
                        id + " " + rate.getKey().getCurrencyCode(), rate.getKey(), rate.getValue())));
        return events;
    }

    /** {@return the currency of totals} */
    public Currency reporting() {
        return reporting;
    }

    /** {@return which lots a trade closes} */
    public LotMethod method() {
        return method;
    }

    @Override
    public String toString() {
        lock.lock();
        try {
            return "PnlEngine[" + method + ", reporting " + reporting + ", " + positions.size() + " positions after "
                    + journal.size() + " events]";
        } finally {
            lock.unlock();
        }
    }
}
