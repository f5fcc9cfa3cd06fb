package io.bondtrader.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.trade.Position;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ReturnKind;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class ScenarioBookTest {

    private static final Parallelism HERE = Parallelism.callingThread();

    private static final ValuedBook VALUED = TreasuryDesk.book();

    private static final ScenarioBook BOOK = ScenarioBook.of(VALUED, TreasuryDesk.mapping());

    private static final FactorMoves MOVES = TreasuryDesk.moves(130, 0.004);

    private static final double[] YEARS = TreasuryDesk.FACTORS.times().stream()
            .mapToDouble(Double::doubleValue)
            .toArray();

    private static double[] curveMove(int scenario, String prefix) {
        return TreasuryDesk.FACTORS.names().stream()
                .mapToDouble(name -> MOVES.get(scenario, MOVES.factors().indexOf(prefix + name)))
                .toArray();
    }

    @Test
    void pnlIsTheDifferenceOfThePricesOfMovedCurvesSpreadsAndExchangeRates() {
        PnlVectors pnl = BOOK.revalue(MOVES, HERE);
        for (int s = 0; s < 20; s++) {
            CurveScenario dollar = CurveScenario.ofShifts("d", YEARS, curveMove(s, ""));
            CurveScenario euro = CurveScenario.ofShifts("e", YEARS, curveMove(s, "EUR "));
            double[] spreads = new double[VALUED.securities()];
            for (int k = 0; k < spreads.length; k++) {
                boolean corporate = VALUED.security(k).rating().equals("BBB");
                spreads[k] = corporate ? MOVES.get(s, MOVES.factors().indexOf("spread BBB")) : 0;
            }
            double[] prices = VALUED.dirtyPrices(
                    currency -> currency.getCurrencyCode().equals("USD") ? dollar : euro, spreads, HERE);
            double euroRatio = 1 + MOVES.get(s, MOVES.factors().indexOf("EURUSD"));
            for (int i = 0; i < VALUED.size(); i++) {
                int k = VALUED.securityOf(i);
                boolean foreign =
                        VALUED.security(k).currency().getCurrencyCode().equals("EUR");
                double after = VALUED.face(i) / 100 * prices[k] * (foreign ? 1.08 * euroRatio : 1);
                assertThat(pnl.pnl(i, s)).isCloseTo(after - VALUED.marketValue(i), within(1e-5));
            }
        }
    }

    @Test
    void todaysValueIsTheMarketValue() {
        assertThat(BOOK.value()).isCloseTo(VALUED.marketValue(), within(1e-4));
        assertThat(BOOK.positions()).hasSize(41).contains("CORP-0", "EUR-39 in Govies of alice (2)");
    }

    @Test
    void nothingMovesWithoutMoves() {
        FactorMoves still = FactorMoves.of(
                BOOK.factors().stream().filter(name -> !name.equals("EURUSD")).toList(),
                List.of(LocalDate.of(2026, 1, 1)),
                ReturnKind.ABSOLUTE,
                new double[1][BOOK.factors().size() - 1]);
        FactorMoves exchange = FactorMoves.of(
                List.of("EURUSD"), List.of(LocalDate.of(2026, 1, 1)), ReturnKind.LOGARITHMIC, new double[1][1]);

        assertThat(BOOK.revalue(still.beside(exchange), HERE).totals()).containsExactly(0.0);
    }

    @Test
    void groupsEarnWhatTheirPositionsEarn() {
        PnlVectors single = BOOK.revalue(MOVES, HERE).groupedBy(name -> name.substring(0, 3));
        PnlVectors grouped = BOOK.groupedBy(name -> name.substring(0, 3)).revalue(MOVES, HERE);

        assertThat(grouped.positions()).isEqualTo(single.positions());
        for (int g = 0; g < 3; g++) {
            assertThat(grouped.pnl(g)).containsExactly(single.pnl(g), within(1e-5));
        }
    }

    @Test
    void threadsChangeNoBit() {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            double[] spread = BOOK.revalue(MOVES, Parallelism.on(threads, 3)).totals();
            assertThat(spread).isEqualTo(BOOK.revalue(MOVES, HERE).totals());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aBookThatTravelledIsTheSame() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(BOOK);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ScenarioBook travelled = (ScenarioBook) in.readObject();
            assertThat(travelled.revalue(MOVES, HERE).totals())
                    .isEqualTo(BOOK.revalue(MOVES, HERE).totals());
        }
    }

    @Test
    void missingFactorsAndStrangeKindsAreNamed() {
        FactorMoves few =
                FactorMoves.of(List.of("z1"), List.of(LocalDate.of(2026, 1, 1)), ReturnKind.ABSOLUTE, new double[1][1]);
        assertThatThrownBy(() -> BOOK.revalue(few, HERE))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("moves of factor z3");
        FactorMoves relative = FactorMoves.of(
                BOOK.factors(),
                List.of(LocalDate.of(2026, 1, 1)),
                ReturnKind.RELATIVE,
                new double[1][BOOK.factors().size()]);
        assertThatThrownBy(() -> BOOK.revalue(relative, HERE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("ABSOLUTE");
        FactorMapping dollars = FactorMapping.ofCurve("USD", TreasuryDesk.FACTORS);
        assertThatThrownBy(() -> ScenarioBook.of(VALUED, dollars))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("EUR");
        List<Position> none = List.of();
        ValuedBook empty = ValuedBook.of(none, TreasuryDesk.market());
        assertThatThrownBy(() -> ScenarioBook.of(empty, dollars)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FactorMapping.ofCurve("dollars", TreasuryDesk.FACTORS))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aMoveThatLeavesNoFiniteValueIsRefused() {
        FactorMoves absurd = TreasuryDesk.moves(3, 1e6);
        assertThatThrownBy(() -> BOOK.revalue(absurd, HERE)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void revaluationCanBeCalledOff() {
        assertThatThrownBy(() -> BOOK.revalue(MOVES, HERE.cancelledBy(() -> true)))
                .isInstanceOf(CancellationException.class);
    }
}
