package io.bondtrader.compliance.surveillance;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * One event of the flow. Made by the factories below, which name what each kind needs; all else is empty or 0. Immutable.
 *
 * @param index the leaf of the audit log it stands at; grows within a stream
 * @param timeNanos when, in nanoseconds since 1970 in UTC
 * @param kind what it tells of
 * @param account whose: the account, not its owner
 * @param instrument in which bond, future or index
 * @param venue where: a MIC or the desk's own word
 * @param orderId of which order
 * @param counterparty the account on the other side of a fill, the one that knows of a client's order, or the desk that allocates
 * @param sign +1 to buy, -1 to sell, 0 without a side
 * @param aggressive whether the order took liquidity
 * @param price limit, execution price or bid; for a position the specialness of the bond in repo, in basis points
 * @param size face; for a quote what is bid on five levels; for a position the holding
 * @param otherPrice the ask of a quote
 * @param otherSize what a quote offers on five levels; for a position what is controlled by repo
 * @param otherTimeNanos when a block that is allocated was executed, or until when a restriction or clearance holds
 */
public record FlowEvent(
        long index,
        long timeNanos,
        FlowKind kind,
        String account,
        String instrument,
        String venue,
        String orderId,
        String counterparty,
        int sign,
        boolean aggressive,
        double price,
        double size,
        double otherPrice,
        double otherSize,
        long otherTimeNanos) {

    /**
     * Checks what every event must say.
     *
     * @throws InvalidInput if the instrument is blank, an order's event has no account, order or side, a number is not
     *     finite, or a size is negative where only a position's may be
     */
    public FlowEvent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(venue, "venue");
        Objects.requireNonNull(counterparty, "counterparty");
        if (index < 0) {
            throw new InvalidInput("index", index, "0 or more");
        }
        if (timeNanos < 0) {
            throw new InvalidInput("time", timeNanos, "1970 or later");
        }
        if (instrument.isBlank()) {
            throw new InvalidInput("instrument", instrument, "not blank");
        }
        if (!(Double.isFinite(price)
                && Double.isFinite(size)
                && Double.isFinite(otherPrice)
                && Double.isFinite(otherSize))) {
            throw new InvalidInput("prices and sizes", price + ", " + size, "finite");
        }
        if (kind != FlowKind.POSITION && (size < 0 || otherSize < 0)) {
            throw new InvalidInput("size", size, "0 or more");
        }
        if (sign < -1 || sign > 1) {
            throw new InvalidInput("sign", sign, "+1, -1 or 0");
        }
        boolean ofAnOrder = kind == FlowKind.NEW
                || kind == FlowKind.AMEND
                || kind == FlowKind.CANCEL
                || kind == FlowKind.FILL
                || kind == FlowKind.CLIENT_ORDER;
        if (ofAnOrder && (sign == 0 || orderId.isBlank())) {
            throw new InvalidInput("event of an order", orderId, "with an order id and a side");
        }
        boolean ofNobody = kind == FlowKind.QUOTE || kind == FlowKind.ANNOUNCEMENT || kind == FlowKind.RESTRICTION;
        if (account.isBlank() && !ofNobody) {
            throw new InvalidInput("account", account, "not blank");
        }
        if (kind == FlowKind.QUOTE && otherPrice < price) {
            throw new InvalidInput("ask", otherPrice, "not below the bid, " + price);
        }
    }

    /**
     * An order was entered.
     *
     * @param index its leaf
     * @param timeNanos when
     * @param account whose
     * @param instrument in what
     * @param venue where
     * @param orderId its id
     * @param sign +1 to buy, -1 to sell
     * @param price limit
     * @param size face
     * @return the event
     */
    public static FlowEvent entered(
            long index,
            long timeNanos,
            String account,
            String instrument,
            String venue,
            String orderId,
            int sign,
            double price,
            double size) {
        return order(FlowKind.NEW, index, timeNanos, account, instrument, venue, orderId, sign, price, size);
    }

    /**
     * An order was changed.
     *
     * @param index its leaf
     * @param timeNanos when
     * @param account whose
     * @param instrument in what
     * @param venue where
     * @param orderId its id
     * @param sign +1 to buy, -1 to sell
     * @param price the new limit
     * @param size the new face, with what is filled already
     * @return the event
     */
    public static FlowEvent amended(
            long index,
            long timeNanos,
            String account,
            String instrument,
            String venue,
            String orderId,
            int sign,
            double price,
            double size) {
        return order(FlowKind.AMEND, index, timeNanos, account, instrument, venue, orderId, sign, price, size);
    }

    /**
     * An order was withdrawn.
     *
     * @param index its leaf
     * @param timeNanos when
     * @param account whose
     * @param instrument in what
     * @param venue where
     * @param orderId its id
     * @param sign +1 to buy, -1 to sell
     * @return the event
     */
    public static FlowEvent cancelled(
            long index, long timeNanos, String account, String instrument, String venue, String orderId, int sign) {
        return order(FlowKind.CANCEL, index, timeNanos, account, instrument, venue, orderId, sign, 0, 0);
    }

    /**
     * An order was executed. A trade of two orders that are both seen is two events.
     *
     * @param index its leaf
     * @param timeNanos when
     * @param account whose
     * @param instrument in what
     * @param venue where
     * @param orderId its id
     * @param sign +1 bought, -1 sold
     * @param price at which price
     * @param size how much of it
     * @param counterparty the other side's account; empty if not known
     * @param aggressive whether this side took liquidity
     * @return the event
     */
    public static FlowEvent filled(
            long index,
            long timeNanos,
            String account,
            String instrument,
            String venue,
            String orderId,
            int sign,
            double price,
            double size,
            String counterparty,
            boolean aggressive) {
        return new FlowEvent(
                index,
                timeNanos,
                FlowKind.FILL,
                account,
                instrument,
                venue,
                orderId,
                counterparty,
                sign,
                aggressive,
                price,
                size,
                0,
                0,
                0);
    }

    /**
     * The composite market.
     *
     * @param index its leaf
     * @param timeNanos when
     * @param instrument of what
     * @param bid best bid
     * @param ask best ask
     * @param bidDepth face bid on five levels
     * @param askDepth face offered on five levels
     * @return the event
     */
    public static FlowEvent quoted(
            long index, long timeNanos, String instrument, double bid, double ask, double bidDepth, double askDepth) {
        return new FlowEvent(
                index,
                timeNanos,
                FlowKind.QUOTE,
                "",
                instrument,
                "",
                "",
                "",
                0,
                false,
                bid,
                bidDepth,
                ask,
                askDepth,
                0);
    }

    /**
     * Somebody came to know of a client's order.
     *
     * @param index its leaf
     * @param timeNanos when
     * @param client the client's account
     * @param instrument in what
     * @param orderId the client's order; its fills carry the same id
     * @param sign +1 to buy, -1 to sell
     * @param size face
     * @param knower the account of whoever knows
     * @return the event
     */
    public static FlowEvent clientOrder(
            long index,
            long timeNanos,
            String client,
            String instrument,
            String orderId,
            int sign,
            double size,
            String knower) {
        return new FlowEvent(
                index,
                timeNanos,
                FlowKind.CLIENT_ORDER,
                client,
                instrument,
                "",
                orderId,
                knower,
                sign,
                false,
                0,
                size,
                0,
                0,
                0);
    }

    /**
     * A part of a block was given to an account.
     *
     * @param index its leaf
     * @param timeNanos when
     * @param account which account received it
     * @param instrument of what
     * @param orderId of which block
     * @param sign +1 bought, -1 sold
     * @param price at which price
     * @param size how much
     * @param desk the account of the desk that allocates
     * @param executedNanos when the block was executed
     * @return the event
     */
    public static FlowEvent allocated(
            long index,
            long timeNanos,
            String account,
            String instrument,
            String orderId,
            int sign,
            double price,
            double size,
            String desk,
            long executedNanos) {
        return new FlowEvent(
                index,
                timeNanos,
                FlowKind.ALLOCATION,
                account,
                instrument,
                "",
                orderId,
                desk,
                sign,
                false,
                price,
                size,
                0,
                0,
                executedNanos);
    }

    /**
     * What an account holds and controls.
     *
     * @param index its leaf
     * @param timeNanos when
     * @param account whose
     * @param instrument of what
     * @param holding face held; negative if short
     * @param repo face controlled by repo
     * @param specialnessBp by how many basis points the bond's repo rate lies below general collateral
     * @return the event
     */
    public static FlowEvent position(
            long index,
            long timeNanos,
            String account,
            String instrument,
            double holding,
            double repo,
            double specialnessBp) {
        return new FlowEvent(
                index,
                timeNanos,
                FlowKind.POSITION,
                account,
                instrument,
                "",
                "",
                "",
                0,
                false,
                specialnessBp,
                holding,
                0,
                repo,
                0);
    }

    /**
     * Price-sensitive information became public.
     *
     * @param index its leaf
     * @param timeNanos when
     * @param instrument about which bond
     * @return the event
     */
    public static FlowEvent announced(long index, long timeNanos, String instrument) {
        return bare(FlowKind.ANNOUNCEMENT, index, timeNanos, "", instrument, 0, 0);
    }

    /**
     * A bond came onto the restricted list, or an account behind the wall.
     *
     * @param index its leaf
     * @param timeNanos from when
     * @param account the account whose owner was wall-crossed; empty for the list that binds the whole firm
     * @param instrument which bond
     * @param untilNanos until when
     * @return the event
     */
    public static FlowEvent restricted(long index, long timeNanos, String account, String instrument, long untilNanos) {
        return bare(FlowKind.RESTRICTION, index, timeNanos, account, instrument, 0, untilNanos);
    }

    /**
     * A personal trade was cleared beforehand.
     *
     * @param index its leaf
     * @param timeNanos from when
     * @param account whose
     * @param instrument in what
     * @param sign +1 to buy, -1 to sell
     * @param untilNanos until when
     * @return the event
     */
    public static FlowEvent cleared(
            long index, long timeNanos, String account, String instrument, int sign, long untilNanos) {
        return bare(FlowKind.CLEARANCE, index, timeNanos, account, instrument, sign, untilNanos);
    }

    /**
     * Returns the same event at another leaf.
     *
     * @param leaf the leaf
     * @return the event there
     */
    public FlowEvent at(long leaf) {
        return new FlowEvent(
                leaf,
                timeNanos,
                kind,
                account,
                instrument,
                venue,
                orderId,
                counterparty,
                sign,
                aggressive,
                price,
                size,
                otherPrice,
                otherSize,
                otherTimeNanos);
    }

    private static FlowEvent order(
            FlowKind kind,
            long index,
            long timeNanos,
            String account,
            String instrument,
            String venue,
            String orderId,
            int sign,
            double price,
            double size) {
        return new FlowEvent(
                index, timeNanos, kind, account, instrument, venue, orderId, "", sign, false, price, size, 0, 0, 0);
    }

    private static FlowEvent bare(
            FlowKind kind,
            long index,
            long timeNanos,
            String account,
            String instrument,
            int sign,
            long otherTimeNanos) {
        return new FlowEvent(
                index, timeNanos, kind, account, instrument, "", "", "", sign, false, 0, 0, 0, 0, otherTimeNanos);
    }
}
