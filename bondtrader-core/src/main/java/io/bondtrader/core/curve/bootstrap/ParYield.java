package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;

/**
 * A published par yield of one constant maturity.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param tenor the maturity: at most 6 months, or a whole number of half-years to 100 years
 * @param yield the bond-equivalent yield, as a decimal: compounded twice a year, simple up to 6 months
 */
public record ParYield(Tenor tenor, double yield) {

    private static final LocalDate SOME_DAY = LocalDate.of(2001, 1, 1);

    /**
     * Checks the maturity and the yield.
     *
     * @throws InvalidInput if the maturity is none that par yields are published for, or the yield is outside -0.2 to 1
     */
    public ParYield {
        boolean shortOne = tenor.isMonthBased()
                ? tenor.months() >= 1 && tenor.months() <= 6
                : tenor.amount() >= 1 && !tenor.addTo(SOME_DAY).isAfter(SOME_DAY.plusMonths(6));
        boolean longOne = tenor.isMonthBased() && tenor.months() > 6 && tenor.months() <= 1200;
        InvalidInput.unless(
                shortOne || (longOne && tenor.months() % 6 == 0), "tenor", tenor, "to 6 months, or whole half-years");
        InvalidInput.unless(yield >= -0.2 && yield <= 1.0, "yield", yield, "-0.2 to 1");
    }

    /**
     * Returns a par yield from its tenor's text.
     *
     * @param tenor such as {@code "3M"} or {@code "10Y"}
     * @param yield as a decimal
     * @return the par yield
     * @throws InvalidInput if the text is no tenor, or par yields have no such maturity
     */
    public static ParYield of(String tenor, double yield) {
        return new ParYield(Tenor.parse(tenor), yield);
    }
}
