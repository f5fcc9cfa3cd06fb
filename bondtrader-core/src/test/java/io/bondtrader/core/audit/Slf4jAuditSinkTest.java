package io.bondtrader.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.RecordingLogger;
import io.bondtrader.core.contract.AuditSinkContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class Slf4jAuditSinkTest extends AuditSinkContract {

    private static final String LEVEL = "INFO ";

    private final RecordingLogger logger = new RecordingLogger();
    private final AuditSink sink = new Slf4jAuditSink(logger);

    @Override
    protected AuditSink sink() {
        return sink;
    }

    @Override
    protected List<String> kept() {
        assertThat(logger.lines()).allMatch(line -> line.startsWith(LEVEL));
        return logger.lines().stream()
                .map(line -> line.substring(LEVEL.length()))
                .toList();
    }

    @Test
    void anEventIsOneLineHoweverHostile() {
        CanonicalJson hostile = CanonicalJson.of("a\nb\rc\u0085");
        sink.record(new AuditEvent("x\ny", "z", null, hostile, hostile));

        assertThat(kept()).singleElement().satisfies(line -> assertThat(line).doesNotContain("\n", "\r"));
    }
}
