package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.client.ClientCategory;
import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import java.util.Set;

/**
 * What rules know of a bond. Immutable.
 *
 * @param isin which
 * @param issuer the firm's name of who owes it
 * @param sovereign whether it is sovereign debt in the sense of Regulation (EU) No 236/2012
 * @param complex whether it embeds a derivative or is built so that its risk is hard to understand: Directive 2014/65/EU,
 *     Article 25(4)(a)(ii)
 * @param regimes under which rules it was offered or is reported, in words that rules of borders use: {@code REG_S},
 *     {@code RULE_144A}, {@code TRACE}, {@code EU_VENUE}, {@code UK_VENUE}
 * @param targetMarket clients for whom it was made
 * @param notFor clients for whom it was not made
 */
public record BondFacts(
        Isin isin,
        String issuer,
        boolean sovereign,
        boolean complex,
        Set<String> regimes,
        Set<ClientCategory> targetMarket,
        Set<ClientCategory> notFor) {

    /**
     * Checks the issuer and that no client is in both markets.
     *
     * @throws InvalidInput if the issuer is blank or a category is in both
     */
    public BondFacts {
        Objects.requireNonNull(isin, "isin");
        InvalidInput.unless(!issuer.isBlank(), "issuer", issuer, "not blank");
        regimes = Set.copyOf(regimes);
        targetMarket = Set.copyOf(targetMarket);
        notFor = Set.copyOf(notFor);
        InvalidInput.unless(
                notFor.stream().noneMatch(targetMarket::contains), "not for", notFor, "apart from the target market");
    }
}
