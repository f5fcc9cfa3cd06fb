package io.bondtrader.risk.pnl;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Profit and loss of all books at one moment: every figure is of the same events and the same quotes. Amounts of other
 * currencies are translated at the exchange rates of the moment, exactly, cash and value alike.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param events how many events were applied
 * @param reporting the currency of totals
 * @param exchangeRates units of the reporting currency for one of each, by code
 * @param positions by book and security
 * @param bookCash financing and fees by book and currency
 */
public record PnlSnapshot(
        long events,
        Currency reporting,
        Map<String, Double> exchangeRates,
        List<PositionPnl> positions,
        List<BookCash> bookCash) {

    private static final Comparator<TradingBook> BOOKS = Comparator.comparing(TradingBook::firm)
            .thenComparing(TradingBook::desk)
            .thenComparing(TradingBook::name);

    /** Keeps the lists. */
    public PnlSnapshot {
        exchangeRates = Map.copyOf(exchangeRates);
        positions = List.copyOf(positions);
        bookCash = List.copyOf(bookCash);
    }

    /** {@return profit and loss of all books by kind, in the reporting currency} */
    public PnlAmounts total() {
        return amounts(book -> true);
    }

    /**
     * Returns profit and loss of a book.
     *
     * @param book which
     * @return its amounts by kind, in the reporting currency; zeros for a book without events
     */
    public PnlAmounts of(TradingBook book) {
        return amounts(book::equals);
    }

    /** {@return the amounts of each book, in the reporting currency; together they are the total} */
    public Map<TradingBook, PnlAmounts> byBook() {
        Map<TradingBook, PnlAmounts> books = new TreeMap<>(BOOKS);
        for (PositionPnl position : positions) {
            books.merge(position.book(), amounts(position), PnlAmounts::plus);
        }
        for (BookCash cash : bookCash) {
            books.merge(cash.book(), amounts(cash), PnlAmounts::plus);
        }
        return books;
    }

    /** {@return cash and market value of all books, in the reporting currency: the total by another way} */
    public Money cashAndValue() {
        Money sum = Money.zero(reporting);
        for (PositionPnl position : positions) {
            sum = sum.plus(translated(position.cash())).plus(translated(position.marketValue()));
        }
        for (BookCash cash : bookCash) {
            sum = sum.plus(translated(cash.total()));
        }
        return sum;
    }

    /**
     * Returns the cash balance of a book in one currency.
     *
     * @param book which
     * @param currency which
     * @return cash of trades, coupons, repayments, financing and fees, in that currency
     */
    public Money cash(TradingBook book, Currency currency) {
        Money sum = Money.zero(currency);
        for (PositionPnl position : positions) {
            if (position.book().equals(book) && position.cash().currency().equals(currency)) {
                sum = sum.plus(position.cash());
            }
        }
        for (BookCash cash : bookCash) {
            if (cash.book().equals(book) && cash.financing().currency().equals(currency)) {
                sum = sum.plus(cash.total());
            }
        }
        return sum;
    }

    private PnlAmounts amounts(Predicate<TradingBook> which) {
        List<PnlAmounts> parts = new ArrayList<>();
        positions.stream().filter(p -> which.test(p.book())).map(this::amounts).forEach(parts::add);
        bookCash.stream().filter(c -> which.test(c.book())).map(this::amounts).forEach(parts::add);
        return parts.stream().reduce(PnlAmounts.zero(reporting), PnlAmounts::plus);
    }

    private PnlAmounts amounts(PositionPnl position) {
        return new PnlAmounts(
                translated(position.realised()),
                translated(position.unrealised()),
                translated(position.interest()),
                translated(position.accrued()),
                Money.zero(reporting),
                translated(position.fees()));
    }

    private PnlAmounts amounts(BookCash cash) {
        Money none = Money.zero(reporting);
        return new PnlAmounts(none, none, none, none, translated(cash.financing()), translated(cash.fees()));
    }

    private Money translated(Money amount) {
        if (amount.currency().equals(reporting)) {
            return amount;
        }
        Double rate = exchangeRates.get(amount.currency().getCurrencyCode());
        if (rate == null) {
            throw new MissingData("exchange rate of " + amount.currency().getCurrencyCode() + " in "
                    + reporting.getCurrencyCode() + "; quote it first");
        }
        return new Money(amount.amount().multiply(BigDecimal.valueOf(rate)), reporting);
    }

    @Override
    public String toString() {
        return "PnlSnapshot[after " + events + " events, " + positions.size() + " positions: " + total() + "]";
    }
}
