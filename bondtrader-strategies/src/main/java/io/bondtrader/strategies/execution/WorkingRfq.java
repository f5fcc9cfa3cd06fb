package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.order.DealerAnswer;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import io.bondtrader.strategies.order.RfqEvent;
import io.bondtrader.strategies.order.RfqRecord;
import io.bondtrader.strategies.order.RfqRequest;
import io.bondtrader.strategies.order.RfqState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order that is done by requests for quotes: one after the other until one is done. */
final class WorkingRfq {

    private final OrderTicket ticket;
    private @Nullable RfqRecord record;
    private int requests;
    private boolean over;

    WorkingRfq(OrderTicket ticket) {
        this.ticket = ticket;
    }

    OrderTicket ticket() {
        return ticket;
    }

    /** Begins the next request. */
    RfqRequest ask(List<String> dealers, Instant now, Instant expiresAt, long sequence) {
        String id = ticket.id() + '#' + ++requests;
        RfqRequest request = new RfqRequest(id, ticket.order(), false, dealers, RfqRequest.Basis.PRICE, "", expiresAt);
        record = new RfqRecord(new RfqEvent.Requested(request, now, sequence));
        return request;
    }

    RfqRecord record() {
        return Objects.requireNonNull(record);
    }

    boolean isOf(RfqEvent event) {
        return record().request().id().equals(event.rfqId());
    }

    /** Whether a request is the one underway and nothing of it is taken yet. */
    boolean talks(String rfqId) {
        RfqState state = record().state();
        return !over
                && record().request().id().equals(rfqId)
                && (state == RfqState.REQUESTED || state == RfqState.QUOTED);
    }

    boolean looking() {
        return record().state() == RfqState.ACCEPTED;
    }

    boolean everybodyAnswered() {
        Set<String> heard = new HashSet<>();
        for (DealerAnswer answer : record().answers()) {
            heard.add(answer.dealer());
        }
        return heard.size() == record().request().dealers().size();
    }

    boolean allows(BigDecimal price) {
        if (!(ticket.type() instanceof OrderType.Limit limit)) {
            return true;
        }
        int worse = price.compareTo(limit.cleanPrice());
        return ticket.order().side() == Side.BUY ? worse <= 0 : worse >= 0;
    }

    boolean over() {
        return over;
    }

    void close() {
        over = true;
    }
}
