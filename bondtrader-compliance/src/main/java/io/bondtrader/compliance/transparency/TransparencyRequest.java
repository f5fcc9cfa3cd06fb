package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An order, a quote or a trade of which somebody asks what must be made public. Immutable.
 *
 * @param reference the house's own name of it: of the order or the trade
 * @param law whose rules: the Union's or the United Kingdom's
 * @param bond in what
 * @param place where
 * @param system how the venue brings orders together; counts for nothing outside a venue
 * @param interest what it is before the trade
 * @param size nominal, in the bond's currency
 * @param at when the interest arose or the trade was done
 * @param zone the place's own time
 * @param endOfDay when its trading day ends, in that time
 * @param ownAccount whether the firm deals on own account, other than by matched principal trading
 * @param supplementary what the authority allows beyond the deferral and is used
 * @param thresholds published sizes, for rules that need them; empty if none are known
 * @param rates what one unit of the bond's currency is worth, by currency of the tables: {@code EUR}, {@code GBP}; none is
 *     needed for the bond's own
 */
public record TransparencyRequest(
        String reference,
        Jurisdiction law,
        BondProfile bond,
        ExecutionPlace place,
        TradingSystem system,
        InterestKind interest,
        BigDecimal size,
        Instant at,
        ZoneId zone,
        LocalTime endOfDay,
        boolean ownAccount,
        SupplementaryDeferral supplementary,
        Optional<SizeThresholds> thresholds,
        Map<String, BigDecimal> rates) {

    /**
     * Checks the request.
     *
     * @throws InvalidInput if it has no name, size or a rate is not positive, or the supplementary deferral is not for such a
     *     bond
     */
    public TransparencyRequest {
        InvalidInput.unless(!reference.isBlank(), "reference", reference, "not blank");
        InvalidInput.unless(size.signum() > 0, "size", size, "positive");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(interest, "interest");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(endOfDay, "endOfDay");
        Objects.requireNonNull(thresholds, "thresholds");
        rates = Map.copyOf(rates);
        for (Map.Entry<String, BigDecimal> rate : rates.entrySet()) {
            InvalidInput.unless(rate.getValue().signum() > 0, "rate of " + rate.getKey(), rate.getValue(), "positive");
        }
        boolean sovereign = bond.bondClass() == BondClass.SOVEREIGN;
        boolean fits = switch (supplementary) {
            case WEEKLY_AGGREGATE -> !sovereign;
            case INDEFINITE_AGGREGATE -> sovereign;
            case SOVEREIGN_VOLUME -> sovereign || bond.bondClass() == BondClass.OTHER_PUBLIC;
            default -> true;
        };
        InvalidInput.unless(fits, "supplementary", supplementary, "one that bonds of its type can have");
    }

    /**
     * Returns an order on a venue whose day ends at 18:00, not on own account, without published sizes or rates.
     *
     * @param reference the house's own name of it
     * @param law whose rules
     * @param bond in what
     * @param place where
     * @param system how the venue brings orders together
     * @param size nominal, in the bond's currency
     * @param at when
     * @param zone the place's own time
     * @return the request
     */
    public static TransparencyRequest of(
            String reference,
            Jurisdiction law,
            BondProfile bond,
            ExecutionPlace place,
            TradingSystem system,
            BigDecimal size,
            Instant at,
            ZoneId zone) {
        return new TransparencyRequest(
                reference,
                law,
                bond,
                place,
                system,
                InterestKind.ORDER,
                size,
                at,
                zone,
                LocalTime.of(18, 0),
                false,
                SupplementaryDeferral.NONE,
                Optional.empty(),
                Map.of());
    }

    /**
     * Returns the request for another kind of interest.
     *
     * @param kind what it is before the trade
     * @return the request
     */
    public TransparencyRequest as(InterestKind kind) {
        return with(kind, size, endOfDay, ownAccount, supplementary, thresholds, rates);
    }

    /**
     * Returns the request for another size.
     *
     * @param nominal in the bond's currency
     * @return the request
     */
    public TransparencyRequest withSize(BigDecimal nominal) {
        return with(interest, nominal, endOfDay, ownAccount, supplementary, thresholds, rates);
    }

    /**
     * Returns the request with the end of the place's day.
     *
     * @param time in the place's own time
     * @return the request
     */
    public TransparencyRequest withEndOfDay(LocalTime time) {
        return with(interest, size, time, ownAccount, supplementary, thresholds, rates);
    }

    /** {@return the request of a firm that deals on own account} */
    public TransparencyRequest onOwnAccount() {
        return with(interest, size, endOfDay, true, supplementary, thresholds, rates);
    }

    /**
     * Returns the request with what the authority allows beyond the deferral.
     *
     * @param allowed and used
     * @return the request
     */
    public TransparencyRequest withSupplementary(SupplementaryDeferral allowed) {
        return with(interest, size, endOfDay, ownAccount, allowed, thresholds, rates);
    }

    /**
     * Returns the request with published sizes.
     *
     * @param published in the currency of the tables
     * @return the request
     */
    public TransparencyRequest withThresholds(SizeThresholds published) {
        return with(interest, size, endOfDay, ownAccount, supplementary, Optional.of(published), rates);
    }

    /**
     * Returns the request with what one unit of the bond's currency is worth.
     *
     * @param currency of the tables
     * @param rate its units for one of the bond's
     * @return the request
     */
    public TransparencyRequest withRate(String currency, BigDecimal rate) {
        Map<String, BigDecimal> more = new TreeMap<>(rates);
        more.put(currency, rate);
        return with(interest, size, endOfDay, ownAccount, supplementary, thresholds, more);
    }

    private TransparencyRequest with(
            InterestKind kind,
            BigDecimal nominal,
            LocalTime end,
            boolean own,
            SupplementaryDeferral more,
            Optional<SizeThresholds> published,
            Map<String, BigDecimal> worth) {
        return new TransparencyRequest(
                reference, law, bond, place, system, kind, nominal, at, zone, end, own, more, published, worth);
    }

    /** The day of the place on which it happens: that day's rules count. */
    LocalDate day() {
        return LocalDate.ofInstant(at, zone);
    }
}
