package io.bondtrader.datadog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.stream.EventDelivery;
import io.bondtrader.compliance.contract.EventDeliveryContract;
import io.bondtrader.compliance.contract.SampleEvents;
import io.bondtrader.security.secret.SecretValue;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.HttpDouble;
import io.bondtrader.testdata.HttpDouble.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;

/** What every delivery does, here to a server that speaks Datadog's protocol. */
final class DatadogContractTest extends EventDeliveryContract {

    private final List<Long> arrived = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private final HttpDouble server;
    private final EventDelivery delivery;

    DatadogContractTest() throws IOException {
        this.server = new HttpDouble(this::answer);
        this.delivery = DatadogDelivery.builder(
                        HttpClient.newHttpClient(),
                        server.address(),
                        () -> SecretValue.of(Canary.text("datadog-key", 32).toCharArray()),
                        "app-1",
                        () -> SampleEvents.TIME.plusSeconds(1))
                .build();
    }

    private Answer answer(HttpDouble.Call call) {
        if (away) {
            return new Answer(503, "");
        }
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(call.body()))) {
            new ObjectMapper()
                    .readTree(body)
                    .forEach(log -> arrived.add(log.path("log_index").asLong(-1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Answer(202, "");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected EventDelivery delivery() {
        return delivery;
    }

    @Override
    protected List<Long> arrived(int different) {
        return arrived;
    }

    @Override
    protected void takeAway() {
        away = true;
    }

    @Override
    protected void bringBack() {
        away = false;
    }
}
