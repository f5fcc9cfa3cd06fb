package io.bondtrader.strategies.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of states and events on the page on orders are those of the code. */
final class TransitionsPageTest {

    private static final String PAGE = HandbookPage.read("orders.md");

    @ParameterizedTest
    @EnumSource(value = OrderEvent.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "INITIALISED")
    void everyEventHasTheRowOfItsStates(OrderEvent.Kind kind) {
        String row = "| `%s` | %s | %s |"
                .formatted(
                        kind,
                        states(state -> TransitionTable.legal(kind, state)),
                        states(state -> TransitionTable.overtaken(kind, state)));
        assertThat(PAGE.lines()).contains(row);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void everyStateHasARowThatSaysWhereItIs(OrderState state) {
        String where = switch (state.stage()) {
            case LOCAL -> "here";
            case IN_FLIGHT -> "in flight";
            case OPEN -> "open";
            case ENDED -> "ended";
        };
        assertThat(PAGE.lines().filter(line -> line.startsWith("| `" + state + "` | " + where + " |")))
                .hasSize(1);
    }

    @Test
    void noEventIsLegalAndOvertakenInOneState() {
        for (OrderEvent.Kind kind : OrderEvent.Kind.values()) {
            for (OrderState state : OrderState.values()) {
                assertThat(TransitionTable.legal(kind, state) && TransitionTable.overtaken(kind, state))
                        .isFalse();
            }
        }
    }

    private static String states(Predicate<OrderState> which) {
        String names = Arrays.stream(OrderState.values())
                .filter(which)
                .map(Enum::name)
                .map(name -> name.replace("_", " ").toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "–" : names;
    }
}
