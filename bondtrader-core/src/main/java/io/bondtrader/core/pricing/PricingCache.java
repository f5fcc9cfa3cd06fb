package io.bondtrader.core.pricing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Bonds that have been laid out for a settlement date, kept for the next time they are asked for.
 *
 * <p>A pricing is found by everything that it depends on: all terms of the bond, its convention, the settlement date and
 * the yield convention. A bond with altered terms is another bond, and another day another pricing, so that nothing stale
 * is ever returned; what is no longer asked for makes room, and {@link #forget} and {@link #forgetBefore} make room at
 * once. A bond that cannot be laid out is not kept: it fails each time.
 *
 * <p>Safe for use by many threads; each pricing is laid out once, while others that want it wait. It has no thread of its
 * own and needs no closing.
 */
public final class PricingCache {

    private final Cache<Key, CurvePricing> offCurves;
    private final Cache<Key, BondPricing> byYield;

    private record Key(Bond bond, LocalDate settlement, YieldConvention yieldConvention) {

        Key {
            Objects.requireNonNull(bond);
            Objects.requireNonNull(settlement);
            Objects.requireNonNull(yieldConvention);
        }
    }

    /**
     * How often a cache had what it was asked for.
     *
     * @param hits how often it did
     * @param misses how often a bond had to be laid out, or could not be
     * @param evictions how many made room for others
     * @param size how many are kept now
     */
    public record Statistics(long hits, long misses, long evictions, long size) {

        /** {@return the part of all questions that were hits, 0 to 1; 1 if nobody has asked yet} */
        public double hitRate() {
            return hits + misses == 0 ? 1.0 : (double) hits / (hits + misses);
        }
    }

    private PricingCache(long most) {
        this.offCurves = cache(most);
        this.byYield = cache(most);
    }

    private static <V> Cache<Key, V> cache(long most) {
        // Upkeep on the threads that ask: the cache starts none and borrows none.
        return Caffeine.newBuilder()
                .maximumSize(most)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /**
     * Returns an empty cache.
     *
     * @param most how many pricings by yield, and how many off curves, are kept at the most: 1 or more
     * @return the cache
     * @throws InvalidInput if the number is below 1
     */
    public static PricingCache ofAtMost(long most) {
        InvalidInput.unless(most >= 1, "most", most, "1 or more");
        return new PricingCache(most);
    }

    /**
     * Returns the pricing of a bond under its market's yield convention.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @return the pricing, the same object while it is kept
     * @throws BondTraderException as {@link BondPricing#of(Bond, LocalDate)} does
     */
    public BondPricing byYield(Bond bond, LocalDate settlement) {
        return byYield(bond, settlement, bond.convention().yieldConvention());
    }

    /**
     * Returns the pricing of a bond under a yield convention.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @param yieldConvention what yield means
     * @return the pricing, the same object while it is kept
     * @throws BondTraderException as {@link BondPricing#of(Bond, LocalDate, YieldConvention)} does
     */
    public BondPricing byYield(Bond bond, LocalDate settlement, YieldConvention yieldConvention) {
        Key key = new Key(bond, settlement, yieldConvention);
        return byYield.get(key, k -> BondPricing.of(k.bond(), k.settlement(), k.yieldConvention()));
    }

    /**
     * Returns the pricing of a bond off curves.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @return the pricing, the same object while it is kept
     * @throws BondTraderException as {@link CurvePricing#of(Bond, LocalDate)} does
     */
    public CurvePricing offCurves(Bond bond, LocalDate settlement) {
        Key key = new Key(bond, settlement, bond.convention().yieldConvention());
        return offCurves.get(key, k -> CurvePricing.of(byYield(k.bond(), k.settlement())));
    }

    /**
     * Makes room for others: drops all that is kept of a bond, for any settlement date.
     *
     * @param bond the bond, with the terms that it was asked for with
     */
    public void forget(Bond bond) {
        byYield.asMap().keySet().removeIf(key -> key.bond().equals(bond));
        offCurves.asMap().keySet().removeIf(key -> key.bond().equals(bond));
    }

    /**
     * Makes room for others: drops all that settles before a day.
     *
     * @param settlement the first settlement date that is still of interest
     */
    public void forgetBefore(LocalDate settlement) {
        byYield.asMap().keySet().removeIf(key -> key.settlement().isBefore(settlement));
        offCurves.asMap().keySet().removeIf(key -> key.settlement().isBefore(settlement));
    }

    /** Drops everything; the counts go on. */
    public void clear() {
        byYield.invalidateAll();
        offCurves.invalidateAll();
    }

    /** {@return how often pricings by yield, also those that pricings off curves are made of, were there} */
    public Statistics statisticsByYield() {
        return statistics(byYield);
    }

    /** {@return how often pricings off curves were there} */
    public Statistics statisticsOffCurves() {
        return statistics(offCurves);
    }

    private static Statistics statistics(Cache<Key, ?> cache) {
        cache.cleanUp();
        CacheStats stats = cache.stats();
        return new Statistics(stats.hitCount(), stats.missCount(), stats.evictionCount(), cache.estimatedSize());
    }

    @Override
    public String toString() {
        return "PricingCache[by yield " + statisticsByYield() + ", off curves " + statisticsOffCurves() + "]";
    }
}
