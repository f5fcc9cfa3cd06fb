package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;

/**
 * What is held of an asset, what it costs, and in which pieces it trades.
 *
 * @param asset its name
 * @param face held now, zero if none
 * @param dirtyPrice per 100 of face, accrued interest included
 * @param lot increment of face, such as 1,000
 * @param minimumPiece least face of a position that is not closed, such as 100,000; a multiple of the lot
 * @param cost of trading, a fraction of the traded amount, such as half the bid-ask spread
 */
public record Holding(
        String asset, BigDecimal face, BigDecimal dirtyPrice, BigDecimal lot, BigDecimal minimumPiece, double cost) {

    /** Checks every component. */
    public Holding {
        InvalidInput.unless(!asset.isBlank(), "asset", asset, "not blank");
        requirePlain("face of " + asset, face);
        requirePlain("dirtyPrice of " + asset, dirtyPrice);
        requirePlain("lot of " + asset, lot);
        requirePlain("minimumPiece of " + asset, minimumPiece);
        InvalidInput.unless(face.signum() >= 0, "face of " + asset, face, "zero or positive");
        InvalidInput.unless(dirtyPrice.signum() > 0, "dirtyPrice of " + asset, dirtyPrice, "positive");
        InvalidInput.unless(lot.signum() > 0, "lot of " + asset, lot, "positive");
        InvalidInput.unless(
                minimumPiece.signum() >= 0 && minimumPiece.remainder(lot).signum() == 0,
                "minimumPiece of " + asset,
                minimumPiece,
                "zero or a multiple of the lot " + lot);
        InvalidInput.unless(cost >= 0 && cost < 1, "cost of " + asset, cost, "from 0 to below 1");
    }

    /**
     * Reads a holding from texts.
     *
     * @param asset its name
     * @param face held now
     * @param dirtyPrice per 100 of face
     * @param lot increment of face
     * @param minimumPiece least face of a position that is not closed
     * @param cost of trading, a fraction of the traded amount
     * @return the holding
     * @throws InvalidInput if a text is no number, or a number out of range
     */
    public static Holding of(
            String asset, String face, String dirtyPrice, String lot, String minimumPiece, double cost) {
        return new Holding(
                asset,
                number("face", face),
                number("dirtyPrice", dirtyPrice),
                number("lot", lot),
                number("minimumPiece", minimumPiece),
                cost);
    }

    /** Thirteen digits before the point and twelve behind it, so that amounts fit into whole cents. */
    private static void requirePlain(String name, BigDecimal value) {
        boolean plain = value.precision() - (long) value.scale() <= 13 && value.scale() <= 12;
        InvalidInput.unless(plain, name, plain ? value : "out of range", "below 1e13, with at most 12 decimals");
    }

    private static BigDecimal number(String name, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException unreadable) {
            throw InvalidInput.unreadable(name, text, "a decimal number");
        }
    }

    /** Worth of a face, not rounded. */
    double value(BigDecimal ofFace) {
        return ofFace.doubleValue() * dirtyPrice.doubleValue() / 100;
    }
}
