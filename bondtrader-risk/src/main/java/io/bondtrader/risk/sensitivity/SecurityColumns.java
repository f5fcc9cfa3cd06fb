package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.trade.Security;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Securities in columns, and the book of each currency that values them. */
final class SecurityColumns {

    /** The securities of one currency, by their places in the columns. */
    static final class Section {

        final Currency currency;
        final int[] places;
        final CurrencyBook book;

        Section(Currency currency, int[] places, CurrencyBook book) {
            this.currency = currency;
            this.places = places;
            this.book = book;
        }
    }

    final List<Security> securities;
    final List<Section> sections = new ArrayList<>();
    final TreeMap<Integer, BondTraderException> failures = new TreeMap<>();
    final double[] dirty;
    final double[] accrued;
    final double[] zSpread;
    final double[] exchangeRate;
    final double[] maturityYears;

    SecurityColumns(List<Security> securities, RiskMarket market, Parallelism parallelism) {
        int size = securities.size();
        this.securities = List.copyOf(securities);
        this.dirty = new double[size];
        this.accrued = new double[size];
        this.zSpread = new double[size];
        this.exchangeRate = new double[size];
        this.maturityYears = new double[size];
        Map<String, List<Integer>> byCurrency = new TreeMap<>();
        for (int s = 0; s < size; s++) {
            String code = securities.get(s).currency().getCurrencyCode();
            byCurrency.computeIfAbsent(code, k -> new ArrayList<>()).add(s);
        }
        byCurrency.values().forEach(members -> add(members, market, parallelism));
    }

    private void add(List<Integer> members, RiskMarket market, Parallelism parallelism) {
        Currency currency = securities.get(members.get(0)).currency();
        double rate = market.exchangeRate(currency);
        CurrencyBook book =
                new CurrencyBook(members.stream().map(securities::get).toList(), market, parallelism);
        int[] places = members.stream().mapToInt(Integer::intValue).toArray();
        scatter(book.dirty, places, dirty);
        scatter(book.accrued, places, accrued);
        scatter(book.spreads, places, zSpread);
        scatter(book.maturityYears, places, maturityYears);
        for (int s : places) {
            exchangeRate[s] = rate;
        }
        book.failures.forEach((k, failure) -> failures.put(places[k], failure));
        sections.add(new Section(currency, places, book));
    }

    static void scatter(double[] own, int[] places, double[] all) {
        for (int k = 0; k < places.length; k++) {
            all[places[k]] = own[k];
        }
    }

    double[] dirtyPrices(
            Function<Currency, @Nullable CurveScenario> moves,
            double @Nullable [] spreadShifts,
            Parallelism parallelism) {
        double[] prices = new double[dirty.length];
        for (Section section : sections) {
            double[] shifts = null;
            if (spreadShifts != null) {
                shifts = new double[section.places.length];
                for (int k = 0; k < shifts.length; k++) {
                    shifts[k] = spreadShifts[section.places[k]];
                }
            }
            CurveScenario move = moves.apply(section.currency);
            scatter(section.book.dirtyPrices(move, shifts, parallelism), section.places, prices);
        }
        return prices;
    }
}
