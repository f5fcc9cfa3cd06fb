package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.KeyTenors;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.relativevalue.Mispricing.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks through a book of quotes for bonds that are worth trading against a curve: both ways, after bid-offer, funding,
 * borrowing and the hedge.
 *
 * <p>The hedge is made of the two hedging bonds whose mean lives lie next to the bond's, one shorter and one longer, in the
 * amounts that leave neither DV01 nor its first moment in time; of one alone at the ends, by DV01. What that leaves of each key
 * rate is reported. A profit rests on the price coming back to the curve within the horizon: it is a bet on convergence, not an
 * arbitrage; see {@link StaticArbitrage} for what needs no curve.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param curve what bonds are worth
 * @param keys by which hedges are judged
 * @param horizonDays how long a position is carried, from 1 to 3660
 */
public record ArbitrageScan(DiscountCurve curve, KeyTenors keys, int horizonDays) {

    private static final double BASIS_POINT = 1e-4;

    /**
     * Checks the horizon.
     *
     * @throws InvalidInput if it is out of range
     */
    public ArbitrageScan {
        Objects.requireNonNull(curve);
        Objects.requireNonNull(keys);
        InvalidInput.unless(horizonDays >= 1 && horizonDays <= 3660, "horizonDays", horizonDays, "from 1 to 3660");
    }

    /** A bond with its key rates off the curve. */
    private static final class Seen {

        final TwoWayQuote quote;
        final double fair;
        final double[] keyRates;
        final double dv01;
        final double life;

        Seen(TwoWayQuote quote, double fair, double[] keyRates, double dv01, double life) {
            this.quote = quote;
            this.fair = fair;
            this.keyRates = keyRates;
            this.dv01 = dv01;
            this.life = life;
        }
    }

    /**
     * Looks through a book.
     *
     * @param book quotes, all labels different
     * @param hedges labels of the bonds that hedges are made of
     * @return two ideas a bond, buying and selling it: the most profitable first, those refused after them
     * @throws InvalidInput if labels repeat, a hedge is not in the book, or a bond settles before the curve starts
     * @throws io.bondtrader.core.error.MissingData if the curve does not reach a payment
     */
    public List<Mispricing> scan(List<TwoWayQuote> book, List<String> hedges) {
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (TwoWayQuote quote : book) {
            InvalidInput.unless(
                    seen.put(quote.label(), see(quote)) == null, "label", quote.label(), "there once in the book");
        }
        List<Seen> hedging = new ArrayList<>();
        for (String hedge : hedges) {
            Seen found = seen.get(hedge);
            InvalidInput.unless(found != null, "hedge", hedge, "one of the book");
            if (found != null) {
                hedging.add(found);
            }
        }
        hedging.sort(Comparator.comparingDouble(bond -> bond.life));
        List<Mispricing> ideas = new ArrayList<>();
        for (Seen bond : seen.values()) {
            ideas.add(idea(bond, Side.BUY, hedging));
            ideas.add(idea(bond, Side.SELL, hedging));
        }
        ideas.sort(Comparator.comparing((Mispricing idea) -> idea.outcome() != Outcome.WORTH_IT)
                .thenComparing(Comparator.comparingDouble(Mispricing::profit).reversed()));
        return List.copyOf(ideas);
    }

    private Seen see(TwoWayQuote quote) {
        BondQuote terms = quote.terms();
        double settles = curve.years(terms.settlement());
        double start = curve.discountFactor(settles);
        double[] rates = new double[keys.count()];
        double worth = 0;
        for (BondQuote.Payment payment : terms.payments()) {
            double time = curve.years(payment.date());
            double value = payment.amount() * curve.discountFactor(time) / start;
            worth += value;
            for (int k = 0; k < rates.length; k++) {
                rates[k] += value * BASIS_POINT * (time * keys.weight(k, time) - settles * keys.weight(k, settles));
            }
        }
        double dv01 = 0;
        double moment = 0;
        for (int k = 0; k < rates.length; k++) {
            dv01 += rates[k];
            moment += rates[k] * keys.years(k);
        }
        double life = dv01 > 0 ? moment / dv01 : 0;
        return new Seen(quote, worth - terms.accruedInterest(), rates, dv01, life);
    }

    private Mispricing idea(Seen bond, Side side, List<Seen> hedging) {
        TwoWayQuote quote = bond.quote;
        boolean buys = side == Side.BUY;
        double gross = buys ? bond.fair - quote.ask() : quote.bid() - bond.fair;
        double price = buys ? quote.dirtyAsk() : quote.dirtyBid();
        double settles = curve.years(quote.terms().settlement());
        double own = Math.expm1(curve.forwardRate(settles, settles + horizonDays / 365.0) * horizonDays / 365.0);
        double funding = buys
                ? price * (quote.repoRate() * horizonDays / 360.0 - own)
                : price * (own - quote.reverseRate() * horizonDays / 360.0);
        Map<Seen, Double> hedge = hedge(bond, hedging);
        double cost = 0;
        double[] left = bond.keyRates.clone();
        Map<String, Double> named = new LinkedHashMap<>();
        for (Map.Entry<Seen, Double> leg : hedge.entrySet()) {
            double face = leg.getValue();
            cost += 2 * Math.abs(face) / 100 * leg.getKey().quote.halfSpread();
            named.put(leg.getKey().quote.label(), side.sign() * face);
            for (int k = 0; k < left.length; k++) {
                left[k] += face / 100 * leg.getKey().keyRates[k];
            }
        }
        double worst = 0;
        for (double rate : left) {
            worst = Math.max(worst, Math.abs(rate));
        }
        double face = buys ? quote.askFace() : quote.bidFace();
        double exit = quote.halfSpread();
        Outcome outcome = gross <= 0
                ? Outcome.NOT_MISPRICED
                : face == 0.0
                        ? Outcome.NO_SIZE
                        : hedge.isEmpty()
                                ? Outcome.NO_HEDGE
                                : gross - exit - funding - cost <= 0 ? Outcome.COSTS_MORE : Outcome.WORTH_IT;
        return new Mispricing(quote.label(), side, bond.fair, gross, exit, funding, cost, face, named, worst, outcome);
    }

    /** Faces per 100 bought of the bond, by hedging bond. */
    private static Map<Seen, Double> hedge(Seen bond, List<Seen> hedging) {
        Seen shorter = null;
        Seen longer = null;
        for (Seen hedge : hedging) {
            if (hedge == bond || !(hedge.dv01 > 0)) {
                continue;
            }
            if (hedge.life <= bond.life) {
                shorter = hedge;
            } else if (longer == null) {
                longer = hedge;
            }
        }
        Map<Seen, Double> faces = new LinkedHashMap<>();
        if (shorter == null || longer == null) {
            Seen only = shorter == null ? longer : shorter;
            if (only != null) {
                faces.put(only, -100 * bond.dv01 / only.dv01);
            }
            return faces;
        }
        double share = (bond.life - shorter.life) / (longer.life - shorter.life);
        faces.put(shorter, -100 * (1 - share) * bond.dv01 / shorter.dv01);
        faces.put(longer, -100 * share * bond.dv01 / longer.dv01);
        return faces;
    }
}
