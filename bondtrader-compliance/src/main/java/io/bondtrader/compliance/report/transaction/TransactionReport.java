package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A report of a transaction in a bond (status {@code NEWT}): what its 65 fields say as far as a bond has them. Every value
 * is right in form; whether together they may be reported is for {@link TransactionRules} to say. Fields that no bond
 * has ({@link ReportField#notForBonds()}) have no place here. Immutable and safe for use by many threads.
 *
 * <p>Source: Delegated Regulation (EU) 2017/590, Annex I, table 2.
 *
 * @param reference the firm's reference (field 2)
 * @param venueTransactionId the venue's reference (field 3), 1 to 52 capital letters and digits; {@code null} if there is none
 * @param executingEntity who executed (field 4)
 * @param investmentFirm whether that is an investment firm (field 5)
 * @param submittingEntity who submits (field 6); the executing entity if not set
 * @param buyer the buying side (fields 7 to 15)
 * @param seller the selling side (fields 16 to 24)
 * @param transmission whether the order was passed on (fields 25 to 27)
 * @param tradingTime when (field 28)
 * @param capacity in which capacity (field 29)
 * @param nominal the nominal (field 30), positive, at most 18 digits, 5 after the point
 * @param nominalCurrency its currency (field 31)
 * @param price the price (fields 33 and 34)
 * @param netAmount the net amount (field 35), zero or positive, at most 18 digits, 5 after the point; {@code null} if there is none
 * @param venue where (field 36): a segment's code, XOFF or XXXX
 * @param venueBranch the branch whose membership was used (field 37); {@code null} if there is none
 * @param packageId the package (field 40), 1 to 35 capital letters and digits; {@code null} if there is none
 * @param instrument which bond (field 41)
 * @param investmentDecision who or what decided to invest (fields 57 and 58); {@code null} if there is none
 * @param execution who or what executed (fields 59 and 60)
 * @param waivers waivers of pre-trade transparency (field 61)
 * @param shortSale whether the seller sold short (field 62); {@code null} if there is none
 * @param flags flags of publication off venue (field 63)
 * @param securitiesFinancing whether it is an exempt securities financing transaction (field 65)
 * @param provenance which events the fields came from
 */
public record TransactionReport(
        TransactionReference reference,
        @Nullable String venueTransactionId,
        Lei executingEntity,
        boolean investmentFirm,
        Lei submittingEntity,
        PartySide buyer,
        PartySide seller,
        Transmission transmission,
        TradingTime tradingTime,
        TradingCapacity capacity,
        BigDecimal nominal,
        CurrencyCode nominalCurrency,
        Price price,
        @Nullable BigDecimal netAmount,
        Mic venue,
        @Nullable Country venueBranch,
        @Nullable String packageId,
        Isin instrument,
        Responsible.@Nullable Decider investmentDecision,
        Responsible execution,
        Set<Waiver> waivers,
        @Nullable ShortSale shortSale,
        Set<PostTradeFlag> flags,
        boolean securitiesFinancing,
        Provenance provenance)
        implements TransactionMessage {

    /**
     * Checks forms and digits.
     *
     * @throws InvalidInput if a text has other characters than its field takes, or a number is too long or of the wrong
     *     sign
     */
    public TransactionReport {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(executingEntity, "executingEntity");
        Objects.requireNonNull(submittingEntity, "submittingEntity");
        Objects.requireNonNull(buyer, "buyer");
        Objects.requireNonNull(seller, "seller");
        Objects.requireNonNull(transmission, "transmission");
        Objects.requireNonNull(tradingTime, "tradingTime");
        Objects.requireNonNull(capacity, "capacity");
        Objects.requireNonNull(nominal, "nominal");
        Objects.requireNonNull(nominalCurrency, "nominalCurrency");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(venue, "venue");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(execution, "execution");
        Objects.requireNonNull(waivers, "waivers");
        Objects.requireNonNull(flags, "flags");
        Objects.requireNonNull(provenance, "provenance");
        if (venueTransactionId != null) {
            venueTransactionId = ReportText.capitals("venue transaction id", venueTransactionId, 52);
        }
        if (packageId != null) {
            packageId = ReportText.capitals("package id", packageId, 35);
        }
        boolean identified =
                !(investmentDecision instanceof Responsible.Named) && !(execution instanceof Responsible.Named);
        InvalidInput.unless(
                identified, "person of the firm", "a name", "an identifier: a report knows no names of the log");
        InvalidInput.unless(nominal.signum() > 0, "nominal", nominal, "positive");
        nominal = ReportText.decimal("nominal", nominal, 18, 5);
        if (netAmount != null) {
            InvalidInput.unless(netAmount.signum() >= 0, "net amount", netAmount, "zero or positive");
            netAmount = ReportText.decimal("net amount", netAmount, 18, 5);
        }
        // Sorted as the schema lists the codes, so that one report has one text.
        waivers = Collections.unmodifiableSet(new TreeSet<>(waivers));
        flags = Collections.unmodifiableSet(new TreeSet<>(flags));
    }

    /** {@return an empty builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that holds this report} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.reference = reference;
        builder.venueTransactionId = venueTransactionId;
        builder.executingEntity = executingEntity;
        builder.investmentFirm = investmentFirm;
        builder.submittingEntity = submittingEntity;
        builder.buyer = buyer;
        builder.seller = seller;
        builder.transmission = transmission;
        builder.tradingTime = tradingTime;
        builder.capacity = capacity;
        builder.nominal = nominal;
        builder.nominalCurrency = nominalCurrency;
        builder.price = price;
        builder.netAmount = netAmount;
        builder.venue = venue;
        builder.venueBranch = venueBranch;
        builder.packageId = packageId;
        builder.instrument = instrument;
        builder.investmentDecision = investmentDecision;
        builder.execution = execution;
        builder.waivers = waivers;
        builder.shortSale = shortSale;
        builder.flags = flags;
        builder.securitiesFinancing = securitiesFinancing;
        builder.provenance = provenance;
        return builder;
    }

    /** {@return the same report without the events that it came from, as a reader of its file sees it} */
    public TransactionReport withoutProvenance() {
        return toBuilder().provenance(Provenance.none()).build();
    }

    /** Collects the fields of a report. Not safe for use by several threads. */
    public static final class Builder {

        private @Nullable TransactionReference reference;
        private @Nullable String venueTransactionId;
        private @Nullable Lei executingEntity;
        private boolean investmentFirm = true;
        private @Nullable Lei submittingEntity;
        private @Nullable PartySide buyer;
        private @Nullable PartySide seller;
        private Transmission transmission = Transmission.none();
        private @Nullable TradingTime tradingTime;
        private @Nullable TradingCapacity capacity;
        private @Nullable BigDecimal nominal;
        private @Nullable CurrencyCode nominalCurrency;
        private @Nullable Price price;
        private @Nullable BigDecimal netAmount;
        private @Nullable Mic venue;
        private @Nullable Country venueBranch;
        private @Nullable String packageId;
        private @Nullable Isin instrument;
        private Responsible.@Nullable Decider investmentDecision;
        private @Nullable Responsible execution;
        private Set<Waiver> waivers = EnumSet.noneOf(Waiver.class);
        private @Nullable ShortSale shortSale;
        private Set<PostTradeFlag> flags = EnumSet.noneOf(PostTradeFlag.class);
        private boolean securitiesFinancing;
        private Provenance provenance = Provenance.none();

        private Builder() {}

        /**
         * Sets the firm's reference (field 2).
         *
         * @param value the value
         * @return this builder
         */
        public Builder reference(TransactionReference value) {
            reference = value;
            return this;
        }

        /**
         * Sets the venue's reference (field 3), 1 to 52 capital letters and digits.
         *
         * @param value the value; {@code null} for none
         * @return this builder
         */
        public Builder venueTransactionId(@Nullable String value) {
            venueTransactionId = value;
            return this;
        }

        /**
         * Sets who executed (field 4).
         *
         * @param value the value
         * @return this builder
         */
        public Builder executingEntity(Lei value) {
            executingEntity = value;
            return this;
        }

        /**
         * Sets whether that is an investment firm (field 5).
         *
         * @param value the value
         * @return this builder
         */
        public Builder investmentFirm(boolean value) {
            investmentFirm = value;
            return this;
        }

        /**
         * Sets who submits (field 6); the executing entity if not set.
         *
         * @param value the value
         * @return this builder
         */
        public Builder submittingEntity(Lei value) {
            submittingEntity = value;
            return this;
        }

        /**
         * Sets the buying side (fields 7 to 15).
         *
         * @param value the value
         * @return this builder
         */
        public Builder buyer(PartySide value) {
            buyer = value;
            return this;
        }

        /**
         * Sets the selling side (fields 16 to 24).
         *
         * @param value the value
         * @return this builder
         */
        public Builder seller(PartySide value) {
            seller = value;
            return this;
        }

        /**
         * Sets whether the order was passed on (fields 25 to 27).
         *
         * @param value the value
         * @return this builder
         */
        public Builder transmission(Transmission value) {
            transmission = value;
            return this;
        }

        /**
         * Sets when (field 28).
         *
         * @param value the value
         * @return this builder
         */
        public Builder tradingTime(TradingTime value) {
            tradingTime = value;
            return this;
        }

        /**
         * Sets in which capacity (field 29).
         *
         * @param value the value
         * @return this builder
         */
        public Builder capacity(TradingCapacity value) {
            capacity = value;
            return this;
        }

        /**
         * Sets the nominal (field 30), positive, at most 18 digits, 5 after the point.
         *
         * @param value the value
         * @return this builder
         */
        public Builder nominal(BigDecimal value) {
            nominal = value;
            return this;
        }

        /**
         * Sets its currency (field 31).
         *
         * @param value the value
         * @return this builder
         */
        public Builder nominalCurrency(CurrencyCode value) {
            nominalCurrency = value;
            return this;
        }

        /**
         * Sets the price (fields 33 and 34).
         *
         * @param value the value
         * @return this builder
         */
        public Builder price(Price value) {
            price = value;
            return this;
        }

        /**
         * Sets the net amount (field 35), zero or positive, at most 18 digits, 5 after the point.
         *
         * @param value the value; {@code null} for none
         * @return this builder
         */
        public Builder netAmount(@Nullable BigDecimal value) {
            netAmount = value;
            return this;
        }

        /**
         * Sets where (field 36): a segment's code, XOFF or XXXX.
         *
         * @param value the value
         * @return this builder
         */
        public Builder venue(Mic value) {
            venue = value;
            return this;
        }

        /**
         * Sets the branch whose membership was used (field 37).
         *
         * @param value the value; {@code null} for none
         * @return this builder
         */
        public Builder venueBranch(@Nullable Country value) {
            venueBranch = value;
            return this;
        }

        /**
         * Sets the package (field 40), 1 to 35 capital letters and digits.
         *
         * @param value the value; {@code null} for none
         * @return this builder
         */
        public Builder packageId(@Nullable String value) {
            packageId = value;
            return this;
        }

        /**
         * Sets which bond (field 41).
         *
         * @param value the value
         * @return this builder
         */
        public Builder instrument(Isin value) {
            instrument = value;
            return this;
        }

        /**
         * Sets who or what decided to invest (fields 57 and 58).
         *
         * @param value the value; {@code null} for none
         * @return this builder
         */
        public Builder investmentDecision(Responsible.@Nullable Decider value) {
            investmentDecision = value;
            return this;
        }

        /**
         * Sets who or what executed (fields 59 and 60).
         *
         * @param value the value
         * @return this builder
         */
        public Builder execution(Responsible value) {
            execution = value;
            return this;
        }

        /**
         * Sets waivers of pre-trade transparency (field 61).
         *
         * @param value the value
         * @return this builder
         */
        public Builder waivers(Set<Waiver> value) {
            waivers = value;
            return this;
        }

        /**
         * Sets whether the seller sold short (field 62).
         *
         * @param value the value; {@code null} for none
         * @return this builder
         */
        public Builder shortSale(@Nullable ShortSale value) {
            shortSale = value;
            return this;
        }

        /**
         * Sets flags of publication off venue (field 63).
         *
         * @param value the value
         * @return this builder
         */
        public Builder flags(Set<PostTradeFlag> value) {
            flags = value;
            return this;
        }

        /**
         * Sets whether it is an exempt securities financing transaction (field 65).
         *
         * @param value the value
         * @return this builder
         */
        public Builder securitiesFinancing(boolean value) {
            securitiesFinancing = value;
            return this;
        }

        /**
         * Sets which events the fields came from.
         *
         * @param value the value
         * @return this builder
         */
        public Builder provenance(Provenance value) {
            provenance = value;
            return this;
        }

        /**
         * Builds the report.
         *
         * @return the report
         * @throws InvalidInput if a field that every report has is missing, or a value is out of form
         */
        public TransactionReport build() {
            return new TransactionReport(
                    required("reference", reference),
                    venueTransactionId,
                    required("executingEntity", executingEntity),
                    investmentFirm,
                    submittingEntity == null ? required("executingEntity", executingEntity) : submittingEntity,
                    required("buyer", buyer),
                    required("seller", seller),
                    transmission,
                    required("tradingTime", tradingTime),
                    required("capacity", capacity),
                    required("nominal", nominal),
                    required("nominalCurrency", nominalCurrency),
                    required("price", price),
                    netAmount,
                    required("venue", venue),
                    venueBranch,
                    packageId,
                    required("instrument", instrument),
                    investmentDecision,
                    required("execution", execution),
                    waivers,
                    shortSale,
                    flags,
                    securitiesFinancing,
                    provenance);
        }

        private static <T> T required(String name, @Nullable T value) {
            if (value == null) {
                throw new InvalidInput(name, null, "set in every report");
            }
            return value;
        }
    }
}
