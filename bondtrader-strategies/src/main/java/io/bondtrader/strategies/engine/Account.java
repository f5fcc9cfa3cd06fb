package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.market.Redemption;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.performance.ClosedTrade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What one strategy holds, owes and has earned. */
final class Account {

    private final String strategy;
    private final int digits;
    private final Cash cash;
    private final Effects effects = new Effects();
    // Ascending by identifier: sums and reports do not depend on the order of trades.
    private final TreeMap<String, Holding> holdings = new TreeMap<>();
    private final BiConsumer<String, ClosedTrade> closedTrades;
    private BigDecimal traded = BigDecimal.ZERO;
    private BigDecimal costs = BigDecimal.ZERO;

    Account(String strategy, int digits, BiConsumer<String, ClosedTrade> closedTrades) {
        this.strategy = strategy;
        this.digits = digits;
        this.cash = new Cash(digits);
        this.closedTrades = closedTrades;
    }

    void trade(
            Security security,
            Valuation mark,
            BigDecimal change,
            BigDecimal price,
            BigDecimal accrued,
            BigDecimal fees,
            LocalDate settlement,
            LocalDate day) {
        Holding holding = holdings.computeIfAbsent(security.id(), id -> new Holding(security, effects, digits, mark));
        BigDecimal before = holding.face();
        boolean turns = before.signum() != 0
                && change.signum() != before.signum()
                && change.abs().compareTo(before.abs()) > 0;
        BigDecimal first = turns ? before.negate() : change;
        BigDecimal received = holding.trade(first, price, accrued, fees, day);
        if (holding.face().signum() == 0) {
            closedTrades.accept(strategy, holding.closed(day, "traded"));
        }
        if (turns) {
            received = received.add(holding.trade(change.subtract(first), price, accrued, BigDecimal.ZERO, day));
        }
        cash.expect(received.subtract(fees), settlement);
        BigDecimal value = change.abs().multiply(price.add(accrued)).movePointLeft(2);
        traded = traded.add(value);
        BigDecimal marked = BigDecimal.valueOf(mark.cleanPrice())
                .subtract(price)
                .multiply(change)
                .movePointLeft(2);
        costs = costs.add(fees).subtract(marked);
        if (holding.face().signum() == 0) {
            holdings.remove(security.id());
        }
    }

    void mark(Valuation valuation) {
        Holding holding = holdings.get(valuation.instrument());
        if (holding != null) {
            holding.mark(valuation);
        }
    }

    /** Books payments to which the right was fixed between two settlement days; the last one ends the position. */
    void pay(String securityId, List<PaymentSchedule.Payment> payments, LocalDate day) {
        Holding holding = holdings.get(securityId);
        if (holding == null) {
            return;
        }
        for (PaymentSchedule.Payment payment : payments) {
            cash.expect(holding.pay(payment.interest()), payment.paid());
            if (payment.principal().signum() != 0) {
                cash.expect(holding.redeem(payment.principal(), payment.principal()), payment.paid());
                holdings.remove(securityId);
                closedTrades.accept(strategy, holding.closed(day, "matured"));
                return;
            }
        }
    }

    void redeem(Redemption redemption, BigDecimal accrued, LocalDate day) {
        Holding holding = holdings.remove(redemption.instrument());
        if (holding != null) {
            BigDecimal price = redemption.withAccrued() ? redemption.price().add(accrued) : redemption.price();
            cash.expect(holding.redeem(price, redemption.price()), redemption.date());
            closedTrades.accept(strategy, holding.closed(day, redemption.cause()));
        }
    }

    void fund(FundingTerms terms, double rate, long days) {
        double shortValue = 0.0;
        if (terms.shortFeeBp() > 0.0) {
            for (Holding holding : holdings.values()) {
                shortValue -= holding.face().signum() < 0 ? holding.value().doubleValue() : 0.0;
            }
        }
        BigDecimal interest = cash.interest(terms, rate, shortValue, days);
        cash.book(interest);
        effects.add(Effect.FUNDING, interest);
    }

    void settle(LocalDate day) {
        cash.settle(day);
    }

    String strategy() {
        return strategy;
    }

    @Nullable
    Holding holding(String securityId) {
        return holdings.get(securityId);
    }

    Collection<Holding> holdings() {
        return holdings.values();
    }

    BigDecimal face(String securityId) {
        Holding holding = holdings.get(securityId);
        return holding == null ? BigDecimal.ZERO : holding.face();
    }

    BigDecimal equity() {
        BigDecimal equity = cash.settled().add(cash.unsettled());
        for (Holding holding : holdings.values()) {
            equity = equity.add(holding.value());
        }
        return equity;
    }

    double dv01() {
        double dv01 = 0.0;
        for (Holding holding : holdings.values()) {
            dv01 += holding.dv01();
        }
        return dv01;
    }

    AccountState state() {
        TreeMap<String, BigDecimal> faces = new TreeMap<>();
        BigDecimal gross = BigDecimal.ZERO;
        double grossDv01 = 0.0;
        for (Holding holding : holdings.values()) {
            faces.put(holding.security().id(), holding.face());
            gross = gross.add(holding.value().abs());
            grossDv01 += Math.abs(holding.dv01());
        }
        return new AccountState(
                strategy,
                equity(),
                cash.settled(),
                cash.unsettled(),
                gross,
                dv01(),
                grossDv01,
                traded,
                costs,
                faces,
                effects.toMap());
    }
}
