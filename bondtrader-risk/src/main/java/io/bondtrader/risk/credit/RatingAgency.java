package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;

/** The agencies whose symbols are read and written. Every one of them writes the same {@link Rating} in its own way. */
public enum RatingAgency {
    /** S&amp;P Global Ratings: AAA to C, D; SD reads as default. */
    SP,
    /** Moody's: Aaa to Ca, C. */
    MOODYS,
    /** Fitch: AAA to C, D; RD reads as default. */
    FITCH;

    /**
     * Writes a rating.
     *
     * @param rating the rating
     * @return the agency's symbol; Moody's writes C for default too
     */
    public String symbol(Rating rating) {
        return this == MOODYS ? rating.moodys() : rating.letters();
    }

    /**
     * Reads a symbol of this agency, without outlook or watch.
     *
     * @param symbol such as {@code Baa1} or {@code BBB+}; spaces around it do not matter, upper and lower case do
     * @return the rating; Moody's C is the notch above default
     * @throws InvalidInput if the agency has no such symbol; {@code NR} and {@code WR} are not ratings
     */
    public Rating parse(String symbol) {
        String text = symbol.strip();
        for (Rating rating : Rating.values()) {
            if (symbol(rating).equals(text)) {
                return rating;
            }
        }
        if ((this == SP && text.equals("SD")) || (this == FITCH && text.equals("RD"))) {
            return Rating.D;
        }
        throw InvalidInput.unreadable("rating", symbol, "a long-term rating of " + this);
    }
}
