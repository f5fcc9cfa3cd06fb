package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.order.RfqEvent;
import io.bondtrader.strategies.order.RfqQuote;
import io.bondtrader.strategies.order.RfqRecord;
import io.bondtrader.strategies.order.RfqRequest;
import io.bondtrader.strategies.order.RfqState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Dealers that answer requests for quotes in the engine's time: each with a spread, a speed, a patience and a last look.
 *
 * <p>The same requests, prices and seed give the same answers. An answer carries the time when it is read here; hold it back
 * until then. For use by one thread.
 */
public final class SimulatedDealers {

    private static final int DIGITS = 8;

    /**
     * How a dealer behaves. Spreads and tolerance are in the unit of the request: price per 100, yield, or basis points.
     *
     * <p>Immutable and safe for use by many threads.
     *
     * @param name who
     * @param halfSpread from the middle to either side, 0 or more
     * @param noise standard deviation of what is added to it from quote to quote, 0 or more
     * @param response shortest time to quote
     * @param jitter the most that is added to it, evenly spread
     * @param life how long a quote lives from when it is on the wire, positive
     * @param hold time of the last look
     * @param tolerance how far the market may move against the dealer before it takes the quote back at the last look
     * @param declines how often it does not quote, from 0 to 1
     * @param requotes how often it quotes anew instead of taking the quote back, from 0 to 1
     */
    public record Dealer(
            String name,
            double halfSpread,
            double noise,
            Duration response,
            Duration jitter,
            Duration life,
            Duration hold,
            double tolerance,
            double declines,
            double requotes) {

        /**
         * Checks the dealer.
         *
         * @throws InvalidInput if a number is out of range
         */
        public Dealer {
            InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
            notNegative("halfSpread", halfSpread);
            notNegative("noise", noise);
            notNegative("tolerance", tolerance);
            share("declines", declines);
            share("requotes", requotes);
            for (Duration time : List.of(response, jitter, hold)) {
                InvalidInput.unless(!time.isNegative(), "time of " + name, time, "zero or more");
            }
            InvalidInput.unless(!life.isNegative() && !life.isZero(), "life", life, "positive");
        }

        /**
         * Returns a dealer that quotes within a second, lets a quote live for ten, and looks again for a fifth of one.
         *
         * @param name who
         * @param halfSpread from the middle to either side
         * @return the dealer: it never declines, and takes a quote back if the market moves by more than its half spread
         * @throws InvalidInput if the spread is negative or not finite
         */
        public static Dealer of(String name, double halfSpread) {
            return new Dealer(
                    name,
                    halfSpread,
                    0.25 * halfSpread,
                    Duration.ofMillis(200),
                    Duration.ofMillis(800),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(200),
                    halfSpread,
                    0.0,
                    0.0);
        }

        private static void notNegative(String name, double value) {
            InvalidInput.unless(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "zero or more, finite");
        }

        private static void share(String name, double value) {
            InvalidInput.unless(value >= 0 && value <= 1, name, value, "from 0 to 1");
        }
    }

    /**
     * A last look that is still to be taken.
     *
     * <p>Immutable and safe for use by many threads.
     *
     * @param request what was asked for
     * @param quote the quote that was accepted
     * @param arrival when the acceptance reaches the dealer
     * @param at when the dealer has looked: give {@link #look} the market of that time
     */
    public record LastLook(RfqRequest request, RfqQuote quote, Instant arrival, Instant at) {}

    private final Map<String, Dealer> dealers = new LinkedHashMap<>();
    private final Latency there;
    private final Latency back;
    private final SplittableRandom luck;
    private long quotes;
    private long executions;
    private long sequence;

    /**
     * Brings dealers together.
     *
     * @param dealers who, each once
     * @param there how long a request or an acceptance takes
     * @param back how long an answer takes
     * @param seed what chance starts from
     * @throws InvalidInput if there is nobody or two have one name
     */
    public SimulatedDealers(List<Dealer> dealers, Latency there, Latency back, long seed) {
        InvalidInput.unless(!dealers.isEmpty(), "dealers", "none", "one or more");
        for (Dealer dealer : dealers) {
            InvalidInput.unless(this.dealers.put(dealer.name(), dealer) == null, "dealer", dealer.name(), "there once");
        }
        this.there = Objects.requireNonNull(there);
        this.back = Objects.requireNonNull(back);
        luck = new SplittableRandom(seed);
    }

    /** {@return the names of the dealers} */
    public List<String> names() {
        return List.copyOf(dealers.keySet());
    }

    /**
     * Asks for quotes.
     *
     * @param request who is asked for what
     * @param middle the middle of the market now, in the unit of the request
     * @param now when the request leaves
     * @return what each dealer answers, in the order in which it is read
     * @throws InvalidInput if a dealer is unknown or the middle is not finite
     */
    public List<RfqEvent> request(RfqRequest request, double middle, Instant now) {
        InvalidInput.unless(Double.isFinite(middle), "middle", middle, "finite");
        List<RfqEvent> answers = new ArrayList<>(request.dealers().size());
        for (String name : request.dealers()) {
            Dealer dealer = dealer(name);
            Instant onWire = now.plusNanos(sample(there) + dealer.response().toNanos() + upTo(dealer.jitter()));
            Instant read = onWire.plusNanos(sample(back));
            answers.add(
                    luck.nextDouble() < dealer.declines()
                            ? new RfqEvent.Declined(request.id(), read, sequence++, name, "no interest")
                            : new RfqEvent.Quoted(
                                    request.id(), read, sequence++, quote(request, dealer, middle, onWire)));
        }
        answers.sort(Comparator.comparing(RfqEvent::at).thenComparing(RfqEvent::sequence));
        return answers;
    }

    /**
     * Takes the quote that a record has accepted.
     *
     * @param record a request in the state {@link RfqState#ACCEPTED}
     * @param now when the acceptance leaves
     * @return the last look that follows
     * @throws InvalidInput if nothing is accepted, or the dealer is not one of these
     */
    public LastLook accept(RfqRecord record, Instant now) {
        RfqQuote quote = record.taken().orElse(null);
        if (quote == null || record.state() != RfqState.ACCEPTED) {
            throw new InvalidInput("state of " + record.request().id(), record.state(), "ACCEPTED");
        }
        Instant arrival = now.plusNanos(sample(there));
        return new LastLook(
                record.request(),
                quote,
                arrival,
                arrival.plus(dealer(quote.dealer()).hold()));
    }

    /**
     * Lets a dealer look for the last time. It takes the quote back if it reached the dealer after its end, or if what the
     * dealer would earn is less than its half spread by more than its tolerance.
     *
     * @param look what {@link #accept} answered
     * @param middle the middle of the market at the time of the look, in the unit of the request
     * @return confirmed, rejected, or another quote
     * @throws InvalidInput if the middle is not finite
     */
    public RfqEvent look(LastLook look, double middle) {
        InvalidInput.unless(Double.isFinite(middle), "middle", middle, "finite");
        RfqRequest request = look.request();
        Dealer dealer = dealer(look.quote().dealer());
        Instant read = look.at().plusNanos(sample(back));
        if (!look.quote().live(look.arrival())) {
            return new RfqEvent.LastLookRejected(
                    request.id(), read, sequence++, dealer.name(), "the quote was over when the acceptance arrived");
        }
        double earned = direction(request) * (look.quote().value().doubleValue() - middle);
        if (earned >= dealer.halfSpread() - dealer.tolerance()) {
            String execution = dealer.name() + "-" + ++executions;
            return new RfqEvent.Confirmed(request.id(), read, sequence++, dealer.name(), execution);
        }
        if (luck.nextDouble() < dealer.requotes()) {
            return new RfqEvent.Requoted(request.id(), read, sequence++, quote(request, dealer, middle, look.at()));
        }
        return new RfqEvent.LastLookRejected(request.id(), read, sequence++, dealer.name(), "the market has moved");
    }

    private RfqQuote quote(RfqRequest request, Dealer dealer, double middle, Instant onWire) {
        double away = Math.max(0.0, dealer.halfSpread() + dealer.noise() * gaussian());
        BigDecimal value = new BigDecimal(middle + direction(request) * away).setScale(DIGITS, RoundingMode.HALF_EVEN);
        return new RfqQuote(
                "Q" + ++quotes,
                dealer.name(),
                value.stripTrailingZeros(),
                request.order().face(),
                onWire,
                onWire.plus(dealer.life()));
    }

    /** Which way a dealer adds its spread: up for a buyer's price and a seller's yield, else down. */
    private static int direction(RfqRequest request) {
        int sign = request.order().side().sign();
        return request.basis() == RfqRequest.Basis.PRICE ? sign : -sign;
    }

    private Dealer dealer(String name) {
        Dealer dealer = dealers.get(name);
        if (dealer == null) {
            throw new InvalidInput("dealer", name, "one of " + dealers.keySet());
        }
        return dealer;
    }

    /** By Box and Muller: the same bits on any machine and any version of the JDK. */
    private double gaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - luck.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * luck.nextDouble());
    }

    private long sample(Latency latency) {
        return latency.fixed().toNanos() + upTo(latency.jitter());
    }

    private long upTo(Duration most) {
        return most.isZero() ? 0 : luck.nextLong(most.toNanos() + 1);
    }
}
