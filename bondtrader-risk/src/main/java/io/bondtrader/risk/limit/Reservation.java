package io.bondtrader.risk.limit;

import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;

/** What is open of an accepted order, and so counts against the limits. Guarded by the engine. */
final class Reservation {

    final Order order;
    Holding holding;
    BigDecimal open;

    Reservation(Order order, Holding holding) {
        this.order = order;
        this.holding = holding;
        this.open = order.face();
    }

    static int ownLook(Side side) {
        return side == Side.BUY ? Look.WITH_PURCHASES : Look.WITH_SALES;
    }

    /** Counts a face as if it were done; a negative one releases it. */
    void reserve(Portfolio portfolio, double face) {
        double change = order.side().sign() * face;
        portfolio.change(ownLook(order.side()), holding, change);
        portfolio.change(Look.WITH_ALL, holding, change);
    }

    /** What was open is done now: it counts where it did not yet. */
    void fill(Portfolio portfolio, BigDecimal face) {
        double change = order.side().sign() * face.doubleValue();
        portfolio.change(Look.FILLED, holding, change);
        portfolio.change(ownLook(order.side().opposite()), holding, change);
        holding.filled = holding.filled.add(order.side() == Side.BUY ? face : face.negate());
        open = open.subtract(face);
    }
}
