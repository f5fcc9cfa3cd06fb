package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.error.IllegalTransition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for quotes as the fold of its events, by the rules R1 to R9 of the handbook's page on orders. For use by one
 * thread.
 */
public final class RfqRecord {

    private static final int TALKING = RfqState.REQUESTED.bit() | RfqState.QUOTED.bit();

    private final RfqRequest request;
    private final Instant requestedAt;
    private final Map<String, Received> newest = new LinkedHashMap<>();
    private final Set<String> silent = new LinkedHashSet<>();
    private final Set<String> quoteIds = new LinkedHashSet<>();
    private final List<DealerAnswer> answers = new ArrayList<>();
    private RfqState state = RfqState.REQUESTED;
    private @Nullable RfqQuote taken;
    private @Nullable RfqQuote cover;
    private @Nullable Instant takenAt;
    private @Nullable Instant doneAt;
    private @Nullable BigDecimal price;
    private String executionId = "";
    private String reason = "";

    private record Received(RfqQuote quote, Instant at) {}

    /**
     * Begins a record.
     *
     * @param first the event that sent the request
     */
    public RfqRecord(RfqEvent.Requested first) {
        request = first.request();
        requestedAt = first.at();
    }

    /**
     * Rebuilds a record.
     *
     * @param events all events of one request, the first of them {@link RfqEvent.Requested}
     * @return the record
     * @throws InvalidInput if there is no event or the first is another one
     * @throws IllegalTransition if one does not follow from those before it
     */
    public static RfqRecord replay(List<? extends RfqEvent> events) {
        InvalidInput.unless(!events.isEmpty(), "events", "none", "at least the request");
        if (!(events.get(0) instanceof RfqEvent.Requested first)) {
            throw new InvalidInput("events[0]", events.get(0), "the request");
        }
        RfqRecord record = new RfqRecord(first);
        events.subList(1, events.size()).forEach(record::apply);
        return record;
    }

    /**
     * Applies an event.
     *
     * @param event an event of this request
     * @return whether it changed anything: duplicates and what came too late do not
     * @throws InvalidInput if the event is of another request or of a dealer who was not asked
     * @throws IllegalTransition if it does not follow from the state; nothing is changed then
     */
    public boolean apply(RfqEvent event) {
        InvalidInput.unless(event.rfqId().equals(request.id()), "rfqId", event.rfqId(), request.id());
        if (event instanceof RfqEvent.Quoted quoted) {
            return quote(quoted.quote(), quoted.at());
        } else if (event instanceof RfqEvent.Declined declined) {
            return decline(declined);
        } else if (event instanceof RfqEvent.Accepted accepted) {
            return accept(accepted);
        } else if (event instanceof RfqEvent.Confirmed confirmed) {
            return confirm(confirmed);
        } else if (event instanceof RfqEvent.LastLookRejected rejected) {
            return reject(rejected);
        } else if (event instanceof RfqEvent.Requoted requoted) {
            return requote(requoted);
        } else if (event instanceof RfqEvent.Spotted spotted) {
            return spot(spotted);
        } else if (event instanceof RfqEvent.DoneAway away) {
            return end(RfqState.DONE_AWAY, away.where());
        } else if (event instanceof RfqEvent.Expired) {
            return end(RfqState.EXPIRED, "expired");
        } else if (event instanceof RfqEvent.Cancelled cancelled) {
            return end(RfqState.CANCELLED, cancelled.reason());
        }
        throw illegal(event);
    }

    private boolean talking() {
        return (TALKING & state.bit()) != 0;
    }

    private boolean quote(RfqQuote quote, Instant at) {
        requireAsked(quote.dealer());
        if (!quoteIds.add(quote.dealer() + "/" + quote.id()) || !talking()) {
            return false;
        }
        keep(quote, at);
        return true;
    }

    private void keep(RfqQuote quote, Instant at) {
        newest.put(quote.dealer(), new Received(quote, at));
        silent.remove(quote.dealer());
        answers.add(DealerAnswer.quoted(quote.dealer(), Duration.between(requestedAt, at)));
        state = RfqState.QUOTED;
    }

    private boolean decline(RfqEvent.Declined declined) {
        requireAsked(declined.dealer());
        if (!talking() || !silent.add(declined.dealer())) {
            return false;
        }
        newest.remove(declined.dealer());
        answers.add(DealerAnswer.declined(declined.dealer(), Duration.between(requestedAt, declined.at())));
        settle(declined.reason());
        return true;
    }

    /** Goes back to where the talk stands when a quote is gone. */
    private void settle(String why) {
        taken = null;
        cover = null;
        takenAt = null;
        if (silent.size() == request.dealers().size()) {
            state = RfqState.DECLINED;
            reason = why;
        } else {
            state = newest.isEmpty() ? RfqState.REQUESTED : RfqState.QUOTED;
        }
    }

    private boolean accept(RfqEvent.Accepted accepted) {
        if (state == RfqState.ACCEPTED && taken != null && taken.id().equals(accepted.quoteId())) {
            return false;
        }
        Received received = newest.get(accepted.dealer());
        if (state != RfqState.QUOTED || received == null) {
            throw illegal(accepted);
        }
        RfqQuote quote = received.quote();
        InvalidInput.unless(
                quote.id().equals(accepted.quoteId()),
                "quoteId",
                accepted.quoteId(),
                "the dealer's newest, " + quote.id());
        InvalidInput.unless(
                quote.live(accepted.at()), "at", accepted.at(), "before the quote ends at " + quote.expiresAt());
        taken = quote;
        takenAt = accepted.at();
        cover = live(accepted.at()).stream()
                .filter(other -> !other.dealer().equals(quote.dealer()))
                .findFirst()
                .orElse(null);
        state = RfqState.ACCEPTED;
        return true;
    }

    private boolean confirm(RfqEvent.Confirmed confirmed) {
        if (!executionId.isEmpty()) {
            if (taken != null
                    && taken.dealer().equals(confirmed.dealer())
                    && executionId.equals(confirmed.executionId())) {
                return false;
            }
            throw illegal(confirmed);
        }
        if (taken == null || takenAt == null || !taken.dealer().equals(confirmed.dealer())) {
            throw illegal(confirmed);
        }
        executionId = confirmed.executionId();
        answers.add(DealerAnswer.confirmed(confirmed.dealer(), Duration.between(takenAt, confirmed.at())));
        if (request.basis() == RfqRequest.Basis.PRICE) {
            done(taken.value(), confirmed.at());
        } else {
            state = RfqState.TO_SPOT;
        }
        return true;
    }

    private void done(BigDecimal cleanPrice, Instant at) {
        price = cleanPrice;
        doneAt = at;
        state = RfqState.DONE;
        reason = "";
    }

    private boolean reject(RfqEvent.LastLookRejected rejected) {
        if (state != RfqState.ACCEPTED || taken == null || takenAt == null) {
            if (state.ended()) {
                return false;
            }
            throw illegal(rejected);
        }
        if (!taken.dealer().equals(rejected.dealer())) {
            throw illegal(rejected);
        }
        answers.add(DealerAnswer.rejected(rejected.dealer(), Duration.between(takenAt, rejected.at())));
        newest.remove(rejected.dealer());
        silent.add(rejected.dealer());
        settle(rejected.reason());
        return true;
    }

    private boolean requote(RfqEvent.Requoted requoted) {
        RfqQuote quote = requoted.quote();
        if (state != RfqState.ACCEPTED
                || taken == null
                || takenAt == null
                || !taken.dealer().equals(quote.dealer())) {
            if (state.ended() || quoteIds.contains(quote.dealer() + "/" + quote.id())) {
                return false;
            }
            throw illegal(requoted);
        }
        if (!quoteIds.add(quote.dealer() + "/" + quote.id())) {
            return false;
        }
        answers.add(DealerAnswer.requoted(quote.dealer(), Duration.between(takenAt, requoted.at())));
        settle("");
        newest.put(quote.dealer(), new Received(quote, requoted.at()));
        state = RfqState.QUOTED;
        return true;
    }

    private boolean spot(RfqEvent.Spotted spotted) {
        if (state == RfqState.DONE) {
            return false;
        }
        if (state != RfqState.TO_SPOT) {
            throw illegal(spotted);
        }
        done(spotted.cleanPrice(), spotted.at());
        return true;
    }

    private boolean end(RfqState ending, String why) {
        if (state.ended() || state == RfqState.TO_SPOT) {
            return false;
        }
        state = ending;
        reason = why;
        return true;
    }

    private void requireAsked(String dealer) {
        InvalidInput.unless(request.dealers().contains(dealer), "dealer", dealer, "one that was asked");
    }

    private IllegalTransition illegal(RfqEvent event) {
        return new IllegalTransition(
                request.id(), state.name(), event.getClass().getSimpleName());
    }

    /** {@return the request} */
    public RfqRequest request() {
        return request;
    }

    /** {@return where it is} */
    public RfqState state() {
        return state;
    }

    /** {@return why it ended without a trade; empty if it did not} */
    public String reason() {
        return reason;
    }

    /**
     * Returns the quotes that can still be taken, the best first; of equal ones, the one read first.
     *
     * @param arrival when an acceptance would reach the dealers
     * @return the quotes
     */
    public List<RfqQuote> live(Instant arrival) {
        Comparator<Received> byValue =
                Comparator.comparing((Received received) -> received.quote().value());
        boolean lowest = (request.order().side() == Side.BUY) == (request.basis() == RfqRequest.Basis.PRICE);
        return newest.values().stream()
                .filter(received -> received.quote().live(arrival))
                .sorted((lowest ? byValue : byValue.reversed())
                        .thenComparing(Received::at)
                        .thenComparing(received -> received.quote().dealer()))
                .map(Received::quote)
                .toList();
    }

    /**
     * Returns the best quote that can still be taken.
     *
     * @param arrival when an acceptance would reach the dealers
     * @return the quote, if there is one
     */
    public Optional<RfqQuote> best(Instant arrival) {
        return live(arrival).stream().findFirst();
    }

    /** {@return the quote that was taken, unless the dealer turned it down} */
    public Optional<RfqQuote> taken() {
        return Optional.ofNullable(taken);
    }

    /** {@return the best live quote of the other dealers when one was taken: the cover} */
    public Optional<RfqQuote> cover() {
        return Optional.ofNullable(cover);
    }

    /**
     * {@return how much better the quote that was taken is than the cover, in the unit of the quotes: negative if a better
     * one was left}
     */
    public Optional<BigDecimal> coverDistance() {
        if (taken == null || cover == null) {
            return Optional.empty();
        }
        BigDecimal difference = cover.value().subtract(taken.value());
        boolean lowest = (request.order().side() == Side.BUY) == (request.basis() == RfqRequest.Basis.PRICE);
        return Optional.of(lowest ? difference : difference.negate());
    }

    /** {@return what each dealer answered and how long it took, in the order of the answers} */
    public List<DealerAnswer> answers() {
        return List.copyOf(answers);
    }

    /** {@return the clean price of the trade, once it is done} */
    public Optional<BigDecimal> price() {
        return Optional.ofNullable(price);
    }

    /**
     * Sets the price of a trade that was agreed in yield or spread. It is rounded on the side of whoever asked.
     *
     * @param pricing makes prices of yields and spreads
     * @param at time of the spot
     * @param sequence its place among the events of whoever makes it
     * @return the event that ends the request
     * @throws MissingData if nothing was agreed that has still to be priced
     */
    public RfqEvent.Spotted spot(SpotPricing pricing, Instant at, long sequence) {
        if (state != RfqState.TO_SPOT || taken == null) {
            throw new MissingData("request " + request.id() + " is " + state + ", so there is no trade to price");
        }
        Order order = request.order();
        double agreed = taken.value().doubleValue();
        BigDecimal cleanPrice = request.basis() == RfqRequest.Basis.YIELD
                ? pricing.priceAtYield(order.security(), order.side(), agreed, at)
                : pricing.priceAtSpread(order.security(), order.side(), request.benchmark(), agreed, at);
        return new RfqEvent.Spotted(request.id(), at, sequence, cleanPrice);
    }

    /**
     * Returns the trade as a fill of the order.
     *
     * @param sequence its place among the events of whoever reports it
     * @param fees what it cost
     * @return the fill: the dealer is its venue
     * @throws MissingData if the trade is not done
     */
    public OrderEvent.Filled fill(long sequence, Money fees) {
        if (state != RfqState.DONE || taken == null || price == null || doneAt == null) {
            throw new MissingData("request " + request.id() + " is not done, so there is no fill");
        }
        BigDecimal face = request.order().face().min(taken.face());
        return new OrderEvent.Filled(
                request.order().id(), doneAt, sequence, taken.dealer(), executionId, face, price, fees);
    }

    @Override
    public String toString() {
        return request.order().side() + " " + request.order().face().toPlainString() + " "
                + request.order().security().id() + " " + state + ", " + newest.size() + " quotes";
    }
}
