package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.core.trade.Security;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Securities in columns: flows on the grid of their currency, spreads and prices. */
final class SecurityColumns {

    final List<Security> securities;
    final TreeMap<Integer, BondTraderException> failures = new TreeMap<>();
    final double[] dirty;
    final double[] accrued;
    final double[] zSpread;
    final double[] exchangeRate;
    final CurrencyGrid[] grids;
    final int[] gridOf;
    final int[][] places; // of each flow on the grid; empty for a failure
    final double[][] amounts; // discounted by the Z-spread, not by the curve
    private final List<Currency> currencies = new ArrayList<>();

    private SecurityColumns(List<Security> securities, int grids) {
        int size = securities.size();
        this.securities = List.copyOf(securities);
        this.dirty = new double[size];
        this.accrued = new double[size];
        this.zSpread = new double[size];
        this.exchangeRate = new double[size];
        this.grids = new CurrencyGrid[grids];
        this.gridOf = new int[size];
        this.places = new int[size][];
        this.amounts = new double[size][];
    }

    static SecurityColumns compile(List<Security> securities, RiskMarket market, Parallelism parallelism) {
        Map<String, List<Integer>> byCurrency = new TreeMap<>();
        for (int s = 0; s < securities.size(); s++) {
            String code = securities.get(s).currency().getCurrencyCode();
            byCurrency.computeIfAbsent(code, k -> new ArrayList<>()).add(s);
        }
        SecurityColumns columns = new SecurityColumns(securities, byCurrency.size());
        int grid = 0;
        for (List<Integer> members : byCurrency.values()) {
            columns.compile(grid++, members, market, parallelism);
        }
        return columns;
    }

    private void compile(int grid, List<Integer> members, RiskMarket market, Parallelism parallelism) {
        Currency currency = securities.get(members.get(0)).currency();
        currencies.add(currency);
        double rate = market.exchangeRate(currency);
        for (int s : members) {
            gridOf[s] = grid;
            exchangeRate[s] = rate;
        }
        price(members, market, parallelism);
        LocalDate settlement = market.settlement();
        int[][] days = new int[members.size()][];
        double[][] paid = new double[members.size()][];
        parallelism.forEachChunk(members.size(), 64, (chunk, from, to) -> {
            for (int m = from; m < to; m++) {
                boolean valued = !failures.containsKey(members.get(m));
                List<CashFlow> flows =
                        valued ? flows(securities.get(members.get(m)).bond(), settlement) : List.of();
                days[m] = new int[flows.size()];
                paid[m] = new double[flows.size()];
                for (int j = 0; j < paid[m].length; j++) {
                    Bond bond = securities.get(members.get(m)).bond();
                    LocalDate due = bond.convention().paymentDate(flows.get(j).dueDate());
                    days[m][j] = (int) Math.max(0, due.toEpochDay() - settlement.toEpochDay());
                    paid[m][j] = flows.get(j).amount();
                }
            }
        });
        TreeSet<Integer> distinct = new TreeSet<>();
        for (int[] own : days) {
            for (int day : own) {
                distinct.add(day);
            }
        }
        grids[grid] = new CurrencyGrid(
                market.curve(currency),
                settlement,
                distinct.stream().mapToInt(Integer::intValue).toArray());
        for (int m = 0; m < days.length; m++) {
            place(members.get(m), grids[grid], days[m], paid[m]);
        }
    }

    private static List<CashFlow> flows(Bond bond, LocalDate settlement) {
        return BondPricing.of(bond, settlement).cashFlows();
    }

    private void place(int s, CurrencyGrid grid, int[] days, double[] paid) {
        places[s] = new int[days.length];
        amounts[s] = paid;
        for (int j = 0; j < days.length; j++) {
            places[s][j] = grid.place(days[j]);
            paid[j] *= Math.exp(-zSpread[s] * grid.years[places[s][j]]);
        }
    }

    /** Prices and Z-spreads by core's own book of bonds. */
    private void price(List<Integer> members, RiskMarket market, Parallelism parallelism) {
        List<Bond> bonds = members.stream().map(s -> securities.get(s).bond()).toList();
        BondBook book = BondBook.of(bonds, market.settlement(), parallelism);
        BookResult fair = book.newResult();
        Currency currency = securities.get(members.get(0)).currency();
        book.dirtyPrices(market.curve(currency), fair, parallelism);
        double[] quoted = new double[members.size()];
        for (int m = 0; m < quoted.length; m++) {
            int s = members.get(m);
            Double clean = market.cleanPrice(securities.get(s).id());
            if (fair.hasFailed(m)) {
                failures.put(s, failure(fair, m));
                continue;
            }
            accrued[s] = book.accruedInterest(m);
            quoted[m] = clean == null ? fair.value(m) - accrued[s] : clean;
            dirty[s] = clean == null ? fair.value(m) : clean + accrued[s];
        }
        BookResult spreads = book.newResult();
        book.zSpreads(market.curve(currency), quoted, spreads, parallelism);
        for (int m = 0; m < quoted.length; m++) {
            int s = members.get(m);
            if (failures.containsKey(s) || market.cleanPrice(securities.get(s).id()) == null) {
                continue;
            }
            if (spreads.hasFailed(m)) {
                failures.put(s, failure(spreads, m));
                dirty[s] = 0;
                accrued[s] = 0;
            } else {
                zSpread[s] = spreads.value(m);
            }
        }
    }

    private static BondTraderException failure(BookResult result, int index) {
        BondTraderException failure = result.failures().get(index);
        return failure == null ? new InvalidInput("security", index, "one that can be priced") : failure;
    }

    double maturityYears(int s) {
        int[] own = places[s];
        return own.length == 0 ? 0 : grids[gridOf[s]].years[own[own.length - 1]];
    }

    /** Discount factors from settlement on every grid, after the moves of its currency's curve. */
    double[][] factors(Function<Currency, @Nullable CurveScenario> moves) {
        double[][] factors = new double[grids.length][];
        for (int g = 0; g < grids.length; g++) {
            CurveScenario move = moves.apply(currencies.get(g));
            factors[g] = grids[g].factors(move == null ? grids[g].curve : move.applyTo(grids[g].curve));
        }
        return factors;
    }

    double price(int s, double[][] factors, double spreadShift) {
        double[] own = factors[gridOf[s]];
        int[] at = places[s];
        double[] paid = amounts[s];
        double sum = 0;
        if (spreadShift == 0) { // exactly: nothing moves
            for (int j = 0; j < at.length; j++) {
                sum += paid[j] * own[at[j]];
            }
            return sum;
        }
        double[] years = grids[gridOf[s]].years;
        for (int j = 0; j < at.length; j++) {
            sum += paid[j] * own[at[j]] * Math.exp(-spreadShift * years[at[j]]);
        }
        return sum;
    }
}
