package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Financing a bond from one settlement to another, as a classic repo or as a buy/sell-back, with the cash that changes hands.
 *
 * <pre>
 *   repo            lent L = D₁/(1 + h), repaid L·(1 + r·n/360); coupons are passed on to the seller on the day they fall due
 *   buy/sell-back   paid D₁, sold back at the forward price; coupons stay with the buyer, who is credited r on them
 *
 *   D₁  dirty price at the start     h  haircut     r  repo rate, simple by ACT/360     n  days
 * </pre>
 *
 * <p>Both cost the seller the same where there is no haircut. Source: ICMA European Repo and Collateral Council, "A Guide to
 * Best Practice in the European Repo Market"; M. Choudhry, "The Repo Handbook", 2nd ed., chapters 5 and 6. Amounts are per
 * 100 of face.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class RepoTrade {

    private final HoldingPeriod period;
    private final double cleanPrice;
    private final double repoRate;
    private final double haircut;

    private RepoTrade(HoldingPeriod period, double cleanPrice, double repoRate, double haircut) {
        this.period = period;
        this.cleanPrice = cleanPrice;
        this.repoRate = repoRate;
        this.haircut = haircut;
        double dirty = cleanPrice + period.start().accruedInterest();
        InvalidInput.unless(dirty > 0.0 && dirty < 1e9, "cleanPrice", cleanPrice, "positive with accrued interest");
        InvalidInput.unless(Math.abs(repoRate) <= 10.0, "repoRate", repoRate, "a decimal such as 0.043");
        InvalidInput.unless(haircut >= 0.0 && haircut <= 10.0, "haircut", haircut, "0 to 10, as a decimal");
    }

    /** Why cash changes hands. */
    public enum Reason {
        /** The cash that is lent against the bond. */
        PURCHASE,
        /** A coupon that the issuer pays to whoever holds the bond. */
        COUPON,
        /** A coupon that the buyer passes on to the seller. */
        COUPON_PASSED_ON,
        /** The cash that is repaid for the bond. */
        REPURCHASE
    }

    /**
     * Cash that changes hands, seen from the side of the buyer, who lends the cash.
     *
     * @param date the day
     * @param reason why
     * @param amount per 100 of face; positive if the buyer receives it
     */
    public record Movement(LocalDate date, Reason reason, double amount) {}

    /**
     * Returns the financing of a bond without haircut.
     *
     * @param period from the purchase to the repurchase
     * @param cleanPrice price per 100 at the start
     * @param repoRate simple rate as a decimal, by ACT/360
     * @return the trade
     * @throws InvalidInput if a number is out of range
     */
    public static RepoTrade of(HoldingPeriod period, double cleanPrice, double repoRate) {
        return new RepoTrade(period, cleanPrice, repoRate, 0.0);
    }

    /**
     * Returns the same trade with a haircut.
     *
     * @param haircut by how much the bond is worth more than the cash, over the cash: 0.02 for 102 lent against with 100
     * @return the altered copy
     * @throws InvalidInput if the haircut is out of range
     */
    public RepoTrade withHaircut(double haircut) {
        return new RepoTrade(period, cleanPrice, repoRate, haircut);
    }

    /** {@return the cash that is lent, per 100 of face} */
    public double purchasePrice() {
        return (cleanPrice + period.start().accruedInterest()) / (1.0 + haircut);
    }

    /** {@return the cash that a classic repo repays, per 100 of face} */
    public double repurchasePrice() {
        return purchasePrice() * (1.0 + repoRate * days() / 360.0);
    }

    /** {@return what the lender earns, per 100 of face} */
    public double interest() {
        return repurchasePrice() - purchasePrice();
    }

    /**
     * Returns the clean price at which a buy/sell-back is sold back.
     *
     * @return the forward clean price per 100
     * @throws InvalidInput if the trade has a haircut
     */
    public double sellBackCleanPrice() {
        InvalidInput.unless(haircut == 0.0, "haircut", haircut, "0 for a buy/sell-back");
        return period.forwardCleanPrice(cleanPrice, repoRate);
    }

    /** {@return the cash of a classic repo, by day} */
    public List<Movement> repoMovements() {
        List<Movement> movements = new ArrayList<>();
        movements.add(new Movement(start(), Reason.PURCHASE, -purchasePrice()));
        for (CashFlow flow : period.received()) {
            movements.add(new Movement(flow.dueDate(), Reason.COUPON, flow.amount()));
            movements.add(new Movement(flow.dueDate(), Reason.COUPON_PASSED_ON, -flow.amount()));
        }
        movements.add(new Movement(end(), Reason.REPURCHASE, repurchasePrice()));
        return sorted(movements);
    }

    /**
     * Returns the cash of a buy/sell-back, by day.
     *
     * @return the movements
     * @throws InvalidInput if the trade has a haircut
     */
    public List<Movement> buySellBackMovements() {
        double back = sellBackCleanPrice() + period.end().accruedInterest();
        List<Movement> movements = new ArrayList<>();
        movements.add(new Movement(start(), Reason.PURCHASE, -purchasePrice()));
        for (CashFlow flow : period.received()) {
            movements.add(new Movement(flow.dueDate(), Reason.COUPON, flow.amount()));
        }
        movements.add(new Movement(end(), Reason.REPURCHASE, back));
        return sorted(movements);
    }

    private static List<Movement> sorted(List<Movement> movements) {
        movements.sort(Comparator.comparing(Movement::date)); // stable: purchase first, repurchase last
        return List.copyOf(movements);
    }

    private LocalDate start() {
        return period.start().settlement();
    }

    private LocalDate end() {
        return period.end().settlement();
    }

    private double days() {
        return end().toEpochDay() - start().toEpochDay();
    }

    @Override
    public String toString() {
        return "RepoTrade[" + start() + " to " + end() + ", clean " + cleanPrice + ", repo rate " + repoRate
                + ", haircut " + haircut + "]";
    }
}
