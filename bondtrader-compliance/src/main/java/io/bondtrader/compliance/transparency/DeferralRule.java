package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.regulation.Citation;
import java.util.List;
import java.util.Optional;

/**
 * How trades may be deferred.
 *
 * @param currency of its amounts
 * @param conditions until when a trade that is large, illiquid or above the specific size; empty if rows decide
 * @param rows by group and size, the first that fits; none if conditions decide
 */
record DeferralRule(String currency, Optional<Conditions> conditions, List<DeferralRow> rows) {

    /**
     * Delays of trades that meet a condition: Delegated Regulation (EU) 2017/583, Articles 8 and 11, as it was made.
     *
     * @param standard of all details
     * @param dailyAggregate when a day's aggregate is public
     * @param weeklyAggregate when a week's is
     * @param extended the end of an extended deferral
     */
    record Conditions(Delay standard, Delay dailyAggregate, Delay weeklyAggregate, Delay extended) {}

    static DeferralRule read(JsonMembers json, Citation act) {
        String currency = json.text("currency");
        if (!json.has("conditions")) {
            List<DeferralRow> rows = json.objects("rows").stream()
                    .map(row -> DeferralRow.read(row, act))
                    .toList();
            return new DeferralRule(currency, Optional.empty(), rows);
        }
        JsonMembers delays = json.object("conditions");
        Conditions conditions = new Conditions(
                DeferralRow.delay(delays, "standard"),
                DeferralRow.delay(delays, "dailyAggregate"),
                DeferralRow.delay(delays, "weeklyAggregate"),
                DeferralRow.delay(delays, "extended"));
        delays.requireAllRead();
        return new DeferralRule(currency, Optional.of(conditions), List.of());
    }
}
