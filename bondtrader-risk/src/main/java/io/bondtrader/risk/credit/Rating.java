package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;

/**
 * A long-term rating on the scale that the agencies share, from the best to default. The constants carry the names of
 * S&amp;P; {@link RatingAgency} reads and writes each agency's own symbols.
 *
 * <p>Source of the correspondence of scales: Commission Implementing Regulation (EU) 2016/1799, annex III, and the notes to
 * Basel Framework CRE20, by which equal letters share a credit quality step.
 */
public enum Rating {
    /** Notch 1. */
    AAA(1, "AAA", "Aaa", RatingCategory.AAA),
    /** Notch 2. */
    AA_PLUS(2, "AA+", "Aa1", RatingCategory.AA),
    /** Notch 3. */
    AA(3, "AA", "Aa2", RatingCategory.AA),
    /** Notch 4. */
    AA_MINUS(4, "AA-", "Aa3", RatingCategory.AA),
    /** Notch 5. */
    A_PLUS(5, "A+", "A1", RatingCategory.A),
    /** Notch 6. */
    A(6, "A", "A2", RatingCategory.A),
    /** Notch 7. */
    A_MINUS(7, "A-", "A3", RatingCategory.A),
    /** Notch 8. */
    BBB_PLUS(8, "BBB+", "Baa1", RatingCategory.BBB),
    /** Notch 9. */
    BBB(9, "BBB", "Baa2", RatingCategory.BBB),
    /** Notch 10, the last of investment grade. */
    BBB_MINUS(10, "BBB-", "Baa3", RatingCategory.BBB),
    /** Notch 11. */
    BB_PLUS(11, "BB+", "Ba1", RatingCategory.BB),
    /** Notch 12. */
    BB(12, "BB", "Ba2", RatingCategory.BB),
    /** Notch 13. */
    BB_MINUS(13, "BB-", "Ba3", RatingCategory.BB),
    /** Notch 14. */
    B_PLUS(14, "B+", "B1", RatingCategory.B),
    /** Notch 15. */
    B(15, "B", "B2", RatingCategory.B),
    /** Notch 16. */
    B_MINUS(16, "B-", "B3", RatingCategory.B),
    /** Notch 17. */
    CCC_PLUS(17, "CCC+", "Caa1", RatingCategory.CCC),
    /** Notch 18. */
    CCC(18, "CCC", "Caa2", RatingCategory.CCC),
    /** Notch 19. */
    CCC_MINUS(19, "CCC-", "Caa3", RatingCategory.CCC),
    /** Notch 20. */
    CC(20, "CC", "Ca", RatingCategory.CCC),
    /** Notch 21; what Moody's calls C is typically in default already. */
    C(21, "C", "C", RatingCategory.CCC),
    /** Notch 22: in default. Moody's scale has no such grade and writes C. */
    D(22, "D", "C", RatingCategory.D);

    private final int notch;
    private final String letters;
    private final String moodys;
    private final RatingCategory category;

    Rating(int notch, String letters, String moodys, RatingCategory category) {
        this.notch = notch;
        this.letters = letters;
        this.moodys = moodys;
        this.category = category;
    }

    /** {@return 1 for the best rating, one more for each step down, 22 for default} */
    public int notch() {
        return notch;
    }

    /**
     * Returns the rating of a notch.
     *
     * @param notch 1 to 22
     * @return the rating
     * @throws InvalidInput if there is no such notch
     */
    public static Rating ofNotch(int notch) {
        InvalidInput.unless(notch >= 1 && notch <= values().length, "notch", notch, "1 to 22");
        return values()[notch - 1];
    }

    /**
     * Reads a rating in the letters of S&amp;P and Fitch, as securities of a book carry it.
     *
     * @param letters such as {@code AA-}
     * @return the rating
     * @throws InvalidInput if it is none
     */
    public static Rating parse(String letters) {
        return RatingAgency.SP.parse(letters);
    }

    /** {@return the letters without the notch} */
    public RatingCategory category() {
        return category;
    }

    /** {@return whether the rating is BBB- or better} */
    public boolean isInvestmentGrade() {
        return category.isInvestmentGrade();
    }

    /**
     * Compares two ratings.
     *
     * @param other the other one
     * @return whether this one promises more than the other
     */
    public boolean isBetterThan(Rating other) {
        return notch < other.notch;
    }

    String letters() {
        return letters;
    }

    String moodys() {
        return moodys;
    }

    /** {@return the letters of S&amp;P and Fitch, such as {@code AA-}} */
    @Override
    public String toString() {
        return letters;
    }
}
