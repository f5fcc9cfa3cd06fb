package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.client.ClientCategories;
import io.bondtrader.compliance.client.ClientCategory;
import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.trade.Side;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds purchases of clients to the market that a bond was made for, and complex bonds for retail clients to a test of knowledge.
 * Sales and the firm's own trades pass. Who bought complex bonds without the test may do so after a warning, which a person
 * answers for.
 *
 * <p>Source: Directive 2014/65/EU, Article 24(2) (target market) and Article 25(3) and (4) (appropriateness, complex bonds).
 * Suitability of advice under Article 25(2) needs the client's whole situation and is not decided here. Immutable and safe for
 * use by many threads.
 */
public final class SuitabilityRule implements MonitorRule {

    private static final String ID = "suitability";
    private static final Citation TARGET =
            new Citation(Jurisdiction.EU, "Directive 2014/65/EU", "Article 24(2)", false);
    private static final Citation COMPLEX =
            new Citation(Jurisdiction.EU, "Directive 2014/65/EU", "Article 25(3) and (4)", false);

    private final Bonds bonds;
    private final ClientCategories clients;
    private final Set<String> knowComplex;
    private final CanonicalJson parameters;

    private SuitabilityRule(Bonds bonds, ClientCategories clients, Set<String> knowComplex) {
        this.bonds = bonds;
        this.clients = clients;
        this.knowComplex = Set.copyOf(knowComplex);
        Map<String, Object> members = new TreeMap<>();
        members.put("bonds", bonds.sha256());
        members.put("clientsAtLogSize", clients.logSize());
        members.put("clients", clients.standings().size());
        members.put("knowComplex", new TreeSet<>(knowComplex));
        this.parameters = CanonicalJson.of(members);
    }

    /**
     * Returns the rule.
     *
     * @param bonds tell target markets and complexity
     * @param clients their categories
     * @param knowComplex clients that passed the test of knowledge for complex bonds
     * @return the rule
     */
    public static SuitabilityRule of(Bonds bonds, ClientCategories clients, Set<String> knowComplex) {
        return new SuitabilityRule(bonds, clients, knowComplex);
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
        if (trade.party().house() || trade.side() == Side.SELL) {
            return new Finding(ID, Effect.ALLOW, TARGET, "no purchase of a client");
        }
        String client = trade.party().client();
        Optional<ClientCategory> category = clients.category(client, stage.day());
        Optional<BondFacts> bond = bonds.of(trade.isin());
        if (category.isEmpty() || bond.isEmpty()) {
            return Finding.denied(ID, "the client's category or the bond is not known");
        }
        if (bond.get().notFor().contains(category.get())) {
            return new Finding(ID, Effect.BLOCK, TARGET, "not made for " + category.get() + " clients");
        }
        boolean known =
                !bond.get().complex() || category.get() != ClientCategory.RETAIL || knowComplex.contains(client);
        if (!known) {
            return new Finding(
                    ID, Effect.NEEDS_APPROVAL, COMPLEX, "complex, and the client's knowledge was not tested");
        }
        if (!bond.get().targetMarket().contains(category.get())) {
            return new Finding(ID, Effect.NEEDS_APPROVAL, TARGET, "outside the target market");
        }
        return new Finding(ID, Effect.ALLOW, TARGET, "within the target market");
    }
}
