package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Security;
import io.bondtrader.risk.sensitivity.SecurityRisk;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a security's face does to every measure, in the reporting currency. All that a limit needs to know of a
 * security, so that an order is checked without valuing anything again.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class InstrumentRisk {

    private final Security security;
    private final double[] exposures; // by ExposureKind
    private final Map<String, Double> keyRateDv01s;
    private final Map<String, Double> stressPnl;
    private final double @Nullable [] history; // null if it has none
    private final double maturityYears;
    private final double dailyCapacity; // 0 if unknown
    private final BigDecimal lot;

    private InstrumentRisk(Builder builder) {
        this.security = builder.security;
        this.exposures = builder.exposures.clone();
        this.keyRateDv01s = Collections.unmodifiableMap(new LinkedHashMap<>(builder.keyRateDv01s));
        this.stressPnl = Collections.unmodifiableMap(new LinkedHashMap<>(builder.stressPnl));
        this.history = builder.history;
        this.maturityYears = builder.maturityYears;
        this.dailyCapacity = builder.dailyCapacity;
        this.lot = builder.lot;
    }

    /**
     * Returns a builder without exposures, history or liquidity.
     *
     * @param security the security
     * @param maturityYears its remaining life in years, not negative
     * @return the builder, with lots of one unit
     * @throws InvalidInput if the life is negative or not finite
     */
    public static Builder builder(Security security, double maturityYears) {
        return new Builder(security, maturityYears);
    }

    /**
     * Returns a builder with the exposures of a security's sensitivities, and without history or liquidity.
     *
     * @param risk the security per 100 of face
     * @return the builder, with lots of one unit
     */
    public static Builder builder(SecurityRisk risk) {
        double unit = 0.01 * risk.exchangeRate();
        Builder builder = new Builder(risk.security(), risk.maturityYears())
                .exposure(ExposureKind.NOTIONAL, risk.exchangeRate())
                .exposure(ExposureKind.MARKET_VALUE, unit * risk.dirtyPrice())
                .exposure(ExposureKind.DV01, unit * risk.dv01())
                .exposure(ExposureKind.CS01, unit * risk.cs01());
        for (int key = 0; key < risk.keyTenors().count(); key++) {
            builder.keyRateDv01(risk.keyTenors().label(key), unit * risk.keyRateDv01(key));
        }
        return builder;
    }

    /** {@return the security} */
    public Security security() {
        return security;
    }

    /**
     * Returns an amount for one unit of face.
     *
     * @param kind which amount
     * @return in the reporting currency
     */
    public double exposure(ExposureKind kind) {
        return exposures[kind.place()];
    }

    /** {@return loss for one unit of face when the rates about a key rise by one basis point, by the key's label} */
    public Map<String, Double> keyRateDv01s() {
        return keyRateDv01s;
    }

    /** {@return P&amp;L of one unit of face in each stress scenario} */
    public Map<String, Double> stressPnl() {
        return stressPnl;
    }

    /** {@return remaining life in years} */
    public double maturityYears() {
        return maturityYears;
    }

    /** {@return face that can be sold in a day without moving the market; 0 if unknown} */
    public double dailyCapacity() {
        return dailyCapacity;
    }

    /** {@return the face of which orders are whole multiples} */
    public BigDecimal lot() {
        return lot;
    }

    double @Nullable [] history() {
        return history;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: market value %.6g and DV01 %.6g a unit of face, %.2f years, %s",
                security.id(),
                exposure(ExposureKind.MARKET_VALUE),
                exposure(ExposureKind.DV01),
                maturityYears,
                history == null ? "no history" : history.length + " scenarios");
    }

    /** Settings of an {@link InstrumentRisk}. For one thread. */
    public static final class Builder {

        private final Security security;
        private final double maturityYears;
        private final double[] exposures = new double[ExposureKind.COUNT];
        private final Map<String, Double> keyRateDv01s = new LinkedHashMap<>();
        private final Map<String, Double> stressPnl = new LinkedHashMap<>();
        private double @Nullable [] history;
        private double dailyCapacity;
        private BigDecimal lot = BigDecimal.ONE;

        private Builder(Security security, double maturityYears) {
            this.security = Objects.requireNonNull(security);
            InvalidInput.unless(
                    maturityYears >= 0 && Double.isFinite(maturityYears),
                    "maturityYears",
                    maturityYears,
                    "not negative, and finite");
            this.maturityYears = maturityYears;
        }

        /**
         * Sets an amount.
         *
         * @param kind which amount
         * @param perUnit for one unit of face, in the reporting currency
         * @return this
         * @throws InvalidInput if it is not finite
         */
        public Builder exposure(ExposureKind kind, double perUnit) {
            exposures[kind.place()] = finite(kind.name(), perUnit);
            return this;
        }

        /**
         * Sets a key-rate DV01.
         *
         * @param tenor the key's label
         * @param perUnit loss for one unit of face
         * @return this
         * @throws InvalidInput if it is not finite
         */
        public Builder keyRateDv01(String tenor, double perUnit) {
            keyRateDv01s.put(tenor, finite("key-rate DV01", perUnit));
            return this;
        }

        /**
         * Sets the P&amp;L in a stress scenario.
         *
         * @param scenario the scenario's name
         * @param perUnit P&amp;L of one unit of face, negative for a loss
         * @return this
         * @throws InvalidInput if it is not finite
         */
        public Builder stressPnl(String scenario, double perUnit) {
            stressPnl.put(scenario, finite("P&L in " + scenario, perUnit));
            return this;
        }

        /**
         * Sets the P&amp;L vector that value at risk is calculated from.
         *
         * @param pnl P&amp;L of some face in each scenario, in the reporting currency, negative for losses; copied
         * @param face the face that it is of, positive
         * @return this
         * @throws InvalidInput if the face is not positive or a number not finite
         */
        public Builder history(double[] pnl, double face) {
            InvalidInput.unless(face > 0 && Double.isFinite(face), "face", face, "positive and finite");
            double[] perUnit = new double[pnl.length];
            for (int k = 0; k < pnl.length; k++) {
                perUnit[k] = finite("P&L of " + security.id(), pnl[k]) / face;
            }
            history = perUnit;
            return this;
        }

        /**
         * Sets how fast a position can be closed.
         *
         * @param facePerDay face that can be sold in a day, positive
         * @return this
         * @throws InvalidInput if it is not positive and finite
         */
        public Builder dailyCapacity(double facePerDay) {
            InvalidInput.unless(
                    facePerDay > 0 && Double.isFinite(facePerDay), "dailyCapacity", facePerDay, "positive and finite");
            dailyCapacity = facePerDay;
            return this;
        }

        /**
         * Sets the lot.
         *
         * @param face of which orders are whole multiples, positive
         * @return this
         * @throws InvalidInput if it is not positive
         */
        public Builder lot(BigDecimal face) {
            InvalidInput.unless(face.signum() > 0, "lot", face, "positive");
            lot = face;
            return this;
        }

        /** {@return the instrument} */
        public InstrumentRisk build() {
            return new InstrumentRisk(this);
        }

        private static double finite(String name, double value) {
            if (!Double.isFinite(value)) {
                throw new InvalidInput(name, value, "finite");
            }
            return value;
        }
    }
}
