package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;

/** Rules that amounts from outside must pass. */
final class Amounts {

    private static final BigDecimal MOST_LOTS = new BigDecimal("1e15");

    private Amounts() {}

    static double notNegative(String name, double value) {
        if (!(value >= 0 && value <= 1e30)) {
            throw new InvalidInput(name, value, "zero or more, and at most 1e30");
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value >= 1e-30 && value <= 1e30)) {
            throw new InvalidInput(name, value, "positive, from 1e-30 to 1e30");
        }
        return value;
    }

    static void finite(String name, double value) {
        InvalidInput.unless(Math.abs(value) <= 1e30, name, value, "finite and at most 1e30 in size");
    }

    /** How many lots a face is; both positive, the face a multiple of the lot. */
    static long lots(BigDecimal face, BigDecimal lot) {
        InvalidInput.unless(face.signum() > 0, "face", face, "positive");
        InvalidInput.unless(lot.signum() > 0, "lot", lot, "positive");
        // Numbers with huge exponents are refused before they are written out.
        InvalidInput.unless(
                Math.abs((long) face.scale()) <= 30, "scale of the face", face.scale(), "at most 30 digits");
        InvalidInput.unless(Math.abs((long) lot.scale()) <= 30, "scale of the lot", lot.scale(), "at most 30 digits");
        BigDecimal[] parts = face.divideAndRemainder(lot);
        InvalidInput.unless(parts[1].signum() == 0, "face", face, "a multiple of the lot, " + lot);
        InvalidInput.unless(parts[0].compareTo(MOST_LOTS) <= 0, "lots", parts[0], "at most 1e15");
        return parts[0].longValueExact();
    }
}
