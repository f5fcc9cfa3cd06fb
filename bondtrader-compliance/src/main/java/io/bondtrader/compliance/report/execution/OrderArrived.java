package io.bondtrader.compliance.report.execution;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An order arrived: {@code order.arrived} in the log. Its executions are the events {@code order.executed} of the same order.
 * Immutable.
 *
 * @param order the firm's name of the order
 * @param clientClass the client's category, or any class of clients
 * @param instrumentClass the class of the bond
 * @param isin which bond
 * @param side seen from the client
 * @param nominal how much was ordered, positive
 * @param currency its currency
 * @param time when it arrived
 */
public record OrderArrived(
        String order,
        String clientClass,
        String instrumentClass,
        Isin isin,
        Side side,
        BigDecimal nominal,
        String currency,
        Instant time) {

    /** The action of the event in the log. */
    public static final String ACTION = "order.arrived";

    /**
     * Checks texts and nominal.
     *
     * @throws InvalidInput if a text is blank or the nominal not positive
     */
    public OrderArrived {
        InvalidInput.unless(!order.isBlank(), "order", order, "not blank");
        InvalidInput.unless(!clientClass.isBlank(), "client class", clientClass, "not blank");
        InvalidInput.unless(!instrumentClass.isBlank(), "instrument class", instrumentClass, "not blank");
        InvalidInput.unless(!currency.isBlank(), "currency", currency, "not blank");
        InvalidInput.unless(nominal.signum() > 0, "nominal", nominal, "positive");
        Objects.requireNonNull(isin, "isin");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(time, "time");
    }

    /** {@return the body of the event in the log} */
    public CanonicalJson body() {
        Map<String, Object> body = new TreeMap<>();
        body.put("order", order);
        body.put("clientClass", clientClass);
        body.put("instrumentClass", instrumentClass);
        body.put("isin", isin.value());
        body.put("side", side);
        body.put("nominal", nominal.toPlainString());
        body.put("currency", currency);
        body.put("time", time);
        return CanonicalJson.of(body);
    }

    /**
     * Reads the body of an event.
     *
     * @param body as {@link #body} writes it
     * @return the event
     * @throws InvalidInput if a member is missing or of another form
     */
    public static OrderArrived read(CanonicalJson body) {
        BodyReader reader = BodyReader.of(ACTION, body);
        return new OrderArrived(
                reader.text("order"),
                reader.text("clientClass"),
                reader.text("instrumentClass"),
                Isin.of(reader.text("isin")),
                reader.side("side"),
                reader.number("nominal"),
                reader.text("currency"),
                reader.time("time"));
    }
}
