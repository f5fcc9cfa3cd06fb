package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A group of bonds and how long its trades may be deferred, by size. A member that is empty asks for nothing.
 *
 * @param name of the group
 * @param citation where it stands
 * @param classes the types of bonds
 * @param group the authority's group
 * @param issuers countries of issuers
 * @param plain whether linkers and strips are left out
 * @param currencies of the bonds
 * @param investmentGrade of the issuer
 * @param issuanceFrom the least issuance, in the table's currency
 * @param yearsAbove remaining life is longer
 * @param yearsUpTo remaining life is at most so long
 * @param liquid whether the bond is
 * @param reachedAtThreshold whether a trade of just a tier's size belongs to it; otherwise only a larger one
 * @param tiers smallest size first
 */
record DeferralRow(
        String name,
        Citation citation,
        List<BondClass> classes,
        Optional<String> group,
        List<String> issuers,
        boolean plain,
        List<String> currencies,
        Optional<Boolean> investmentGrade,
        Optional<BigDecimal> issuanceFrom,
        Optional<Integer> yearsAbove,
        Optional<Integer> yearsUpTo,
        Optional<Boolean> liquid,
        boolean reachedAtThreshold,
        List<Tier> tiers) {

    /**
     * A size and what it may be deferred by.
     *
     * @param size from which on, in the table's currency
     * @param price when all but the volume is public
     * @param volume when the volume is
     * @param flag of the trade report
     * @param supplementaryFrom since when the volume may be deferred further
     * @param supplementaryVolume until when
     */
    record Tier(
            BigDecimal size,
            Delay price,
            Delay volume,
            String flag,
            Optional<LocalDate> supplementaryFrom,
            Optional<Delay> supplementaryVolume) {

        private static Tier read(JsonMembers json) {
            boolean more = json.has("supplementary");
            Optional<LocalDate> from = Optional.empty();
            Optional<Delay> volume = Optional.empty();
            if (more) {
                JsonMembers supplementary = json.object("supplementary");
                from = Optional.of(supplementary.date("from"));
                volume = Optional.of(delay(supplementary, "volume"));
                supplementary.requireAllRead();
            }
            Tier tier = new Tier(
                    json.decimal("size"), delay(json, "price"), delay(json, "volume"), json.text("flag"), from, volume);
            json.requireAllRead();
            return tier;
        }
    }

    static Delay delay(JsonMembers json, String name) {
        return json.read(name, json.text(name), Delay::parse, "a delay");
    }

    static DeferralRow read(JsonMembers json, Citation act) {
        List<Tier> tiers = new ArrayList<>();
        for (JsonMembers tier : json.objects("tiers")) {
            Tier next = Tier.read(tier);
            boolean rising = tiers.isEmpty()
                    || next.size().compareTo(tiers.get(tiers.size() - 1).size()) > 0;
            InvalidInput.unless(rising, "tiers", next.size(), "smallest size first");
            tiers.add(next);
        }
        DeferralRow row = new DeferralRow(
                json.text("name"),
                new Citation(act.jurisdiction(), act.instrument(), act.provision(), json.flag("checked")),
                json.constants("classes", BondClass.class),
                json.optionalText("group"),
                json.has("issuers") ? json.texts("issuers") : List.of(),
                json.optionalFlag("plain").orElse(false),
                json.has("currencies") ? json.texts("currencies") : List.of(),
                json.optionalFlag("investmentGrade"),
                json.optionalDecimal("issuanceFrom"),
                json.has("yearsAbove") ? Optional.of(json.integer("yearsAbove")) : Optional.empty(),
                json.has("yearsUpTo") ? Optional.of(json.integer("yearsUpTo")) : Optional.empty(),
                json.optionalFlag("liquid"),
                json.flag("reachedAtThreshold"),
                tiers);
        json.requireAllRead();
        return row;
    }

    boolean takes(BondProfile bond, LocalDate day, boolean isLiquid, Worth worth) {
        return classes.contains(bond.bondClass())
                && group.map(bond.group()::equals).orElse(true)
                && (issuers.isEmpty() || issuers.contains(bond.issuerCountry()))
                && !(plain && bond.linkedOrStripped())
                && (currencies.isEmpty() || currencies.contains(bond.currency()))
                && investmentGrade
                        .map(wanted -> wanted == bond.investmentGrade())
                        .orElse(true)
                && yearsAbove
                        .map(years -> bond.maturity().isAfter(day.plusYears(years)))
                        .orElse(true)
                && yearsUpTo
                        .map(years -> !bond.maturity().isAfter(day.plusYears(years)))
                        .orElse(true)
                && liquid.map(wanted -> wanted == isLiquid).orElse(true)
                && issuanceFrom
                        .map(least -> worth.of(bond.issuanceSize()).compareTo(least) >= 0)
                        .orElse(true);
    }

    /** The largest tier that a size reaches. */
    Optional<Tier> tierOf(BigDecimal size) {
        Optional<Tier> reached = Optional.empty();
        for (Tier tier : tiers) {
            int order = size.compareTo(tier.size());
            if (order > 0 || (order == 0 && reachedAtThreshold)) {
                reached = Optional.of(tier);
            }
        }
        return reached;
    }
}
