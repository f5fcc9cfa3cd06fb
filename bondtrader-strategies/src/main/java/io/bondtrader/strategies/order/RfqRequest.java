package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Order;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * A request to dealers for quotes.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param id identifier, unique in an engine
 * @param order what is to be traded; its side is hidden from the dealers if the request is two-way
 * @param twoWay whether bid and offer are asked for
 * @param dealers who is asked, one or more, each once
 * @param basis what the quotes are in
 * @param benchmark over which a spread is quoted; empty for other quotes
 * @param expiresAt when the request ends if nothing was accepted
 */
public record RfqRequest(
        String id,
        Order order,
        boolean twoWay,
        List<String> dealers,
        Basis basis,
        String benchmark,
        Instant expiresAt) {

    /** What a quote is in. */
    public enum Basis {
        /** Clean price per 100: the higher, the better for a seller. */
        PRICE,
        /** Yield as a decimal per year: the lower, the better for a seller. The price follows at the spot. */
        YIELD,
        /** Spread in basis points over the benchmark's yield: the lower, the better for a seller. The price follows at the spot. */
        SPREAD
    }

    /**
     * Checks the request.
     *
     * @throws InvalidInput if nobody is asked or somebody twice, or a spread has no benchmark or another basis has one
     */
    public RfqRequest {
        Checks.name("id", id);
        Objects.requireNonNull(order);
        Objects.requireNonNull(expiresAt);
        dealers = List.copyOf(dealers);
        InvalidInput.unless(!dealers.isEmpty(), "dealers", "none", "one or more");
        for (String dealer : dealers) {
            Checks.name("dealer", dealer);
        }
        InvalidInput.unless(
                new LinkedHashSet<>(dealers).size() == dealers.size(), "dealers", dealers, "asked once each");
        InvalidInput.unless(
                benchmark.isBlank() != (basis == Basis.SPREAD), "benchmark", benchmark, "given for a spread only");
    }

    /**
     * Returns a request for one-way prices.
     *
     * @param order what is to be traded; the request takes its identifier
     * @param dealers who is asked
     * @param expiresAt when it ends
     * @return the request
     * @throws InvalidInput as the constructor does
     */
    public static RfqRequest forPrice(Order order, List<String> dealers, Instant expiresAt) {
        return new RfqRequest(order.id(), order, false, dealers, Basis.PRICE, "", expiresAt);
    }
}
