package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group at work. After each event every leg has one right size, by what the parent has filled, what the legs have filled
 * and what others have taken away; whatever differs from it becomes a command.
 */
final class GroupDesk {

    private final OrderGroup group;
    private final @Nullable GroupLeg parent;
    private final List<GroupLeg> legs = new ArrayList<>();
    private BigDecimal reduced = BigDecimal.ZERO;
    private @Nullable GroupLeg winner;

    GroupDesk(OrderGroup group) {
        this.group = group;
        List<OrderTicket> tickets;
        if (group instanceof OrderGroup.Parent oto) {
            parent = new GroupLeg(oto.parent());
            tickets = oto.children();
        } else {
            parent = null;
            tickets = ((OrderGroup.Siblings) group).orders();
        }
        for (OrderTicket ticket : tickets) {
            legs.add(new GroupLeg(ticket));
        }
    }

    String id() {
        return group.id();
    }

    List<OrderTicket> tickets() {
        List<OrderTicket> tickets = new ArrayList<>();
        if (parent != null) {
            tickets.add(parent.ticket());
        }
        for (GroupLeg leg : legs) {
            tickets.add(leg.ticket());
        }
        return tickets;
    }

    List<OrderCommand> place() {
        List<OrderCommand> commands = new ArrayList<>();
        if (parent != null) {
            commands.add(new OrderCommand.Submit(parent.send(parent.face()), "parent of " + id()));
        } else {
            for (GroupLeg leg : legs) {
                commands.add(new OrderCommand.Submit(leg.send(leg.face()), group.link() + " of " + id()));
            }
        }
        return commands;
    }

    List<OrderCommand> apply(OrderEvent event) {
        GroupLeg leg = legOf(event.orderId());
        if (!leg.apply(event)) {
            return List.of();
        }
        if (winner == null && leg != parent && leg.filled().signum() > 0) {
            winner = leg;
        }
        return fit(event.kind() == OrderEvent.Kind.CANCEL_REJECTED ? leg : null);
    }

    List<OrderCommand> reduce(BigDecimal face) {
        Checks.positive("face", face);
        reduced = reduced.add(face);
        return fit(null);
    }

    /** What is left of the position that the legs protect, or of what siblings are to do. */
    BigDecimal left() {
        BigDecimal left = exposure();
        for (GroupLeg leg : legs) {
            left = left.subtract(leg.filled());
        }
        return left.max(BigDecimal.ZERO);
    }

    boolean protects(String security, TradingBook book) {
        if (group.link() == OrderGroup.Link.INDEPENDENT) {
            return false;
        }
        OrderTicket first = legs.get(0).ticket();
        return first.order().security().id().equals(security)
                && first.order().book().equals(book);
    }

    private BigDecimal exposure() {
        BigDecimal gross = BigDecimal.ZERO;
        if (parent != null) {
            gross = released(parent) ? parent.filled() : BigDecimal.ZERO;
        } else {
            for (GroupLeg leg : legs) {
                gross = gross.max(leg.face());
            }
        }
        return gross.subtract(reduced).max(BigDecimal.ZERO);
    }

    private boolean released(GroupLeg first) {
        return ((OrderGroup.Parent) group).release() == OrderGroup.Release.PRO_RATA || first.ended();
    }

    /** The face that a leg has in all if nothing is done by its siblings. */
    private BigDecimal share(GroupLeg leg, BigDecimal exposure) {
        if (parent == null) {
            return leg.face().min(exposure);
        }
        BigDecimal whole = parent.face();
        if (leg.face().compareTo(whole) == 0) {
            return exposure;
        }
        return leg.face()
                .multiply(exposure)
                .divide(whole, Math.max(0, leg.face().scale()), RoundingMode.DOWN);
    }

    private BigDecimal target(GroupLeg leg, BigDecimal exposure, BigDecimal left) {
        BigDecimal share = share(leg, exposure);
        return switch (group.link()) {
            case INDEPENDENT -> share;
            case CANCEL ->
                winner == null || winner == leg ? share.min(leg.filled().add(left)) : BigDecimal.ZERO;
            case UPDATE -> share.min(leg.filled().add(left));
        };
    }

    private List<OrderCommand> fit(@Nullable GroupLeg refused) {
        BigDecimal exposure = exposure();
        BigDecimal left = left();
        List<OrderCommand> commands = new ArrayList<>(2);
        for (GroupLeg leg : legs) {
            BigDecimal target = target(leg, exposure, left);
            if (leg.working()) {
                OrderCommand command = leg == refused ? null : leg.fit(target, reason());
                if (command != null) {
                    commands.add(command);
                }
            } else if (!leg.closed() && target.compareTo(leg.filled()) > 0) {
                BigDecimal missing = target.subtract(leg.filled());
                commands.add(new OrderCommand.Submit(leg.send(missing), "released by " + id()));
            }
        }
        if (closedByALeg(left)) {
            OrderCommand rest = parent == null ? null : parent.cancel("a leg of " + id() + " closed the position");
            if (rest != null) {
                commands.add(rest);
            }
        }
        return commands;
    }

    private boolean closedByALeg(BigDecimal left) {
        return group.link() != OrderGroup.Link.INDEPENDENT && left.signum() == 0 && winner != null;
    }

    private String reason() {
        return group.link() == OrderGroup.Link.CANCEL && winner != null
                ? "another of " + id() + " was filled"
                : "size of " + id();
    }

    private GroupLeg legOf(String orderId) {
        GroupLeg leg = legNamed(orderId);
        int again = orderId.lastIndexOf(GroupLeg.AGAIN);
        if (leg == null && again > 0) {
            leg = legNamed(orderId.substring(0, again));
        }
        if (leg == null) {
            throw new InvalidInput("orderId", orderId, "that of an order in group " + id());
        }
        return leg;
    }

    private @Nullable GroupLeg legNamed(String ticketId) {
        if (parent != null && parent.ticket().id().equals(ticketId)) {
            return parent;
        }
        for (GroupLeg leg : legs) {
            if (leg.ticket().id().equals(ticketId)) {
                return leg;
            }
        }
        return null;
    }

    /** Children that still wait for their parent: none if it has ended. */
    List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        if (parent != null && !parent.ended()) {
            for (GroupLeg leg : legs) {
                if (!leg.everSent()) {
                    waiting.add(leg.ticket().id());
                }
            }
        }
        return waiting;
    }

    boolean settledBefore(Instant time) {
        if (parent != null && !(parent.ended() && parent.settledBefore(time))) {
            return false;
        }
        for (GroupLeg leg : legs) {
            if (!leg.settledBefore(time)) {
                return false;
            }
        }
        return true;
    }
}
