package io.bondtrader.compliance.surveillance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.compliance.error.FlowOutOfOrder;
import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Features of windows, counted by hand. */
final class FeatureWindowsTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final long NINE = 9 * HOUR;

    private final List<FeatureWindow> windows = new ArrayList<>();

    @Test
    void aWindowIsMeasuredAsCountedByHand() {
        FeatureWindows cut = new FeatureWindows(3600, Grouping.byAccount(), windows::add);
        hour().forEach(cut::accept);
        assertThat(windows).isEmpty();
        cut.accept(FlowEvent.entered(9, NINE + HOUR, "ann", "B", "XOFF", "o9", 1, 100, 1e6));
        assertThat(windows).hasSize(2);

        FeatureWindow ann = windows.get(0);
        assertThat(ann.subject()).isEqualTo("ann");
        assertThat(ann.startNanos()).isEqualTo(NINE);
        assertThat(ann.firstIndex()).isEqualTo(1);
        assertThat(ann.lastIndex()).isEqualTo(6);
        Map<TradingFeature, Double> features = ann.features();
        assertThat(features.get(TradingFeature.ORDERS)).isEqualTo(StrictMath.log1p(2));
        assertThat(features.get(TradingFeature.CANCELLATION)).isEqualTo(1.5 / 4);
        assertThat(features.get(TradingFeature.MESSAGES)).isCloseTo(Math.log(5.0 / 3), within(1e-14));
        assertThat(features.get(TradingFeature.SIZE)).isEqualTo(StrictMath.log1p(3e6));
        assertThat(features.get(TradingFeature.AGGRESSION)).isEqualTo(1.5 / 3);
        assertThat(features.get(TradingFeature.IMBALANCE)).isEqualTo((2e6 - 1e6) / 3e6);
        assertThat(features.get(TradingFeature.COUNTERPARTIES)).isEqualTo(StrictMath.log1p(1));
        // Bought 2m at 100, sold 1m at 101, the middle ends at 102: 2 * 2 - 1 = 3 points on a million, of 3m face.
        assertThat(features.get(TradingFeature.PROFIT)).isCloseTo(1, within(1e-12));
        assertThat(features.get(TradingFeature.INVENTORY)).isEqualTo(StrictMath.log1p(1e6));
        assertThat(features.get(TradingFeature.HOUR)).isEqualTo(9);
        assertThat(windows.get(1).subject()).isEqualTo("bob");
        assertThat(windows.get(1).features().get(TradingFeature.PROFIT)).isCloseTo(-2, within(1e-12));
    }

    @Test
    void accountsGoTogetherByOwnerDeskOrInstrument() {
        FeatureWindows byDesk = new FeatureWindows(3600, Grouping.byOwner(account -> "desk"), windows::add);
        hour().forEach(byDesk::accept);
        byDesk.finish();
        assertThat(windows).extracting(FeatureWindow::subject).containsExactly("desk");
        windows.clear();
        FeatureWindows byInstrument = new FeatureWindows(3600, Grouping.byInstrument(), windows::add);
        hour().forEach(byInstrument::accept);
        byInstrument.finish();
        byInstrument.finish();
        assertThat(windows).extracting(FeatureWindow::subject).containsExactly("B");
        assertThat(byInstrument.leftOut()).isZero();
    }

    @Test
    void whatWasMeasuredElsewhereIsTakenIfWhole() {
        Map<TradingFeature, Double> features = new EnumMap<>(TradingFeature.class);
        for (TradingFeature feature : TradingFeature.values()) {
            features.put(feature, 1.0);
        }
        FeatureWindow window = FeatureWindow.of("ann", 0, 1, 2, features);
        assertThat(window.features()).isEqualTo(features);
        assertThat(window)
                .isEqualTo(FeatureWindow.of("ann", 0, 1, 2, features))
                .hasSameHashCodeAs(FeatureWindow.of("ann", 0, 1, 2, features))
                .isNotEqualTo(FeatureWindow.of("ann", 0, 1, 3, features));
        assertThat(window.toString()).contains("ann");
        assertThatThrownBy(() -> FeatureWindow.of(" ", 0, 1, 2, features)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FeatureWindow.of("ann", -1, 1, 2, features)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FeatureWindow.of("ann", 0, 3, 2, features)).isInstanceOf(InvalidInput.class);
        features.put(TradingFeature.SIZE, Double.NaN);
        assertThatThrownBy(() -> FeatureWindow.of("ann", 0, 1, 2, features)).isInstanceOf(InvalidInput.class);
        features.remove(TradingFeature.SIZE);
        assertThatThrownBy(() -> FeatureWindow.of("ann", 0, 1, 2, features)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void eventsOutOfOrderAndOddWindowsAreRefused() {
        FeatureWindows cut = new FeatureWindows(3600, Grouping.byAccount(), windows::add);
        cut.accept(FlowEvent.quoted(0, NINE, "B", 99, 101, 1, 1));
        assertThatThrownBy(() -> cut.accept(FlowEvent.quoted(1, NINE - 1, "B", 99, 101, 1, 1)))
                .isInstanceOf(FlowOutOfOrder.class);
        for (int bad : new int[] {0, -1, 7, 86_401}) {
            assertThatThrownBy(() -> new FeatureWindows(bad, Grouping.byAccount(), windows::add))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    private static List<FlowEvent> hour() {
        return List.of(
                FlowEvent.quoted(0, NINE, "B", 99, 101, 1, 1),
                FlowEvent.entered(1, NINE + 1, "ann", "B", "XOFF", "o1", 1, 100, 2e6),
                FlowEvent.entered(2, NINE + 2, "ann", "B", "XOFF", "o2", -1, 101, 4e6),
                FlowEvent.filled(3, NINE + 3, "ann", "B", "XOFF", "o1", 1, 100, 2e6, "bob", false),
                FlowEvent.filled(4, NINE + 3, "bob", "B", "XOFF", "p1", -1, 100, 2e6, "ann", true),
                FlowEvent.filled(5, NINE + 4, "ann", "B", "XOFF", "o2", -1, 101, 1e6, "", true),
                FlowEvent.amended(5, NINE + 4, "ann", "B", "XOFF", "o2", -1, 101, 3e6),
                FlowEvent.cancelled(6, NINE + 5, "ann", "B", "XOFF", "o2", -1),
                FlowEvent.announced(7, NINE + 6, "B"),
                FlowEvent.quoted(8, NINE + 7, "B", 101, 103, 1, 1));
    }
}
