package io.bondtrader.compliance.report.execution;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A composite price was seen: {@code quote.composite} in the log. Immutable.
 *
 * @param isin of which bond
 * @param time when
 * @param bidPct best or composite bid, clean, in per cent of nominal
 * @param askPct best or composite ask, clean, in per cent of nominal
 */
public record CompositeQuote(Isin isin, Instant time, BigDecimal bidPct, BigDecimal askPct) {

    /** The action of the event in the log. */
    public static final String ACTION = "quote.composite";

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * Checks the prices.
     *
     * @throws InvalidInput if the bid is not positive or above the ask
     */
    public CompositeQuote {
        Objects.requireNonNull(isin, "isin");
        Objects.requireNonNull(time, "time");
        InvalidInput.unless(bidPct.signum() > 0, "bid", bidPct, "positive");
        InvalidInput.unless(bidPct.compareTo(askPct) <= 0, "bid", bidPct, "at most the ask, " + askPct);
    }

    /** {@return half of bid and ask, in per cent of nominal} */
    public BigDecimal midPct() {
        return bidPct.add(askPct).multiply(HALF);
    }

    /** {@return the body of the event in the log} */
    public CanonicalJson body() {
        Map<String, Object> body = new TreeMap<>();
        body.put("isin", isin.value());
        body.put("time", time);
        body.put("bidPct", bidPct.toPlainString());
        body.put("askPct", askPct.toPlainString());
        return CanonicalJson.of(body);
    }

    /**
     * Reads the body of an event.
     *
     * @param body as {@link #body} writes it
     * @return the event
     * @throws InvalidInput if a member is missing or of another form
     */
    public static CompositeQuote read(CanonicalJson body) {
        BodyReader reader = BodyReader.of(ACTION, body);
        return new CompositeQuote(
                Isin.of(reader.text("isin")), reader.time("time"), reader.number("bidPct"), reader.number("askPct"));
    }
}
