package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.order.OrderRecord;
import java.math.BigDecimal;
import java.util.Arrays;

/** An order of the house and how much of it is whose. */
final class WorkingOrder {

    private final OrderRecord record;
    private final Security security;
    private final String instrument;
    private final Slot[] owners;
    private final BigDecimal[] open;

    WorkingOrder(OrderRecord record, Security security, String instrument, Slot[] owners, BigDecimal[] shares) {
        this.record = record;
        this.security = security;
        this.instrument = instrument;
        this.owners = owners;
        this.open = shares.clone();
    }

    OrderRecord record() {
        return record;
    }

    Security security() {
        return security;
    }

    /** The name under which it was wanted. */
    String instrument() {
        return instrument;
    }

    Slot[] owners() {
        return owners;
    }

    int sign() {
        return record.ticket().order().side().sign();
    }

    /** What is still on its way to an owner, by the order's side. */
    BigDecimal open(Slot owner) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] == owner) {
                sum = sum.add(open[i]);
            }
        }
        return sum;
    }

    /** Divides a fill in proportion to what each still wants; what nobody wants goes by the first owner. */
    BigDecimal[] allocate(BigDecimal face) {
        BigDecimal wanted = BigDecimal.ZERO;
        for (BigDecimal share : open) {
            wanted = wanted.add(share);
        }
        BigDecimal within = face.min(wanted);
        BigDecimal[] parts = new BigDecimal[open.length];
        Arrays.fill(parts, BigDecimal.ZERO);
        if (within.signum() > 0) {
            parts = ProRata.divide(within, open);
            for (int i = 0; i < open.length; i++) {
                open[i] = open[i].subtract(parts[i]);
            }
        }
        parts[0] = parts[0].add(face.subtract(within));
        return parts;
    }

    void end() {
        Arrays.fill(open, BigDecimal.ZERO);
    }
}
