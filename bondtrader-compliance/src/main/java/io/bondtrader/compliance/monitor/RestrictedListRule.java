package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.audit.CanonicalJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Refuses trades in bonds and issuers of the restricted list, and tells compliance of those of the watch list.
 *
 * <p>Source: Regulation (EU) No 596/2014, Articles 8 and 14 forbid dealing on inside information; lists are how a house keeps to
 * it. Immutable and safe for use by many threads.
 */
public final class RestrictedListRule implements MonitorRule {

    private static final String ID = "restricted-list";
    private static final Citation CITATION =
            new Citation(Jurisdiction.EU, "Regulation (EU) No 596/2014", "Articles 8 and 14", false);

    private final Bonds bonds;
    private final Map<String, List<ListEntry>> bySubject = new HashMap<>();
    private final CanonicalJson parameters;

    private RestrictedListRule(Bonds bonds, List<ListEntry> entries) {
        this.bonds = bonds;
        List<Map<String, Object>> all = new ArrayList<>();
        List<ListEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(ListEntry::subject).thenComparing(ListEntry::from));
        for (ListEntry entry : sorted) {
            bySubject
                    .computeIfAbsent(entry.subject(), none -> new ArrayList<>())
                    .add(entry);
            Map<String, Object> members = new TreeMap<>();
            members.put("subject", entry.subject());
            members.put("restricted", entry.restricted());
            members.put("houseOnly", entry.houseOnly());
            members.put("from", entry.from());
            members.put("until", entry.until());
            all.add(members);
        }
        this.parameters = CanonicalJson.of(Map.of("entries", all, "bonds", bonds.sha256()));
    }

    /**
     * Returns the rule.
     *
     * @param bonds tell issuers
     * @param entries of the lists
     * @return the rule
     */
    public static RestrictedListRule of(Bonds bonds, List<ListEntry> entries) {
        return new RestrictedListRule(bonds, entries);
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
        Optional<BondFacts> bond = bonds.of(trade.isin());
        if (bond.isEmpty()) {
            return Finding.denied(ID, "the bond's issuer is not known");
        }
        Effect effect = listed(trade.isin().value(), trade, stage)
                .stricter(listed(bond.get().issuer(), trade, stage));
        return switch (effect) {
            case BLOCK -> new Finding(ID, effect, CITATION, "bond or issuer is restricted");
            case REPORT -> new Finding(ID, effect, CITATION, "bond or issuer is watched");
            default -> new Finding(ID, Effect.ALLOW, CITATION, "on no list");
        };
    }

    private Effect listed(String subject, MonitoredTrade trade, TradeStage stage) {
        Effect effect = Effect.ALLOW;
        List<ListEntry> entries = bySubject.get(subject);
        if (entries != null) {
            for (ListEntry entry : entries) {
                if (entry.binds(trade.party(), stage.at())) {
                    effect = effect.stricter(entry.restricted() ? Effect.BLOCK : Effect.REPORT);
                }
            }
        }
        return effect;
    }
}
