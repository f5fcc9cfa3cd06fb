package io.bondtrader.compliance.transparency;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The sizes that an authority publishes for a type of bond and a year, in the currency of the table, euro or pound. A size is
 * reached by what equals it: Delegated Regulation (EU) 2017/583, Articles 9 and 10.
 *
 * @param sizeSpecificBefore specific to the instrument, before the trade (SSTI)
 * @param largeBefore large in scale, before the trade (LIS)
 * @param sizeSpecificAfter specific to the instrument, after the trade
 * @param largeAfter large in scale, after the trade
 * @param from the first day on which they count
 * @param until the first day on which they no longer do
 * @param source who says so: the authority's publication, or a calculation
 */
public record SizeThresholds(
        BigDecimal sizeSpecificBefore,
        BigDecimal largeBefore,
        BigDecimal sizeSpecificAfter,
        BigDecimal largeAfter,
        LocalDate from,
        LocalDate until,
        String source) {

    /**
     * Checks the sizes.
     *
     * @throws InvalidInput if one is not positive, a size specific to the instrument is above the large one, the days are in the
     *     wrong order, or nobody says so
     */
    public SizeThresholds {
        InvalidInput.unless(sizeSpecificBefore.signum() > 0, "sizeSpecificBefore", sizeSpecificBefore, "positive");
        InvalidInput.unless(sizeSpecificAfter.signum() > 0, "sizeSpecificAfter", sizeSpecificAfter, "positive");
        InvalidInput.unless(
                largeBefore.compareTo(sizeSpecificBefore) >= 0,
                "largeBefore",
                largeBefore,
                "at least the size specific to the instrument, " + sizeSpecificBefore);
        InvalidInput.unless(
                largeAfter.compareTo(sizeSpecificAfter) >= 0,
                "largeAfter",
                largeAfter,
                "at least the size specific to the instrument, " + sizeSpecificAfter);
        InvalidInput.unless(from.isBefore(until), "until", until, "after the first day, " + from);
        InvalidInput.unless(!source.isBlank(), "source", source, "not blank");
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
