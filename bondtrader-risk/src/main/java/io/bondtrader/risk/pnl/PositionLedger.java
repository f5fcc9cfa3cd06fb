package io.bondtrader.risk.pnl;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;

/** The lots and the cash of a book's position in one security. Guarded by the engine's lock. */
final class PositionLedger {

    private static final BigDecimal PER_HUNDRED = new BigDecimal("0.01");

    /** Digits after the point of what a part of an average lot cost. The rest of the lot keeps what rounding leaves. */
    private static final int AVERAGE_SCALE = 12;

    final TradingBook book;
    final Security security;
    private final LotMethod method;
    private final List<PnlEvent> history = new ArrayList<>();

    private final List<Lot> lots = new ArrayList<>();
    private BigDecimal face = BigDecimal.ZERO;
    private BigDecimal realised = BigDecimal.ZERO;
    private BigDecimal interest = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal cash = BigDecimal.ZERO;

    PositionLedger(TradingBook book, Security security, LotMethod method) {
        this.book = book;
        this.security = security;
        this.method = method;
    }

    void add(PnlEvent event) {
        book(event);
        history.add(event); // after: an event that is refused leaves no trace
    }

    /** Replaces a trade where it stands in the history, or takes it out; everything after it is booked again. */
    void replace(String execution, PnlEvent.Traded... replacement) {
        List<PnlEvent> before = List.copyOf(history);
        try {
            substitute(execution, replacement);
            rebuild();
        } catch (InvalidInput impossible) { // more would have been repaid than was held, for instance
            history.clear();
            history.addAll(before);
            rebuild();
            throw impossible;
        }
    }

    private void substitute(String execution, PnlEvent.Traded... replacement) {
        for (ListIterator<PnlEvent> events = history.listIterator(); events.hasNext(); ) {
            PnlEvent event = events.next();
            if (event instanceof PnlEvent.Traded && event.id().equals(execution)) {
                events.remove();
                for (PnlEvent.Traded traded : replacement) {
                    events.add(traded);
                }
            }
        }
    }

    private void rebuild() {
        lots.clear();
        face = realised = interest = fees = cash = BigDecimal.ZERO;
        history.forEach(this::book);
    }

    private void book(PnlEvent event) {
        if (event instanceof PnlEvent.Traded traded) {
            Execution execution = traded.execution();
            BigDecimal signed = execution.signedFace();
            trade(execution.id(), signed, execution.cleanPrice(), traded.lots());
            BigDecimal accrued = execution.accruedInterest().amount();
            interest = signed.signum() > 0 ? interest.subtract(accrued) : interest.add(accrued);
            fees = fees.add(execution.fees().amount());
            cash = cash.add(execution.cash().amount());
        } else if (event instanceof PnlEvent.CouponReceived coupon) {
            requireCurrency(coupon.amount());
            interest = interest.add(coupon.amount().amount());
            cash = cash.add(coupon.amount().amount());
        } else if (event instanceof PnlEvent.Redeemed redeemed) {
            InvalidInput.unless(
                    redeemed.face().compareTo(face.abs()) <= 0,
                    "face repaid",
                    redeemed.face(),
                    "at most that of the position, " + face.abs().toPlainString());
            BigDecimal signed = face.signum() > 0 ? redeemed.face().negate() : redeemed.face();
            cash = cash.subtract(value(signed, redeemed.price()));
            trade(redeemed.id(), signed, redeemed.price(), List.of());
        }
    }

    private void requireCurrency(Money amount) {
        InvalidInput.unless(
                amount.currency().equals(security.currency()),
                "amount",
                amount,
                "in " + security.currency().getCurrencyCode());
    }

    static BigDecimal value(BigDecimal face, BigDecimal price) {
        return face.multiply(price).multiply(PER_HUNDRED);
    }

    /** Closes lots of the other sign, and opens one with what is left. */
    private void trade(String id, BigDecimal signed, BigDecimal price, List<String> named) {
        BigDecimal left = signed;
        boolean closes = face.signum() == -signed.signum(); // all lots are of the position's sign
        for (Lot lot : closes ? closingOrder(named) : List.<Lot>of()) {
            if (left.signum() == 0) {
                break;
            }
            BigDecimal closed = lot.face().abs().min(left.abs());
            BigDecimal signedClosed = lot.face().signum() > 0 ? closed : closed.negate();
            BigDecimal cost = costOf(lot, signedClosed);
            realised = realised.add(value(signedClosed, price)).subtract(cost);
            BigDecimal rest = lot.face().subtract(signedClosed);
            int at = lots.indexOf(lot);
            if (rest.signum() == 0) {
                lots.remove(at);
            } else {
                lots.set(at, new Lot(lot.execution(), rest, lot.cost().subtract(cost), lot.cleanPrice()));
            }
            left = left.add(signedClosed);
        }
        if (left.signum() != 0) {
            open(id, left, price);
        }
        face = face.add(signed);
    }

    private void open(String id, BigDecimal opened, BigDecimal price) {
        if (method == LotMethod.AVERAGE && !lots.isEmpty()) {
            Lot pool = lots.get(0);
            lots.set(
                    0,
                    new Lot(
                            pool.execution(),
                            pool.face().add(opened),
                            pool.cost().add(value(opened, price)),
                            price));
        } else {
            lots.add(new Lot(id, opened, value(opened, price), price));
        }
    }

    private BigDecimal costOf(Lot lot, BigDecimal closed) {
        if (closed.compareTo(lot.face()) == 0) {
            return lot.cost();
        }
        if (method == LotMethod.AVERAGE) {
            return lot.cost().multiply(closed).divide(lot.face(), AVERAGE_SCALE, RoundingMode.HALF_EVEN);
        }
        return value(closed, lot.cleanPrice());
    }

    private List<Lot> closingOrder(List<String> named) {
        List<Lot> order = new ArrayList<>();
        for (String execution : named) {
            lots.stream().filter(lot -> lot.execution().equals(execution)).forEach(order::add);
        }
        List<Lot> others = new ArrayList<>(lots);
        others.removeAll(order);
        if (method == LotMethod.LIFO) {
            Collections.reverse(others);
        }
        order.addAll(others);
        return order;
    }

    BigDecimal face() {
        return face;
    }

    BigDecimal cash() {
        return cash;
    }

    PositionPnl pnl(Mark.Quote quote) {
        BigDecimal clean = value(face, BigDecimal.valueOf(quote.cleanPrice()));
        BigDecimal accrued = value(face, BigDecimal.valueOf(quote.accruedInterest()));
        BigDecimal cost = lots.stream().map(Lot::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PositionPnl(
                book,
                security.id(),
                money(face).amount(),
                List.copyOf(lots),
                quote.cleanPrice(),
                quote.accruedInterest(),
                money(realised),
                money(clean.subtract(cost)),
                money(interest),
                money(accrued),
                money(fees),
                money(cash),
                money(clean.add(accrued)));
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, security.currency());
    }
}
