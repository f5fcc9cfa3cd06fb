package io.bondtrader.compliance.surveillance;

import io.bondtrader.core.audit.CanonicalJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known besides the flow: owners, what kind of owner each is, and instruments. A replay needs the same reference;
 * its hash is in the run's description. Immutable.
 */
public final class MarketReference implements BeneficialOwners {

    private final Map<String, String> owners;
    private final Map<String, AccountKind> kinds;
    private final Map<String, InstrumentTerms> instruments;

    private MarketReference(
            Map<String, String> owners, Map<String, AccountKind> kinds, Map<String, InstrumentTerms> instruments) {
        this.owners = Map.copyOf(owners);
        this.kinds = Map.copyOf(kinds);
        this.instruments = Map.copyOf(instruments);
    }

    /** {@return a reference that knows nothing: accounts are their own owners, all of them clients} */
    public static MarketReference empty() {
        return new MarketReference(Map.of(), Map.of(), Map.of());
    }

    /**
     * Returns a reference.
     *
     * @param owners the owner of each account that is not its own
     * @param kinds what kind each owner is that is no client
     * @param instruments terms of instruments
     * @return the reference
     */
    public static MarketReference of(
            Map<String, String> owners, Map<String, AccountKind> kinds, List<InstrumentTerms> instruments) {
        Map<String, InstrumentTerms> byId = new HashMap<>();
        instruments.forEach(terms -> byId.put(terms.instrument(), terms));
        return new MarketReference(owners, kinds, byId);
    }

    @Override
    public String ownerOf(String account) {
        return owners.getOrDefault(account, account);
    }

    /**
     * Returns what kind an owner is.
     *
     * @param owner the owner
     * @return the kind; a client if nothing else is known
     */
    public AccountKind kindOf(String owner) {
        return kinds.getOrDefault(owner, AccountKind.CLIENT);
    }

    /**
     * Returns an instrument's terms.
     *
     * @param instrument its id
     * @return its terms
     */
    public InstrumentTerms termsOf(String instrument) {
        InstrumentTerms known = instruments.get(instrument);
        return known == null ? InstrumentTerms.unknown(instrument) : known;
    }

    /** {@return the owner of each account that is not its own} */
    public Map<String, String> owners() {
        return owners;
    }

    /** {@return what kind each owner is that is no client} */
    public Map<String, AccountKind> kinds() {
        return kinds;
    }

    /** {@return all instruments} */
    public List<InstrumentTerms> instruments() {
        return List.copyOf(new TreeMap<>(instruments).values());
    }

    /** {@return the SHA-256 of everything in it as canonical JSON, in hexadecimal digits} */
    public String hash() {
        Map<String, Object> all = new HashMap<>();
        all.put("owners", owners);
        all.put("kinds", kinds);
        all.put(
                "instruments",
                instruments().stream().map(InstrumentTerms::toString).toList());
        return CanonicalJson.of(all).sha256();
    }
}
