package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What trading has cost, order by order and fill by fill, and by strategy, venue and dealer.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TransactionCostAnalysis {

    private final List<Duration> horizons;
    private final List<OrderCost> orders;
    private final List<FillQuality> fills;

    private TransactionCostAnalysis(List<Duration> horizons, List<OrderCost> orders, List<FillQuality> fills) {
        this.horizons = horizons;
        this.orders = orders;
        this.fills = fills;
    }

    /**
     * Analyses orders that are over.
     *
     * @param orders the orders with their fills
     * @param market what the market did meanwhile, and for the horizons after
     * @param horizons how long after a fill the market is looked at, positive, ascending; the first is that of the realised spread
     * @return the analysis
     * @throws InvalidInput if a horizon is not positive or they do not ascend
     * @throws MissingData if the middle of the market is not known at the decision or arrival of an order, or at its end where
     *     something was left undone
     */
    public static TransactionCostAnalysis of(
            List<ExecutedOrder> orders, RecordedMarket market, List<Duration> horizons) {
        Duration last = Duration.ZERO;
        for (Duration horizon : horizons) {
            InvalidInput.unless(horizon.compareTo(last) > 0, "horizon", horizon, "above the one before, " + last);
            last = horizon;
        }
        List<OrderCost> costs = new ArrayList<>();
        List<FillQuality> fills = new ArrayList<>();
        for (ExecutedOrder order : orders) {
            costs.add(cost(order, market));
            order.fills().forEach(fill -> fills.add(quality(order, fill, market, horizons)));
        }
        return new TransactionCostAnalysis(List.copyOf(horizons), List.copyOf(costs), List.copyOf(fills));
    }

    private static OrderCost cost(ExecutedOrder order, RecordedMarket market) {
        String instrument = order.order().security().id();
        BigDecimal decision = middle(market, order, order.decidedAt(), "decision");
        BigDecimal arrival = middle(market, order, order.arrivedAt(), "arrival");
        BigDecimal done = order.filledFace();
        BigDecimal undone = order.order().face().subtract(done);
        BigDecimal end = undone.signum() == 0
                ? market.middle(instrument, order.endedAt()).orElse(arrival)
                : middle(market, order, order.endedAt(), "end");
        BigDecimal trading = BigDecimal.ZERO;
        Money fees = Money.zero(order.order().security().currency());
        for (ExecutedFill fill : order.fills()) {
            BigDecimal slipped = fill.cleanPrice().subtract(arrival);
            trading = trading.add(fill.face().multiply(slipped));
            fees = fees.plus(fill.fees());
        }
        OptionalDouble average = done.signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(order.fills().stream()
                                .mapToDouble(fill -> fill.face().doubleValue()
                                        * fill.cleanPrice().doubleValue())
                                .sum()
                        / done.doubleValue());
        return new OrderCost(
                order,
                decision,
                arrival,
                end,
                money(order, done.multiply(arrival.subtract(decision))),
                money(order, trading),
                money(order, undone.multiply(end.subtract(decision))),
                fees,
                average,
                market.meanMiddle(instrument, order.arrivedAt(), order.endedAt()),
                market.volumeWeighted(instrument, order.arrivedAt(), order.endedAt()));
    }

    /** A face times a difference of prices, as cost to the side of the order. */
    private static Money money(ExecutedOrder order, BigDecimal faceTimesPrice) {
        BigDecimal signed = order.order().side().sign() > 0 ? faceTimesPrice : faceTimesPrice.negate();
        return new Money(signed.movePointLeft(2), order.order().security().currency());
    }

    private static BigDecimal middle(RecordedMarket market, ExecutedOrder order, Instant at, String when) {
        return market.middle(order.order().security().id(), at)
                .orElseThrow(() -> new MissingData("middle of the market in "
                        + order.order().security().id() + " at the " + when + " of order "
                        + order.order().id() + ", " + at));
    }

    private static FillQuality quality(
            ExecutedOrder order, ExecutedFill fill, RecordedMarket market, List<Duration> horizons) {
        String instrument = order.order().security().id();
        Instant at = fill.at();
        double price = fill.cleanPrice().doubleValue();
        int side = order.order().side().sign();
        Optional<BigDecimal> now = market.middle(instrument, at);
        List<OptionalDouble> markouts = new ArrayList<>();
        for (Duration horizon : horizons) {
            Optional<BigDecimal> later = market.middle(instrument, at.plus(horizon));
            markouts.add(
                    later.isPresent()
                            ? OptionalDouble.of(side * (later.get().doubleValue() - price))
                            : OptionalDouble.empty());
        }
        OptionalDouble first = markouts.isEmpty() ? OptionalDouble.empty() : markouts.get(0);
        return new FillQuality(
                order,
                fill,
                now.isPresent()
                        ? OptionalDouble.of(2 * side * (price - now.get().doubleValue()))
                        : OptionalDouble.empty(),
                first.isPresent() ? OptionalDouble.of(-2 * first.getAsDouble()) : OptionalDouble.empty(),
                markouts);
    }

    /** {@return the horizons of markouts} */
    public List<Duration> horizons() {
        return horizons;
    }

    /** {@return the cost of each order, in the order given} */
    public List<OrderCost> orders() {
        return orders;
    }

    /** {@return the quality of each fill, in the order given} */
    public List<FillQuality> fills() {
        return fills;
    }

    /**
     * Returns costs summed by strategy.
     *
     * @return a summary each, by name
     * @throws InvalidInput if a strategy has orders in different currencies
     */
    public List<CostSummary> byStrategy() {
        Map<String, List<OrderCost>> groups = new TreeMap<>();
        for (OrderCost order : orders) {
            groups.computeIfAbsent(order.order().strategy(), name -> new ArrayList<>())
                    .add(order);
        }
        List<CostSummary> summaries = new ArrayList<>();
        groups.forEach((name, members) -> summaries.add(summary(name, members)));
        return List.copyOf(summaries);
    }

    private static CostSummary summary(String name, List<OrderCost> orders) {
        double value = 0;
        double ordered = 0;
        double done = 0;
        for (OrderCost order : orders) {
            double face = order.order().order().face().doubleValue();
            value += face * order.decisionPrice().doubleValue() / 100;
            ordered += face;
            done += order.order().filledFace().doubleValue();
        }
        return new CostSummary(
                name,
                orders.size(),
                value,
                done / ordered,
                sum(orders, OrderCost::delay),
                sum(orders, OrderCost::trading),
                sum(orders, OrderCost::opportunity),
                sum(orders, OrderCost::fees));
    }

    private static <T> Money sum(List<T> parts, Function<T, Money> part) {
        return parts.stream().map(part).reduce(Money::plus).orElseThrow();
    }

    /**
     * Returns the quality of fills by venue.
     *
     * @return a summary each, by name
     * @throws InvalidInput if a venue has fees in different currencies
     */
    public List<QualitySummary> byVenue() {
        return byName(fill -> fill.fill().venue());
    }

    /**
     * Returns the quality of fills by dealer, fills without one under an empty name.
     *
     * @return a summary each, by name
     * @throws InvalidInput if a dealer has fees in different currencies
     */
    public List<QualitySummary> byDealer() {
        return byName(fill -> fill.fill().dealer());
    }

    private List<QualitySummary> byName(Function<FillQuality, String> nameOf) {
        Map<String, List<FillQuality>> groups = new TreeMap<>();
        for (FillQuality fill : fills) {
            groups.computeIfAbsent(nameOf.apply(fill), name -> new ArrayList<>())
                    .add(fill);
        }
        List<QualitySummary> summaries = new ArrayList<>();
        groups.forEach((name, members) -> {
            List<OptionalDouble> markouts = new ArrayList<>();
            for (int h = 0; h < horizons.size(); h++) {
                int horizon = h;
                markouts.add(mean(members, fill -> fill.markouts().get(horizon)));
            }
            summaries.add(new QualitySummary(
                    name,
                    members.size(),
                    members.stream().map(fill -> fill.fill().face()).reduce(BigDecimal.ZERO, BigDecimal::add),
                    sum(members, fill -> fill.fill().fees()),
                    mean(members, FillQuality::effectiveSpread),
                    mean(members, FillQuality::realisedSpread),
                    markouts));
        });
        return List.copyOf(summaries);
    }

    private static OptionalDouble mean(List<FillQuality> fills, Function<FillQuality, OptionalDouble> figure) {
        double sum = 0;
        double face = 0;
        for (FillQuality fill : fills) {
            OptionalDouble value = figure.apply(fill);
            if (value.isPresent()) {
                double weight = fill.fill().face().doubleValue();
                sum += weight * value.getAsDouble();
                face += weight;
            }
        }
        return face > 0 ? OptionalDouble.of(sum / face) : OptionalDouble.empty();
    }

    /** {@return the three tables as lines of text for a console} */
    public String toText() {
        StringBuilder text =
                new StringBuilder(line("strategy", "orders", "delay", "trading", "undone", "fees", "total", "bp"));
        for (CostSummary one : byStrategy()) {
            text.append(line(
                    one.strategy(),
                    Integer.toString(one.orders()),
                    cents(one.delay()),
                    cents(one.trading()),
                    cents(one.opportunity()),
                    cents(one.fees()),
                    cents(one.total()),
                    number(OptionalDouble.of(one.totalBp()))));
        }
        quality(text, "venue", byVenue());
        quality(text, "dealer", byDealer());
        return text.toString();
    }

    private void quality(StringBuilder text, String title, List<QualitySummary> summaries) {
        List<String> heads = new ArrayList<>(List.of(title, "fills", "fees", "effective", "realised"));
        horizons.forEach(
                horizon -> heads.add("+" + horizon.toString().substring(2).toLowerCase(Locale.ROOT)));
        text.append('\n').append(line(heads.toArray(String[]::new)));
        for (QualitySummary one : summaries) {
            List<String> cells = new ArrayList<>(List.of(
                    one.name().isBlank() ? "(none)" : one.name(),
                    Integer.toString(one.fills()),
                    cents(one.fees()),
                    number(one.effectiveSpread()),
                    number(one.realisedSpread())));
            one.markouts().forEach(markout -> cells.add(number(markout)));
            text.append(line(cells.toArray(String[]::new)));
        }
    }

    private static String cents(Money money) {
        return String.format(Locale.ROOT, "%,.2f", money.amount());
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "-";
    }

    private static String line(String... cells) {
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "%-22s", cells[0].replaceAll("\\p{Cntrl}", " ")));
        for (int i = 1; i < cells.length; i++) {
            line.append(String.format(Locale.ROOT, " %13s", cells[i]));
        }
        return line.append('\n').toString();
    }

    /** {@return the tables for a console} */
    @Override
    public String toString() {
        return toText();
    }
}
