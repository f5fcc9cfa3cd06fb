package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.order.OrderRecord;
import io.bondtrader.strategies.order.OrderTicket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order that is ready to go: limits have counted it, but it waits for the other legs of its trades. */
final class PreparedOrder {

    private final Security security;
    private final String instrument;
    private final Side side;
    private final Slot[] owners;
    private final BigDecimal[] shares;
    private final Set<String> groups;
    private final Instant expiry;
    private @Nullable OrderTicket ticket;
    private @Nullable OrderRecord record;
    private boolean denied;

    PreparedOrder(
            Security security,
            String instrument,
            Side side,
            Slot[] owners,
            BigDecimal[] shares,
            Set<String> groups,
            Instant expiry) {
        this.security = security;
        this.instrument = instrument;
        this.side = side;
        this.owners = owners;
        this.shares = shares;
        this.groups = groups;
        this.expiry = expiry;
    }

    void written(OrderTicket newTicket, OrderRecord newRecord) {
        ticket = newTicket;
        record = newRecord;
    }

    void deny() {
        denied = true;
    }

    boolean denied() {
        return denied;
    }

    Security security() {
        return security;
    }

    /** The name under which it was wanted. */
    String instrument() {
        return instrument;
    }

    Side side() {
        return side;
    }

    Slot[] owners() {
        return owners;
    }

    BigDecimal[] shares() {
        return shares;
    }

    BigDecimal face() {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal share : shares) {
            sum = sum.add(share);
        }
        return sum;
    }

    /** The trades that it is a leg of. */
    Set<String> groups() {
        return groups;
    }

    /** When the last of the intents behind it lapses. */
    Instant expiry() {
        return expiry;
    }

    OrderTicket ticket() {
        return Objects.requireNonNull(ticket);
    }

    OrderRecord record() {
        return Objects.requireNonNull(record);
    }
}
