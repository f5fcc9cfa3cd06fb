package io.bondtrader.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.stream.EventDelivery;
import io.bondtrader.compliance.contract.EventDeliveryContract;
import io.bondtrader.security.secret.SecretValue;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.HttpDouble;
import io.bondtrader.testdata.HttpDouble.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

/** What every delivery does, here to a server that speaks the collector's protocol. */
final class SplunkContractTest extends EventDeliveryContract {

    private final List<Long> arrived = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private final HttpDouble server;
    private final EventDelivery delivery;

    SplunkContractTest() throws IOException {
        this.server = new HttpDouble(this::answer);
        this.delivery = SplunkDelivery.builder(
                        HttpClient.newHttpClient(),
                        server.address(),
                        () -> SecretValue.of(Canary.text("splunk-token", 36).toCharArray()),
                        "app-1",
                        UUID.fromString("0193b7c2-7f5e-7c11-a1f0-000000003039"))
                .build();
    }

    private Answer answer(HttpDouble.Call call) {
        if (away) {
            return new Answer(503, "{\"code\":9}");
        }
        try (MappingIterator<JsonNode> events =
                new ObjectMapper().readerFor(JsonNode.class).readValues(call.body())) {
            events.readAll()
                    .forEach(event -> arrived.add(event.at("/fields/log_index").asLong(-1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Answer(200, "{\"text\":\"Success\",\"code\":0}");
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
