package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BookCashFlows;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ReturnKind;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A book made ready to be valued in full under many moves of its factors, from the prices it has today.
 *
 * <p>Each position is worth its discounted payments: every scenario discounts all of them anew, at the moved zero rates, the
 * moved spread and the moved exchange rate. P&amp;L is that of an instant; no time passes.
 *
 * <p>It holds plain numbers only and can be sent to another machine. Immutable and safe for use by many threads.
 */
public final class ScenarioBook implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** Scenarios that are valued side by side: their factors of a few thousand days stay in a second-level cache. */
    private static final int BLOCK = 32;

    private final ArrayList<String> factors;
    private final ArrayList<String> positions;
    private final ArrayList<PaymentStreams> groups;
    private final int[][] holderStart; // by group, by stream: where its holders start
    private final int[][] holders; // places of positions
    private final double[][] units; // of each holder, in the reporting currency
    private final double value;

    private ScenarioBook(
            List<String> factors,
            List<String> positions,
            List<PaymentStreams> groups,
            int[][] holderStart,
            int[][] holders,
            double[][] units) {
        this.factors = new ArrayList<>(factors);
        this.positions = new ArrayList<>(positions);
        this.groups = new ArrayList<>(groups);
        this.holderStart = holderStart;
        this.holders = holders;
        this.units = units;
        double sum = 0;
        for (int g = 0; g < groups.size(); g++) {
            for (int k = 0; k < groups.get(g).count(); k++) {
                for (int h = holderStart[g][k]; h < holderStart[g][k + 1]; h++) {
                    sum += units[g][h] * groups.get(g).today[k];
                }
            }
        }
        this.value = sum;
    }

    /**
     * Prepares a book.
     *
     * @param book the positions, all of which can be valued
     * @param mapping which factors move them
     * @return the prepared book
     * @throws MissingData if the curve of a currency has no factors
     * @throws io.bondtrader.core.error.BondTraderException if a security of the book could not be valued
     */
    public static ScenarioBook of(ValuedBook book, FactorMapping mapping) {
        book.requireComplete();
        InvalidInput.unless(book.size() > 0, "positions", 0, "at least one");
        Map<List<Object>, List<Integer>> securitiesByGroup = new LinkedHashMap<>();
        Set<String> factors = new LinkedHashSet<>();
        for (int k = 0; k < book.securities(); k++) {
            Security security = book.security(k);
            Currency currency = security.currency();
            factors.addAll(mapping.curve(currency).names());
            List<Object> key = List.of(currency, mapping.spread(security));
            securitiesByGroup.computeIfAbsent(key, unknown -> new ArrayList<>()).add(k);
        }
        for (int k = 0; k < book.securities(); k++) {
            mapping.spread(book.security(k)).ifPresent(factors::add);
            if (!book.security(k).currency().equals(book.market().reportingCurrency())) {
                mapping.exchangeRate(book.security(k).currency()).ifPresent(factors::add);
            }
        }
        List<String> names = List.copyOf(factors);
        List<List<Integer>> held = positionsBySecurity(book);
        List<PaymentStreams> groups = new ArrayList<>();
        int[][] start = new int[securitiesByGroup.size()][];
        int[][] holders = new int[start.length][];
        double[][] units = new double[start.length][];
        for (List<Integer> securities : securitiesByGroup.values()) {
            int g = groups.size();
            groups.add(streams(book, securities, mapping, names));
            start[g] = new int[securities.size() + 1];
            List<Integer> all = new ArrayList<>();
            for (int k = 0; k < securities.size(); k++) {
                all.addAll(held.get(securities.get(k)));
                start[g][k + 1] = all.size();
            }
            holders[g] = all.stream().mapToInt(Integer::intValue).toArray();
            units[g] = all.stream()
                    .mapToDouble(i -> book.face(i) * 0.01 * book.exchangeRate(book.securityOf(i)))
                    .toArray();
        }
        return new ScenarioBook(names, names(book.positions()), groups, start, holders, units);
    }

    private static List<List<Integer>> positionsBySecurity(ValuedBook book) {
        List<List<Integer>> held = new ArrayList<>();
        for (int k = 0; k < book.securities(); k++) {
            held.add(new ArrayList<>());
        }
        for (int i = 0; i < book.size(); i++) {
            held.get(book.securityOf(i)).add(i);
        }
        return held;
    }

    private static PaymentStreams streams(
            ValuedBook book, List<Integer> securities, FactorMapping mapping, List<String> factors) {
        Security first = book.security(securities.get(0));
        double[] spreads = securities.stream().mapToDouble(book::zSpread).toArray();
        BookCashFlows flows = BondBook.of(
                        securities.stream().map(k -> book.security(k).bond()).toList(),
                        book.market().settlement())
                .atSpreads(spreads)
                .cashFlows();
        int[] start = new int[securities.size() + 1];
        for (int k = 0; k < securities.size(); k++) {
            start[k + 1] = start[k] + flows.count(k);
        }
        int[] places = new int[start[securities.size()]];
        double[] amounts = new double[places.length];
        for (int k = 0; k < securities.size(); k++) {
            flows.copyTo(k, places, amounts, start[k]);
        }
        Currency currency = first.currency();
        CurveFactors curve = mapping.curve(currency);
        boolean foreign = !currency.equals(book.market().reportingCurrency());
        int spread = mapping.spread(first).map(factors::indexOf).orElse(-1);
        int exchange =
                foreign ? mapping.exchangeRate(currency).map(factors::indexOf).orElse(-1) : -1;
        FactorGrid grid = new FactorGrid(
                book.market().curve(currency),
                book.market().settlement(),
                flows.daysFromSettlement(),
                curve,
                factors,
                spread,
                exchange,
                book.market().exchangeRate(currency));
        return new PaymentStreams(grid, start, places, amounts);
    }

    /** The security's identifier, with book and trader where several positions hold it. */
    private static List<String> names(List<Position> positions) {
        Map<String, Integer> counts = new HashMap<>();
        positions.forEach(position -> counts.merge(position.security().id(), 1, Integer::sum));
        Set<String> names = new LinkedHashSet<>();
        for (Position position : positions) {
            String id = position.security().id();
            String name = counts.getOrDefault(id, 1) == 1
                    ? id
                    : id + " in " + position.book().name() + " of " + position.trader();
            String unique = name;
            for (int n = 2; !names.add(unique); n++) {
                unique = name + " (" + n + ")";
            }
        }
        return List.copyOf(names);
    }

    /** {@return the names of the factors that move it} */
    public List<String> factors() {
        return List.copyOf(factors);
    }

    /** {@return the names of the positions: the security's identifier where only one position holds it} */
    public List<String> positions() {
        return List.copyOf(positions);
    }

    /** {@return what all positions are worth today, in the reporting currency} */
    public double value() {
        return value;
    }

    /**
     * Adds up payments of positions by group, so that a scenario costs a look at each payment day and nothing per bond. The
     * values of groups are the sums of the values of their positions.
     *
     * @param group gives each position's group by the position's name
     * @return a book with one position a group, in the order in which groups first occur
     */
    public ScenarioBook groupedBy(UnaryOperator<String> group) {
        Map<String, Integer> places = new LinkedHashMap<>();
        int[] groupOf = new int[positions.size()];
        for (int i = 0; i < groupOf.length; i++) {
            String name = group.apply(positions.get(i));
            Integer known = places.putIfAbsent(name, places.size());
            groupOf[i] = known == null ? places.size() - 1 : known;
        }
        List<PaymentStreams> merged = new ArrayList<>();
        int[][] start = new int[groups.size()][];
        int[][] owners = new int[groups.size()][];
        double[][] ones = new double[groups.size()][];
        for (int g = 0; g < groups.size(); g++) {
            double[][] paid = paidByDay(g, groupOf, places.size());
            int[] kept = IntStream.range(0, paid.length)
                    .filter(i -> Arrays.stream(paid[i]).anyMatch(amount -> amount != 0.0))
                    .toArray();
            int days = groups.get(g).grid.days();
            int[] starts = new int[kept.length + 1];
            int[] at = new int[kept.length * days];
            double[] amounts = new double[at.length];
            for (int k = 0; k < kept.length; k++) {
                int next = starts[k];
                for (int day = 0; day < days; day++) {
                    if (paid[kept[k]][day] != 0.0) {
                        at[next] = day;
                        amounts[next++] = paid[kept[k]][day];
                    }
                }
                starts[k + 1] = next;
            }
            int size = starts[kept.length];
            merged.add(new PaymentStreams(
                    groups.get(g).grid, starts, Arrays.copyOf(at, size), Arrays.copyOf(amounts, size)));
            start[g] = IntStream.rangeClosed(0, kept.length).toArray();
            owners[g] = kept;
            ones[g] = new double[kept.length];
            Arrays.fill(ones[g], 1);
        }
        return new ScenarioBook(factors, List.copyOf(places.keySet()), merged, start, owners, ones);
    }

    private double[][] paidByDay(int g, int[] groupOf, int count) {
        PaymentStreams streams = groups.get(g);
        double[][] paid = new double[count][streams.grid.days()];
        for (int k = 0; k < streams.count(); k++) {
            for (int h = holderStart[g][k]; h < holderStart[g][k + 1]; h++) {
                double[] sums = paid[groupOf[holders[g][h]]];
                for (int j = streams.start[k]; j < streams.start[k + 1]; j++) {
                    sums[streams.places[j]] += units[g][h] * streams.amounts[j];
                }
            }
        }
        return paid;
    }

    /**
     * Values every position in full under every move.
     *
     * @param moves of at least the factors of this book: rates and spreads by {@code ABSOLUTE} moves
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return what each position earns or loses
     * @throws MissingData if there are no moves of a factor
     * @throws InvalidInput if moves of a rate or spread are of another kind, or a scenario has no finite value
     * @throws CancellationException if it was called off
     */
    public PnlVectors revalue(FactorMoves moves, Parallelism parallelism) {
        int[] columns = columns(moves);
        double[][] own = new double[moves.size()][columns.length];
        for (int t = 0; t < own.length; t++) {
            for (int i = 0; i < columns.length; i++) {
                own[t][i] = moves.get(t, columns[i]);
            }
        }
        double[][] pnl = new double[positions.size()][own.length];
        fill(own, kinds(moves, columns), pnl, parallelism);
        return PnlVectors.owning(
                moves.describe(),
                positions,
                moves.ends().stream().map(Object::toString).toList(),
                pnl);
    }

    /**
     * Differentiates the book by its factors: central differences of full revaluations, five basis points of a rate or
     * spread, and five hundredths of a per cent of an exchange rate, to either side.
     *
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return first derivatives of positions, first and second ones of the book
     * @throws CancellationException if it was called off
     */
    public FactorSensitivities sensitivities(Parallelism parallelism) {
        int n = factors.size();
        double bump = 5e-4;
        ReturnKind[] kinds = simulatedKinds();
        double[][] single = new double[2 * n][n];
        for (int i = 0; i < n; i++) {
            single[2 * i][i] = bump;
            single[2 * i + 1][i] = -bump;
        }
        double[][] moved = new double[positions.size()][2 * n];
        fill(single, kinds, moved, parallelism);
        double[][] deltas = new double[positions.size()][n];
        for (int p = 0; p < deltas.length; p++) {
            for (int i = 0; i < n; i++) {
                deltas[p][i] = (moved[p][2 * i] - moved[p][2 * i + 1]) / (2 * bump);
            }
        }
        return new FactorSensitivities(factors, positions, deltas, gamma(n, bump, kinds, parallelism));
    }

    /** Differences for rates and spreads, relative moves for exchange rates. */
    ReturnKind[] simulatedKinds() {
        ReturnKind[] kinds = new ReturnKind[factors.size()];
        Arrays.fill(kinds, ReturnKind.ABSOLUTE);
        for (PaymentStreams streams : groups) {
            if (streams.grid.exchangeFactor >= 0) {
                kinds[streams.grid.exchangeFactor] = ReturnKind.RELATIVE;
            }
        }
        return kinds;
    }

    private double[][] gamma(int n, double bump, ReturnKind[] kinds, Parallelism parallelism) {
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int signs = 0; signs < 4; signs++) {
                    double[] move = new double[n];
                    move[i] += (signs & 1) == 0 ? bump : -bump;
                    move[j] += (signs & 2) == 0 ? bump : -bump;
                    pairs.add(move);
                }
            }
        }
        ScenarioBook whole = groupedBy(name -> "book");
        double[][] pnl = new double[1][pairs.size()];
        whole.fill(pairs.toArray(double[][]::new), kinds, pnl, parallelism);
        double[][] gamma = new double[n][n];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double cross = pnl[0][at] - pnl[0][at + 1] - pnl[0][at + 2] + pnl[0][at + 3];
                gamma[i][j] = cross / (4 * bump * bump);
                gamma[j][i] = gamma[i][j];
                at += 4;
            }
        }
        return gamma;
    }

    /** Fills P&amp;L by position and scenario; the moves have the order of this book's factors. */
    void fill(double[][] moves, ReturnKind[] kinds, double[][] pnl, Parallelism parallelism) {
        parallelism.forEachChunk(moves.length, BLOCK, (chunk, from, to) -> {
            int width = to - from;
            double[] values = new double[width];
            double[] ratios = new double[width];
            for (int g = 0; g < groups.size(); g++) {
                PaymentStreams streams = groups.get(g);
                double[][] discounts = new double[streams.grid.days()][width];
                streams.grid.discount(moves, from, width, discounts);
                ReturnKind kind =
                        streams.grid.exchangeFactor < 0 ? ReturnKind.ABSOLUTE : kinds[streams.grid.exchangeFactor];
                streams.grid.exchange(moves, from, width, kind, ratios);
                for (int k = 0; k < streams.count(); k++) {
                    streams.value(k, discounts, width, values);
                    double today = streams.today[k];
                    for (int h = holderStart[g][k]; h < holderStart[g][k + 1]; h++) {
                        double[] row = pnl[holders[g][h]];
                        double held = units[g][h];
                        for (int s = 0; s < width; s++) {
                            row[from + s] += held * (values[s] * ratios[s] - today);
                        }
                    }
                }
            }
        });
    }

    /** The places of this book's factors among those of moves, after a look at their kinds. */
    int[] columns(FactorMoves moves) {
        int[] columns = new int[factors.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = moves.factors().indexOf(factors.get(i));
            if (columns[i] < 0) {
                throw new MissingData("moves of factor " + factors.get(i) + "; the moves are those of "
                        + moves.factors().size() + " other factors");
            }
        }
        for (PaymentStreams streams : groups) {
            for (int factor : streams.grid.rateFactors) {
                requireAbsolute(moves, columns[factor]);
            }
            if (streams.grid.spreadFactor >= 0) {
                requireAbsolute(moves, columns[streams.grid.spreadFactor]);
            }
        }
        return columns;
    }

    private static void requireAbsolute(FactorMoves moves, int factor) {
        if (moves.kind(factor) != ReturnKind.ABSOLUTE) {
            throw new InvalidInput(
                    "moves of " + moves.factors().get(factor),
                    moves.kind(factor),
                    "ABSOLUTE: it is a rate or a spread");
        }
    }

    static ReturnKind[] kinds(FactorMoves moves, int[] columns) {
        return Arrays.stream(columns).mapToObj(moves::kind).toArray(ReturnKind[]::new);
    }

    /** {@return the number of positions and factors, and the value} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ScenarioBook[%d positions, %d factors, worth %,.2f]",
                positions.size(),
                factors.size(),
                value);
    }
}
