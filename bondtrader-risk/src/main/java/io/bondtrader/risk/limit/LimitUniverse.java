package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.sensitivity.BookRisk;
import io.bondtrader.risk.sensitivity.SecurityRisk;
import io.bondtrader.risk.sensitivity.TenorBuckets;
import io.bondtrader.risk.var.PnlVectors;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * All securities that orders may be for, with what a unit of each does.
 *
 * <p>Immutable and safe for use by many threads. A new market makes a new universe, see {@link LimitEngine#revalue}.
 */
public final class LimitUniverse {

    private final Map<String, Instrument> instruments;
    private final List<String> keyTenors;
    private final List<String> scenarios;
    private final int historyLength;

    private LimitUniverse(Collection<InstrumentRisk> all, TenorBuckets buckets) {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> stresses = new LinkedHashSet<>();
        int length = 0;
        for (InstrumentRisk risk : all) {
            keys.addAll(risk.keyRateDv01s().keySet());
            stresses.addAll(risk.stressPnl().keySet());
            double[] history = risk.history();
            if (history != null) {
                InvalidInput.unless(
                        length == 0 || length == history.length,
                        "scenarios of " + risk.security().id(),
                        history.length,
                        "as many as of other securities, " + length);
                length = history.length;
            }
        }
        this.keyTenors = List.copyOf(keys);
        this.scenarios = List.copyOf(stresses);
        this.historyLength = length;
        Map<String, Instrument> compiled = new HashMap<>();
        for (InstrumentRisk risk : all) {
            compiled.put(
                    risk.security().id(),
                    new Instrument(risk, buckets.bucketOf(risk.maturityYears()), keyTenors, scenarios));
        }
        this.instruments = Map.copyOf(compiled);
    }

    /**
     * Returns a universe of given instruments in standard tenor buckets.
     *
     * @param instruments the instruments, each security once
     * @return the universe
     * @throws InvalidInput if a security stands twice, or P&amp;L vectors differ in length
     */
    public static LimitUniverse of(List<InstrumentRisk> instruments) {
        return of(instruments, TenorBuckets.standard());
    }

    /**
     * Returns a universe of given instruments.
     *
     * @param instruments the instruments, each security once
     * @param buckets the buckets of remaining lives
     * @return the universe
     * @throws InvalidInput if a security stands twice, or P&amp;L vectors differ in length
     */
    public static LimitUniverse of(List<InstrumentRisk> instruments, TenorBuckets buckets) {
        Map<String, InstrumentRisk> byId = new LinkedHashMap<>();
        for (InstrumentRisk risk : instruments) {
            InstrumentRisk twin = byId.put(risk.security().id(), risk);
            InvalidInput.unless(twin == null, "security", risk.security().id(), "given only once");
        }
        return new LimitUniverse(byId.values(), buckets);
    }

    /**
     * Returns a builder of a universe of the securities of a book.
     *
     * @param risk the sensitivities of positions in every security that orders may be for; a face of zero will do
     * @return the builder, without history, stress and liquidity
     */
    public static Builder builder(BookRisk risk) {
        return new Builder(risk);
    }

    /** {@return how many securities there are} */
    public int size() {
        return instruments.size();
    }

    /** {@return the labels of key rates} */
    public List<String> keyTenors() {
        return keyTenors;
    }

    /** {@return the names of stress scenarios} */
    public List<String> scenarios() {
        return scenarios;
    }

    /** {@return the length of P&amp;L vectors; 0 if there is none} */
    public int historyLength() {
        return historyLength;
    }

    @Nullable
    Instrument find(String security) {
        return instruments.get(security);
    }

    Instrument get(String security) {
        Instrument instrument = instruments.get(security);
        if (instrument == null) {
            throw new MissingData("security " + security + " in the universe of limits");
        }
        return instrument;
    }

    @Override
    public String toString() {
        return "LimitUniverse[" + size() + " securities, " + keyTenors.size() + " key rates, " + scenarios.size()
                + " stress scenarios, P&L vectors of " + historyLength + "]";
    }

    /** Settings of a {@link LimitUniverse}. For one thread. */
    public static final class Builder {

        private final BookRisk risk;
        private @Nullable PnlVectors history;
        private double historyFace = 1;
        private final Map<String, double[]> stresses = new LinkedHashMap<>();
        private ToDoubleFunction<SecurityRisk> capacity = security -> 0;
        private BigDecimal lot = BigDecimal.ONE;

        private Builder(BookRisk risk) {
            this.risk = Objects.requireNonNull(risk);
        }

        /**
         * Sets the P&amp;L vectors that value at risk is calculated from.
         *
         * @param vectors a row for each security, named by its identifier, of a long position of one size
         * @param face the face of that position, positive
         * @return this
         * @throws InvalidInput if the face is not positive or scenarios have weights of their own
         */
        public Builder history(PnlVectors vectors, double face) {
            InvalidInput.unless(face > 0 && Double.isFinite(face), "face", face, "positive and finite");
            double[] probabilities = vectors.probabilities();
            double equal = 1.0 / probabilities.length;
            InvalidInput.unless(
                    Arrays.stream(probabilities).allMatch(p -> Math.abs(p - equal) < 1e-12),
                    "vectors",
                    vectors.method(),
                    "of equally likely scenarios");
            history = vectors;
            historyFace = face;
            return this;
        }

        /**
         * Adds a stress scenario by the prices after it.
         *
         * @param scenario its name
         * @param pnlPer100 P&amp;L for 100 of face of each security, in its own currency, by the places of the book
         * @return this
         * @throws InvalidInput if the name is blank or there are more or fewer numbers than securities
         */
        public Builder stress(String scenario, double[] pnlPer100) {
            InvalidInput.unless(!scenario.isBlank(), "scenario", scenario, "not blank");
            int securities = risk.book().securities();
            InvalidInput.unless(
                    pnlPer100.length == securities, "pnlPer100", pnlPer100.length, "one a security, " + securities);
            stresses.put(scenario, pnlPer100.clone());
            return this;
        }

        /**
         * Sets how fast positions can be closed.
         *
         * @param facePerDay gives the face that can be sold in a day; 0 where it is unknown
         * @return this
         */
        public Builder dailyCapacity(ToDoubleFunction<SecurityRisk> facePerDay) {
            capacity = Objects.requireNonNull(facePerDay);
            return this;
        }

        /**
         * Sets the lot of all securities.
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

        /**
         * Returns the universe.
         *
         * @return the universe
         * @throws MissingData if a security has no P&amp;L vector though others have
         * @throws io.bondtrader.core.error.BondTraderException if a security of the book cannot be valued
         */
        public LimitUniverse build() {
            risk.book().requireComplete();
            Map<String, Integer> rows = new HashMap<>();
            if (history != null) {
                List<String> names = history.positions();
                for (int k = 0; k < names.size(); k++) {
                    rows.put(names.get(k), k);
                }
            }
            List<InstrumentRisk> all = new ArrayList<>();
            List<SecurityRisk> securities = risk.securities();
            for (int s = 0; s < securities.size(); s++) {
                SecurityRisk security = securities.get(s);
                InstrumentRisk.Builder builder =
                        InstrumentRisk.builder(security).lot(lot);
                if (history != null) {
                    Integer row = rows.get(security.security().id());
                    if (row == null) {
                        throw new MissingData(
                                "P&L vector of " + security.security().id());
                    }
                    builder.history(history.pnl(row), historyFace);
                }
                for (Map.Entry<String, double[]> stress : stresses.entrySet()) {
                    builder.stressPnl(stress.getKey(), 0.01 * security.exchangeRate() * stress.getValue()[s]);
                }
                double perDay = capacity.applyAsDouble(security);
                if (perDay != 0) { // exactly: unknown
                    builder.dailyCapacity(perDay);
                }
                all.add(builder.build());
            }
            return of(Collections.unmodifiableList(all), risk.book().market().tenorBuckets());
        }
    }
}
