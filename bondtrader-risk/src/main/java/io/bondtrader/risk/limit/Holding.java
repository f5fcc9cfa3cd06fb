package io.bondtrader.risk.limit;

import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import io.bondtrader.risk.sensitivity.Dimension;
import java.math.BigDecimal;

/** What a trader has of a security in a book: as filled, and as it would be with working orders. Guarded by the engine. */
final class Holding {

    /** A security, a book and a trader. */
    record Key(String security, TradingBook book, String trader) {}

    final Key key;
    final Instrument instrument;
    final double[] faces = new double[Look.COUNT];
    Tracker[] trackers = {}; // those whose scope it belongs to
    int[] groups = {}; // its group in each of them, where they have groups
    CompiledLimit[] limits = {}; // in all versions
    int[] limitGroups = {};
    VectorSum[] vectors = {};
    BigDecimal filled = BigDecimal.ZERO; // exactly

    Holding(Key key, Instrument instrument) {
        this.key = key;
        this.instrument = instrument;
    }

    String groupOf(Dimension dimension) {
        Security security = instrument.risk.security();
        return dimension.groupOf(security, key.book(), key.trader(), instrument.tenorBucket);
    }
}
