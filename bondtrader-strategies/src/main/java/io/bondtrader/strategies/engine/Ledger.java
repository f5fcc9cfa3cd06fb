package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.market.Redemption;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.performance.ClosedTrade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of an engine: who holds what, exact cash with its settlement days, coupons to whoever has the right to them,
 * repayments and funding. Positions that settle on a day are valued with interest up to that day, so that the price falls by
 * a coupon when the right to it is booked.
 */
final class Ledger {

    private final FundingTerms funding;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final TreeMap<String, Security> held = new TreeMap<>();
    private final Map<String, PaymentSchedule> schedules = new HashMap<>();
    private final Map<String, LocalDate> ends = new HashMap<>();
    private final List<Redemption> announced = new ArrayList<>();
    private @Nullable LocalDate today;
    private @Nullable LocalDate settlement;

    Ledger(
            List<String> strategies,
            int currencyDigits,
            FundingTerms funding,
            BiConsumer<String, ClosedTrade> closedTrades) {
        this.funding = funding;
        for (String strategy : strategies) {
            accounts.put(strategy, new Account(strategy, currencyDigits, closedTrades));
        }
    }

    /**
     * Comes to a new day: interest on the balances of the days that have passed, payments that are due, rights to coupons.
     */
    void advance(LocalDate day, LocalDate settlementDay, double rate) {
        LocalDate before = today;
        LocalDate settledBefore = settlement;
        if (before != null && settledBefore != null) {
            long days = ChronoUnit.DAYS.between(before, day);
            for (Account account : accounts.values()) {
                account.fund(funding, rate, days);
                account.settle(day);
            }
            redeem(settlementDay, day);
            pay(settledBefore, settlementDay, day);
            // Where days were left out, what fell due on them has been paid by now.
            accounts.values().forEach(account -> account.settle(day));
            release();
        }
        today = day;
        settlement = settlementDay;
    }

    private void pay(LocalDate after, LocalDate until, LocalDate day) {
        for (String securityId : held.keySet()) {
            PaymentSchedule schedule = schedules.get(securityId);
            if (schedule == null) {
                continue;
            }
            List<PaymentSchedule.Payment> due = schedule.between(after, until);
            if (!due.isEmpty()) {
                accounts.values().forEach(account -> account.pay(securityId, due, day));
            }
        }
    }

    void announce(Redemption redemption) {
        announced.add(redemption);
    }

    private void redeem(LocalDate until, LocalDate day) {
        Iterator<Redemption> each = announced.iterator();
        while (each.hasNext()) {
            Redemption redemption = each.next();
            if (!redemption.date().isAfter(until)) {
                ends.put(redemption.instrument(), redemption.date());
                Security security = held.get(redemption.instrument());
                if (security != null) {
                    BigDecimal accrued = accrued(security, redemption.date());
                    accounts.values().forEach(account -> account.redeem(redemption, accrued, day));
                }
                each.remove();
            }
        }
    }

    /**
     * Returns why a security cannot be traded now.
     *
     * @return a code, or nothing if it can
     */
    Optional<String> refusal(Security security) {
        LocalDate end = ends.get(security.id());
        if (end == null) {
            try {
                PaymentSchedule schedule = PaymentSchedule.of(security, settlementDay());
                schedules.put(security.id(), schedule);
                end = schedule.end();
            } catch (BondTraderException without) {
                end = LocalDate.MIN; // terms whose payments are not known beforehand, or that has matured
            }
            ends.put(security.id(), end);
        }
        return end.isAfter(settlementDay())
                ? Optional.empty()
                : Optional.of(end.equals(LocalDate.MIN) ? "NO_CASH_FLOWS" : "MATURED");
    }

    void forget(String securityId) {
        ends.remove(securityId);
        schedules.remove(securityId);
    }

    /** Drops what nobody holds any more. */
    private void release() {
        held.keySet().removeIf(id -> {
            for (Account account : accounts.values()) {
                if (account.holding(id) != null) {
                    return false;
                }
            }
            return true;
        });
    }

    void trade(
            String strategy,
            Security security,
            Valuation mark,
            BigDecimal change,
            BigDecimal price,
            BigDecimal fees,
            LocalDate settlementDay,
            LocalDate day) {
        schedules.computeIfAbsent(security.id(), id -> PaymentSchedule.of(security, settlementDay));
        held.putIfAbsent(security.id(), security);
        BigDecimal accrued = mark.settlement().equals(settlementDay)
                ? BigDecimal.valueOf(mark.accruedInterest())
                : accrued(security, settlementDay);
        account(strategy).trade(security, mark, change, price, accrued, fees, settlementDay, day);
    }

    private static BigDecimal accrued(Security security, LocalDate day) {
        return BigDecimal.valueOf(BondPricing.of(security.bond(), day).accruedInterest());
    }

    void mark(Valuation valuation) {
        if (held.containsKey(valuation.instrument())) {
            accounts.values().forEach(account -> account.mark(valuation));
        }
    }

    Account account(String strategy) {
        Account account = accounts.get(strategy);
        if (account == null) {
            throw new IllegalStateException("no account of " + strategy);
        }
        return account;
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    /** Securities that some account holds, ascending by identifier. */
    Collection<Security> held() {
        return held.values();
    }

    LocalDate settlementDay() {
        LocalDate day = settlement;
        if (day == null) {
            throw new IllegalStateException("no day has come yet");
        }
        return day;
    }
}
