package io.bondtrader.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.RecordingLogger;
import io.bondtrader.core.contract.AlertSinkContract;
import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Slf4jAlertSinkTest extends AlertSinkContract {

    private final RecordingLogger logger = new RecordingLogger();
    private final AlertSink sink = new Slf4jAlertSink(logger);

    @Override
    protected AlertSink sink() {
        return sink;
    }

    @Override
    protected List<String> delivered() {
        return logger.lines();
    }

    @ParameterizedTest
    @CsvSource({"INFO, INFO", "WARNING, WARN", "ERROR, ERROR", "CRITICAL, ERROR"})
    void theLevelOfTheLineFollowsTheSeverity(Severity severity, String level) {
        sink.raise(new Alert(severity, "s", "k", "m", Map.of("b", "2", "a", "1"), null));

        assertThat(logger.lines()).containsExactly(level + " " + severity + " s [k] m {a=1, b=2}");
    }

    @Test
    void anAlertIsOneLineHoweverHostile() {
        sink.raise(new Alert(Severity.INFO, "s\n", "k\r", "m\u0000", Map.of("a\n", "b\n"), null));

        assertThat(logger.lines()).containsExactly("INFO INFO s? [k?] m? {a?=b?}");
    }

    @Test
    void anAlertThatSaysNothingIsRefused() {
        for (List<String> texts : List.of(List.of("", "k", "m"), List.of("s", " ", "m"), List.of("s", "k", ""))) {
            assertThatThrownBy(() -> new Alert(Severity.INFO, texts.get(0), texts.get(1), texts.get(2), Map.of(), null))
                    .isInstanceOf(InvalidInput.class);
        }
    }
}
