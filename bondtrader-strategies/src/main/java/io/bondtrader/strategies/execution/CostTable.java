package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Security;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Costs by group and remaining life, in force from a day on.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param validFrom the first day it is in force
 * @param source where its figures are from; a reader must see whether they were measured or assumed
 * @param groups the groups; a bond belongs to the first that takes it
 * @param impact how far size moves the price
 * @param feePer100 commission and clearing per 100 face, 0 or more
 */
public record CostTable(
        LocalDate validFrom, String source, List<CostGroup> groups, MarketImpact impact, double feePer100)
        implements TransactionCostModel {

    /**
     * Copies the groups.
     *
     * @throws InvalidInput if the source is blank, there is no group, two have one name or the fee is negative
     */
    public CostTable {
        Objects.requireNonNull(validFrom);
        Objects.requireNonNull(impact);
        InvalidInput.unless(!source.isBlank(), "source", source, "not blank");
        groups = List.copyOf(groups);
        InvalidInput.unless(!groups.isEmpty(), "groups", 0, "at least one");
        long names = groups.stream().map(CostGroup::name).distinct().count();
        InvalidInput.unless(names == groups.size(), "names of groups", names, "one a group, " + groups.size());
        Amounts.notNegative("feePer100", feePer100);
    }

    /**
     * Returns the cost of a trade, whatever its day.
     *
     * @param trade the trade
     * @return its cost per 100 face
     * @throws MissingData if no group takes the bond
     * @throws InvalidInput if its rating cannot be read
     */
    @Override
    public TransactionCost cost(TradeToCost trade) {
        CostBucket bucket = group(trade.security()).bucket(trade.remainingYears());
        double participation = trade.face().doubleValue() / bucket.dailyVolume();
        return new TransactionCost(bucket.halfSpread(), impact.of(bucket.dailyVolatility(), participation), feePer100);
    }

    /**
     * Returns the group of a bond.
     *
     * @param security the bond
     * @return the first group that takes it
     * @throws MissingData if none does
     * @throws InvalidInput if its rating cannot be read
     */
    public CostGroup group(Security security) {
        for (CostGroup group : groups) {
            if (group.contains(security)) {
                return group;
            }
        }
        throw new MissingData("costs of " + security.id() + ", sector " + security.sector() + ", rating "
                + security.rating() + ", in the table from " + validFrom);
    }

    /** {@return from when on it is in force, where its figures are from, and its groups} */
    @Override
    public String toString() {
        return "CostTable[from " + validFrom + ", "
                + groups.stream().map(CostGroup::name).toList() + ", " + source + "]";
    }
}
