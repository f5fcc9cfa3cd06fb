package io.bondtrader.compliance.monitor;

import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A trade that somebody wants to do or did. Immutable.
 *
 * @param order the firm's name of the order
 * @param trader the natural person who enters it
 * @param account on which account the position is
 * @param bookingCountry where it is booked, by the two letters of ISO 3166
 * @param party whose order it is
 * @param side seen from the party
 * @param isin which bond
 * @param nominal how much, positive
 * @param venue where
 * @param locate the reference of an agreement to borrow, or of another arrangement that the bond can be delivered; empty
 *     without one
 */
public record MonitoredTrade(
        String order,
        String trader,
        String account,
        String bookingCountry,
        TradeParty party,
        Side side,
        Isin isin,
        BigDecimal nominal,
        Mic venue,
        String locate) {

    /**
     * Checks the texts and the nominal.
     *
     * @throws InvalidInput if order, trader or account is blank, the country has not two capital letters or the nominal is
     *     not positive
     */
    public MonitoredTrade {
        requireText("order", order);
        requireText("trader", trader);
        requireText("account", account);
        TradeParty.requireCountry(bookingCountry);
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(isin, "isin");
        Objects.requireNonNull(venue, "venue");
        Objects.requireNonNull(locate, "locate");
        if (nominal.signum() <= 0) {
            throw new InvalidInput("nominal", nominal, "positive");
        }
    }

    private static void requireText(String name, String text) {
        if (text.isBlank()) {
            throw new InvalidInput(name, text, "not blank");
        }
    }

    /** {@return the change of the position: positive for a purchase} */
    BigDecimal signedNominal() {
        return side == Side.BUY ? nominal : nominal.negate();
    }

    /** {@return the trade for the log: the party by the firm's name of it, not by its own} */
    Map<String, Object> toJson() {
        Map<String, Object> members = new TreeMap<>();
        members.put("order", order);
        members.put("trader", trader);
        members.put("account", account);
        members.put("bookingCountry", bookingCountry);
        members.put("client", party.client());
        members.put("clientCountry", party.country());
        members.put("side", side);
        members.put("isin", isin.value());
        members.put("nominal", nominal.toPlainString());
        members.put("venue", venue.value());
        members.put("locate", locate);
        return members;
    }
}
