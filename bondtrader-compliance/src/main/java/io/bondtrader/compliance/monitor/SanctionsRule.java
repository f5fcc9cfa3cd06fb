package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * Refuses parties that are listed, has a person look at those that may be, and refuses everybody while the list is too old. A
 * match is refused whatever the side.
 *
 * <p>Immutable if the screen is; safe for use by many threads.
 */
public final class SanctionsRule implements MonitorRule {

    private static final String ID = "sanctions";

    private final SanctionsScreen screen;
    private final int oldestDays;
    private final Citation citation;
    private final CanonicalJson parameters;

    private SanctionsRule(SanctionsScreen screen, int oldestDays, Citation citation) {
        this.screen = screen;
        this.oldestDays = oldestDays;
        this.citation = citation;
        this.parameters = CanonicalJson.of(Map.of("list", screen.version(), "oldestDays", oldestDays));
    }

    /**
     * Returns the rule.
     *
     * @param screen looks parties up
     * @param oldestDays how many days old its list may be
     * @param citation which law the list is of
     * @return the rule
     * @throws InvalidInput if the number of days is negative
     */
    public static SanctionsRule of(SanctionsScreen screen, int oldestDays, Citation citation) {
        InvalidInput.unless(oldestDays >= 0, "oldest list", oldestDays, "0 days or more");
        return new SanctionsRule(screen, oldestDays, Objects.requireNonNull(citation));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public CanonicalJson parameters() {
        return parameters;
    }

    @Override
    public Finding check(MonitoredTrade trade, TradeStage stage) {
        Screening found = screen.screen(trade.party());
        LocalDate day = stage.day();
        return switch (found.match()) {
            case EXACT -> new Finding(ID, Effect.BLOCK, citation, "listed: " + String.join(", ", found.entries()));
            case POSSIBLE ->
                found.listDate().plusDays(oldestDays).isBefore(day)
                        ? old(found)
                        : new Finding(
                                ID,
                                Effect.NEEDS_APPROVAL,
                                citation,
                                "may be listed: " + String.join(", ", found.entries()));
            case NONE ->
                found.listDate().plusDays(oldestDays).isBefore(day)
                        ? old(found)
                        : new Finding(ID, Effect.ALLOW, citation, "not listed on " + found.listDate());
        };
    }

    private static Finding old(Screening found) {
        return Finding.denied(ID, "the list of " + found.listDate() + " is too old");
    }
}
