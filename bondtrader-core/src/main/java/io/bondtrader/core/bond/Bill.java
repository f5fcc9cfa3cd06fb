package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A discount bill: it pays 100 at maturity, within two years of issue, and is quoted by a rate.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param convention what the bill's market agrees on
 * @param issueDate the first day on which the bill exists
 * @param maturity the day on which 100 is paid, at most two years later
 * @param identifier the name by which the market knows the bill; null if none
 */
public record Bill(
        BondConvention convention,
        LocalDate issueDate,
        LocalDate maturity,
        @Nullable SecurityIdentifier identifier) implements Bond {

    /**
     * Checks the order of the dates.
     *
     * @throws InvalidInput if the bill does not mature within two years after its issue, or is not issued in years 1600 to
     *     3000
     */
    public Bill {
        Objects.requireNonNull(convention);
        InvalidInput.unless(
                issueDate.getYear() >= 1600 && issueDate.getYear() <= 3000,
                "issueDate",
                issueDate,
                "in years 1600 to 3000");
        if (!maturity.isAfter(issueDate) || maturity.isAfter(issueDate.plusYears(2))) {
            throw new InvalidInput("maturity", maturity, "within two years after the issue on " + issueDate);
        }
    }

    /**
     * Returns a bill.
     *
     * @param convention what the bill's market agrees on
     * @param issueDate the first day on which the bill exists
     * @param maturity the day on which 100 is paid
     * @return the bill
     * @throws InvalidInput if the bill does not mature within two years after its issue
     */
    public static Bill of(BondConvention convention, LocalDate issueDate, LocalDate maturity) {
        return new Bill(convention, issueDate, maturity, null);
    }
}
