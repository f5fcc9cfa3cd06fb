package io.bondtrader.syslog;

import io.bondtrader.compliance.audit.siem.CefMapper;
import io.bondtrader.compliance.audit.siem.SyslogMapper;
import io.bondtrader.compliance.audit.stream.EventDelivery;
import io.bondtrader.compliance.contract.EventDeliveryContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;

/** What every delivery does, here to a server over plain TCP. */
final class SyslogContractTest extends EventDeliveryContract {

    private static final Pattern INDEX = Pattern.compile(" index=\"(\\d+)\"");

    private static final int PATIENCE = 2_000;

    private final SyslogDouble first = SyslogDouble.plain();
    private final SyslogDelivery delivery =
            SyslogDelivery.inTheClear("127.0.0.1", first.port(), SyslogMapper.of("app-1", 32473, CefMapper.standard()));
    private SyslogDouble server = first;
    private final List<String> before = new ArrayList<>();

    SyslogContractTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        delivery.close();
        server.close();
    }

    @Override
    protected EventDelivery delivery() {
        return delivery;
    }

    @Override
    protected List<Long> arrived(int different) throws InterruptedException {
        List<Long> indices = indices();
        for (int i = 0; i < PATIENCE && indices.stream().distinct().count() < different; i++) {
            TimeUnit.MILLISECONDS.sleep(5);
            indices = indices();
        }
        return indices;
    }

    private List<Long> indices() {
        List<String> messages = new ArrayList<>(before);
        messages.addAll(server.messages());
        List<Long> indices = new ArrayList<>();
        for (String message : messages) {
            Matcher index = INDEX.matcher(message);
            indices.add(index.find() ? Long.parseLong(index.group(1)) : -1);
        }
        return indices;
    }

    @Override
    protected void takeAway() throws IOException, InterruptedException {
        // Time for what is on its way, and for the end to be seen.
        TimeUnit.MILLISECONDS.sleep(50);
        before.addAll(server.messages());
        server.close();
        TimeUnit.MILLISECONDS.sleep(50);
    }

    @Override
    protected void bringBack() throws IOException {
        server = SyslogDouble.at(first.port());
    }
}
