package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.compliance.regulation.DatedRules;
import io.bondtrader.core.audit.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides by booking country, country of the party, regimes of the bond and venue. Of all rows that match the strictest counts;
 * a trade that no row allows is refused, even if rows want it reported. Immutable and safe for use by many threads.
 */
public final class BorderRule implements MonitorRule {

    private static final String ID = "borders";

    private final Bonds bonds;
    private final DatedRules<List<BorderRow>> rows;
    private final CanonicalJson parameters;

    private BorderRule(Bonds bonds, DatedRules<List<BorderRow>> rows) {
        this.bonds = bonds;
        this.rows = rows;
        List<Map<String, Object>> versions = new ArrayList<>();
        for (DatedRule<List<BorderRow>> version : rows.versions()) {
            Map<String, Object> members = new TreeMap<>();
            members.put("from", version.from());
            members.put("until", version.until());
            members.put(
                    "rows", version.content().stream().map(BorderRow::toJson).toList());
            versions.add(members);
        }
        this.parameters = CanonicalJson.of(Map.of("versions", versions, "bonds", bonds.sha256()));
    }

    /**
     * Returns the rule.
     *
     * @param bonds tell regimes
     * @param rows by day
     * @return the rule
     */
    public static BorderRule of(Bonds bonds, DatedRules<List<BorderRow>> rows) {
        return new BorderRule(bonds, rows);
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
            return Finding.denied(ID, "the bond's regimes are not known");
        }
        BorderRow strictest = null;
        boolean allowed = false;
        for (BorderRow row : rows.on(stage.day()).content()) {
            if (row.matches(trade, bond.get())) {
                allowed |= row.effect() == Effect.ALLOW;
                strictest = stricter(strictest, row);
            }
        }
        if (strictest == null || (!allowed && strictest.effect() == Effect.REPORT)) {
            return Finding.denied(ID, "no row allows such a trade");
        }
        return new Finding(ID, strictest.effect(), strictest.citation(), strictest.id() + ": " + strictest.reason());
    }

    private static BorderRow stricter(@Nullable BorderRow one, BorderRow other) {
        return one == null || other.effect().compareTo(one.effect()) > 0 ? other : one;
    }
}
