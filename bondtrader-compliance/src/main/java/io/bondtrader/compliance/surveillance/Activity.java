package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one beneficial owner did in one instrument, as far as windows reach back. */
final class Activity {

    static final int MOST_FILLS = 256;
    static final int MOST_ENDED = 256;

    final String owner;
    final AccountKind kind;
    final InstrumentFlow instrument;
    final List<LiveOrder> bids = new ArrayList<>(4);
    final List<LiveOrder> offers = new ArrayList<>(4);
    final Recent<Fill> fills = new Recent<>(MOST_FILLS);
    final Recent<LiveOrder> ended = new Recent<>(MOST_ENDED);
    final @Nullable Object[] memory;
    /** For each detector, the newest window in which it has alerted. */
    final long[] alerted;

    long lastBuyNanos = Long.MIN_VALUE;
    long lastSellNanos = Long.MIN_VALUE;
    long lastNanos;

    Activity(String owner, AccountKind kind, InstrumentFlow instrument, int detectors) {
        this.owner = owner;
        this.kind = kind;
        this.instrument = instrument;
        this.memory = new Object[detectors];
        this.alerted = new long[detectors];
        java.util.Arrays.fill(alerted, Long.MIN_VALUE);
    }

    List<LiveOrder> live(int sign) {
        return sign > 0 ? bids : offers;
    }

    /** When it last bought, or sold; {@link Long#MIN_VALUE} if never. */
    long lastFillNanos(int sign) {
        return sign > 0 ? lastBuyNanos : lastSellNanos;
    }

    double openSize(int sign) {
        double sum = 0;
        List<LiveOrder> orders = live(sign);
        for (int i = 0; i < orders.size(); i++) {
            sum += orders.get(i).open();
        }
        return sum;
    }

    /** What it has shown on a side since a time, whatever became of it. */
    double shown(int sign, long from) {
        double sum = 0;
        for (LiveOrder order : live(sign)) {
            sum += order.enteredNanos >= from ? order.size : 0;
        }
        for (int i = ended.firstSince(from); i < ended.size(); i++) {
            LiveOrder order = ended.get(i);
            sum += order.sign == sign && order.enteredNanos >= from ? order.size : 0;
        }
        return sum;
    }

    int kept() {
        int sum = bids.size() + offers.size() + fills.size() + ended.size() + 1;
        for (Object part : memory) {
            if (part instanceof Recent<?> recent) {
                sum += recent.size();
            } else if (part != null) {
                sum++;
            }
        }
        return sum;
    }
}
