package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.trade.Side;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One way of trading a bond against a curve, with everything it costs. Prices are per 100 of the bond's face.
 *
 * <pre>
 *   net = gross − exit − funding − hedge costs
 * </pre>
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param bond what it is called
 * @param side which way
 * @param fairPrice clean price off the curve
 * @param gross how much better than fair it can be traded now
 * @param exit half of its bid-offer, to get out at a fair middle
 * @param funding what financing or borrowing it until the horizon costs beyond the curve's own rate; negative if it earns
 * @param hedgeCost bid-offer of the hedge, in and out
 * @param face the face that can be traded, in currency units
 * @param hedge face of each hedging bond per 100 of the bond, negative if sold; empty if there is none to be had
 * @param residualDv01 the largest DV01 of a key rate that the hedge leaves, without sign
 * @param outcome whether it is worth it, and if not, why
 */
public record Mispricing(
        String bond,
        Side side,
        double fairPrice,
        double gross,
        double exit,
        double funding,
        double hedgeCost,
        double face,
        Map<String, Double> hedge,
        double residualDv01,
        Outcome outcome) {

    /** What becomes of an idea. */
    public enum Outcome {
        /** It earns something after all costs. */
        WORTH_IT,
        /** The price is no better than fair. */
        NOT_MISPRICED,
        /** Bid-offer of bond and hedge, and funding, take it all. */
        COSTS_MORE,
        /** Nothing can be traded at that price. */
        NO_SIZE,
        /** There is nothing to hedge it with. */
        NO_HEDGE
    }

    /** Keeps the hedge in its order. */
    public Mispricing {
        hedge = Collections.unmodifiableMap(new LinkedHashMap<>(hedge));
    }

    /** {@return what is left after all costs, per 100} */
    public double net() {
        return gross - exit - funding - hedgeCost;
    }

    /** {@return what is left after all costs on the face that can be traded, in currency units} */
    public double profit() {
        return net() * face / 100;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s %s: gross %+.4f, exit %.4f, funding %+.4f, hedge %.4f, net %+.4f: %s",
                side,
                bond,
                gross,
                exit,
                funding,
                hedgeCost,
                net(),
                outcome));
        hedge.forEach((label, hedged) -> text.append(
                String.format(Locale.ROOT, "; %s %.2f %s", hedged < 0 ? "sell" : "buy", Math.abs(hedged), label)));
        return text.toString();
    }
}
