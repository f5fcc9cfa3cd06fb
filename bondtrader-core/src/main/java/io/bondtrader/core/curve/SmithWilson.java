package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;
import java.util.Locale;

/** Forward rates that converge to an ultimate one; the arithmetic is {@link SmithWilsonEnd}. */
record SmithWilson(double ultimateForwardRate, double convergence) implements Extrapolator {

    SmithWilson {
        InvalidInput.unless(
                ultimateForwardRate >= -0.5 && ultimateForwardRate <= 1.0,
                "ultimateForwardRate",
                ultimateForwardRate,
                "-0.5 to 1");
        InvalidInput.unless(convergence >= 0.001 && convergence <= 1.0, "convergence", convergence, "0.001 to 1");
    }

    /** The ultimate forward rate, continuously compounded. */
    double intensity() {
        return Exponential.log1p(ultimateForwardRate);
    }

    @Override
    public String officialName() {
        return String.format(Locale.ROOT, "Smith-Wilson to %s, alpha %s", ultimateForwardRate, convergence);
    }
}
