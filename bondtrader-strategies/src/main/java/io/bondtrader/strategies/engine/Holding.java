package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.performance.ClosedTrade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One position of one account, marked in exact decimals: its effects add up to its profit to the last digit. */
final class Holding {

    private static final BigDecimal PER_HUNDRED = new BigDecimal("0.01");
    private static final double BASIS_POINTS = 1e4;

    private final Security security;
    private final Effects effects;
    private final int digits;
    private BigDecimal face = BigDecimal.ZERO;
    private BigDecimal clean = BigDecimal.ZERO;
    private BigDecimal accrued = BigDecimal.ZERO;
    private double yield;
    private double dv01;

    // The round trip that is under way.
    private @Nullable LocalDate opened;
    private BigDecimal largest = BigDecimal.ZERO;
    private BigDecimal profit = BigDecimal.ZERO;
    private BigDecimal costs = BigDecimal.ZERO;
    private double entryPrice;
    private double exitPrice;
    private double left;

    Holding(Security security, Effects effects, int digits, Valuation mark) {
        this.security = security;
        this.effects = effects;
        this.digits = digits;
        take(mark);
    }

    Security security() {
        return security;
    }

    BigDecimal face() {
        return face;
    }

    BigDecimal value() {
        return face.multiply(clean.add(accrued)).multiply(PER_HUNDRED);
    }

    double dv01() {
        return face.doubleValue() * dv01 / 100.0;
    }

    void mark(Valuation valuation) {
        if (face.signum() != 0) {
            BigDecimal interest =
                    money(BigDecimal.valueOf(valuation.accruedInterest()).subtract(accrued));
            BigDecimal price = money(BigDecimal.valueOf(valuation.cleanPrice()).subtract(clean));
            BigDecimal rates =
                    BigDecimal.valueOf(-face.doubleValue() * dv01 * (valuation.yield() - yield) * BASIS_POINTS / 100.0);
            earn(Effect.INTEREST, interest);
            earn(Effect.RATES, rates);
            earn(Effect.ROLL_AND_CONVEXITY, price.subtract(rates));
        }
        take(valuation);
    }

    private void take(Valuation valuation) {
        clean = BigDecimal.valueOf(valuation.cleanPrice());
        accrued = BigDecimal.valueOf(valuation.accruedInterest());
        yield = valuation.yield();
        dv01 = valuation.dv01();
    }

    /**
     * Trades.
     *
     * @return the cash that the trade brings, without fees
     */
    BigDecimal trade(BigDecimal change, BigDecimal price, BigDecimal accruedAtTrade, BigDecimal fees, LocalDate day) {
        BigDecimal paid = rounded(change.multiply(price.add(accruedAtTrade)).multiply(PER_HUNDRED));
        BigDecimal marked = change.multiply(clean.add(accrued)).multiply(PER_HUNDRED);
        boolean opens = face.signum() == 0 || face.signum() == change.signum();
        if (face.signum() == 0) {
            begin(day);
        }
        if (opens) {
            double before = face.doubleValue();
            double added = change.doubleValue();
            entryPrice = (before * entryPrice + added * price.doubleValue()) / (before + added);
        } else {
            leave(change.abs().doubleValue(), price.doubleValue());
        }
        face = face.add(change);
        largest = face.abs().compareTo(largest.abs()) > 0 ? face : largest;
        earn(Effect.TRADING, marked.subtract(paid));
        earn(Effect.FEES, fees.negate());
        costs = costs.add(paid.subtract(marked)).add(fees);
        return paid.negate();
    }

    /** Pays an amount per 100 face. */
    BigDecimal pay(BigDecimal per100) {
        BigDecimal amount = rounded(money(per100));
        earn(Effect.INTEREST, amount);
        return amount;
    }

    /** Takes the position out at a price that includes interest; the difference to the mark is the cause's doing. */
    BigDecimal redeem(BigDecimal dirtyPer100, BigDecimal cleanPer100) {
        leave(face.abs().doubleValue(), cleanPer100.doubleValue());
        BigDecimal amount = rounded(money(dirtyPer100));
        earn(Effect.ROLL_AND_CONVEXITY, amount.subtract(value()));
        face = BigDecimal.ZERO;
        return amount;
    }

    void earn(Effect effect, BigDecimal amount) {
        effects.add(effect, amount);
        profit = profit.add(amount);
    }

    private void begin(LocalDate day) {
        opened = day;
        largest = BigDecimal.ZERO;
        profit = BigDecimal.ZERO;
        costs = BigDecimal.ZERO;
        entryPrice = 0.0;
        exitPrice = 0.0;
        left = 0.0;
    }

    private void leave(double size, double price) {
        exitPrice = (left * exitPrice + size * price) / (left + size);
        left += size;
    }

    /** The position from nothing to nothing that has just come to its end. */
    ClosedTrade closed(LocalDate day, String reason) {
        return new ClosedTrade(
                security.id(),
                largest.signum() > 0 ? Side.BUY : Side.SELL,
                opened == null ? day : opened,
                day,
                largest.abs(),
                BigDecimal.valueOf(entryPrice),
                BigDecimal.valueOf(exitPrice),
                new Money(profit, security.currency()),
                new Money(costs, security.currency()),
                reason);
    }

    /** Cash moves in whole units of the smallest coin. */
    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(digits, RoundingMode.HALF_EVEN);
    }

    private BigDecimal money(BigDecimal per100) {
        return face.multiply(per100).multiply(PER_HUNDRED);
    }
}
