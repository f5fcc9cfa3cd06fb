package io.bondtrader.compliance.transparency;

import io.bondtrader.core.time.HolidayCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * When a trade is public at the latest. Nothing is due before the limit of real time.
 *
 * @param trade the trade
 * @param calendar the working days of the place
 * @param soonest the limit of real time
 */
record PublicationTimes(TransparencyRequest trade, HolidayCalendar calendar, Instant soonest) {

    List<PublicationStep> inRealTime() {
        return List.of(new PublicationStep(soonest, PublishedContent.ALL, ""));
    }

    /** Delegated Regulation (EU) 2017/583, Articles 8 and 11, with the flags of Annex II, Table 3, as it was made. */
    List<PublicationStep> conditional(DeferralRule.Conditions delays, Set<String> flags) {
        Instant standard = due(delays.standard());
        return switch (trade.supplementary()) {
            case NONE, SOVEREIGN_VOLUME ->
                List.of(new PublicationStep(
                        standard, PublishedContent.ALL, flags.iterator().next()));
            case LIMITED_DETAILS -> two(soonest, PublishedContent.ALL_BUT_VOLUME, "LMTF", standard, "FULF", flags);
            case DAILY_AGGREGATE ->
                two(due(delays.dailyAggregate()), PublishedContent.AGGREGATE, "DATF", standard, "FULA", flags);
            case VOLUME_OMISSION ->
                two(standard, PublishedContent.ALL_BUT_VOLUME, "VOLO", due(delays.extended()), "FULV", flags);
            case WEEKLY_AGGREGATE ->
                two(
                        due(delays.weeklyAggregate()),
                        PublishedContent.AGGREGATE,
                        "FWAF",
                        due(delays.extended()),
                        "FULJ",
                        flags);
            case INDEFINITE_AGGREGATE -> {
                flags.add("IDAF");
                yield List.of(new PublicationStep(due(delays.weeklyAggregate()), PublishedContent.AGGREGATE, "IDAF"));
            }
        };
    }

    List<PublicationStep> tabulated(DeferralRow.Tier tier, Set<String> flags) {
        flags.add(tier.flag());
        Instant price = due(tier.price());
        boolean further = trade.supplementary() == SupplementaryDeferral.SOVEREIGN_VOLUME
                && tier.supplementaryFrom()
                        .map(from -> !trade.day().isBefore(from))
                        .orElse(false);
        if (further) {
            Instant volume = due(tier.supplementaryVolume().orElseThrow());
            // At the end of the day the volume may be due before the price would be: then both are, at the later of the
            // two.
            Instant last = volume.isBefore(price) ? price : volume;
            return two(price, PublishedContent.ALL_BUT_VOLUME, "OMIS", last, "FULO", flags);
        }
        Instant volume = due(tier.volume());
        if (!volume.isAfter(price)) {
            return List.of(new PublicationStep(price, PublishedContent.ALL, tier.flag()));
        }
        return List.of(
                new PublicationStep(price, PublishedContent.ALL_BUT_VOLUME, tier.flag()),
                new PublicationStep(volume, PublishedContent.ALL, tier.flag()));
    }

    private Instant due(Delay delay) {
        Instant due = delay.after(trade, calendar);
        return due.isBefore(soonest) ? soonest : due;
    }

    private static List<PublicationStep> two(
            Instant first,
            PublishedContent content,
            String firstFlag,
            Instant last,
            String lastFlag,
            Set<String> flags) {
        flags.add(firstFlag);
        flags.add(lastFlag);
        return List.of(
                new PublicationStep(first, content, firstFlag),
                new PublicationStep(last, PublishedContent.ALL, lastFlag));
    }
}
