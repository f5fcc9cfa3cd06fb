package io.bondtrader.risk.liquidity;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How much of a book is liquidated by when, if all positions are left at once, each as fast as its market allows; of the
 * whole, by book, by bucket and by position. Shares are of gross value: a short position must be left as well.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LiquidityProfile {

    /**
     * Part of the profile.
     *
     * @param name of the position, the bucket or the book
     * @param grossValue in currency
     * @param sharesLiquidated by each horizon of the profile, 0 to 1
     * @param daysToLiquidate until the last of it is gone, in trading days
     * @param averageDays by value, in trading days
     * @param cost of leaving it as fast as possible, in currency
     */
    public record Line(
            String name,
            double grossValue,
            List<Double> sharesLiquidated,
            double daysToLiquidate,
            double averageDays,
            double cost) {}

    private final double[] horizons;
    private final List<LiquidityPosition> positions;

    private LiquidityProfile(double[] horizons, List<LiquidityPosition> positions) {
        this.horizons = horizons;
        this.positions = positions;
    }

    /**
     * Returns the profile of a book.
     *
     * @param positions one or more
     * @param horizonDays trading days, positive and ascending
     * @return the profile
     * @throws InvalidInput if there is no position or no horizon, or horizons do not ascend
     */
    public static LiquidityProfile of(List<LiquidityPosition> positions, double... horizonDays) {
        InvalidInput.unless(!positions.isEmpty(), "positions", positions, "at least one");
        InvalidInput.unless(horizonDays.length > 0, "horizonDays", "none", "at least one");
        double last = 0.0;
        for (double days : horizonDays) {
            InvalidInput.unless(days > last && days <= 1e6, "horizonDays", days, "ascending, above " + last);
            last = days;
        }
        return new LiquidityProfile(horizonDays.clone(), List.copyOf(positions));
    }

    /** {@return the horizons in trading days} */
    public List<Double> horizonDays() {
        return Arrays.stream(horizons).boxed().toList();
    }

    /** {@return all positions together} */
    public Line total() {
        return line("total", positions);
    }

    /** {@return a line for each position, in their order} */
    public List<Line> byPosition() {
        return positions.stream()
                .map(position -> line(position.id(), List.of(position)))
                .toList();
    }

    /** {@return a line for each bucket, by name} */
    public List<Line> byBucket() {
        return grouped(LiquidityPosition::bucket);
    }

    /** {@return a line for each book, by name} */
    public List<Line> byBook() {
        return grouped(LiquidityPosition::book);
    }

    /**
     * Returns how much of the value takes longer than a limit.
     *
     * @param days trading days, 0 or more
     * @return the gross value of positions that take longer, over all gross value; 0 for an empty book
     * @throws InvalidInput if the days are negative or not finite
     */
    public double illiquidShare(double days) {
        InvalidInput.unless(days >= 0.0 && days < Double.POSITIVE_INFINITY, "days", days, "0 or more");
        Predicate<LiquidityPosition> slow = position -> position.capacity().daysToLiquidate(position.value()) > days;
        double all = gross(positions);
        return all > 0.0 ? gross(positions.stream().filter(slow).toList()) / all : 0.0;
    }

    private List<Line> grouped(Function<LiquidityPosition, String> key) {
        Map<String, List<LiquidityPosition>> groups =
                positions.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        groups.forEach((name, members) -> lines.add(line(name, members)));
        return List.copyOf(lines);
    }

    private Line line(String name, List<LiquidityPosition> members) {
        double gross = gross(members);
        double longest = 0.0;
        double weighted = 0.0;
        double cost = 0.0;
        double[] gone = new double[horizons.length];
        for (LiquidityPosition member : members) {
            double size = Math.abs(member.value());
            double days = member.capacity().daysToLiquidate(size);
            longest = Math.max(longest, days);
            weighted += size * days;
            cost += LiquidationSchedule.fastest(size, member.capacity(), member.cost())
                    .cost();
            for (int k = 0; k < gone.length; k++) {
                gone[k] += size * member.capacity().shareLiquidated(size, horizons[k]);
            }
        }
        List<Double> shares = Arrays.stream(gone)
                .mapToObj(part -> gross > 0.0 ? Math.min(1.0, part / gross) : 1.0)
                .toList();
        return new Line(name, gross, shares, longest, gross > 0.0 ? weighted / gross : 0.0, cost);
    }

    private static double gross(List<LiquidityPosition> members) {
        return members.stream().mapToDouble(member -> Math.abs(member.value())).sum();
    }

    @Override
    public String toString() {
        Line total = total();
        return String.format(
                Locale.ROOT,
                "LiquidityProfile[%d positions, %.0f days to the last, %s of %s days]",
                positions.size(),
                Math.ceil(total.daysToLiquidate()),
                total.sharesLiquidated(),
                horizonDays());
    }
}
