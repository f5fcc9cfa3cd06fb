package io.bondtrader.examples.risk;

import io.bondtrader.core.trade.Position;
import io.bondtrader.risk.factor.ParYieldHistory;
import java.io.PrintStream;
import java.util.List;

/** The report. */
final class DeskReport {

    private DeskReport() {}

    static void write(PrintStream out, Risk.Options options, ParYieldHistory yields, List<Position> positions) {
        out.println(Risk.value(yields, positions));
    }
}
