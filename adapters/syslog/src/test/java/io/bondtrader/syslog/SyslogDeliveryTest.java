package io.bondtrader.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.siem.CefMapper;
import io.bondtrader.compliance.audit.siem.EventMapper;
import io.bondtrader.compliance.audit.siem.SyslogMapper;
import io.bondtrader.compliance.contract.SampleEvents;
import io.bondtrader.compliance.error.DeliveryFailed;
import io.bondtrader.core.error.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events for a syslog server, over real sockets. */
final class SyslogDeliveryTest {

    private static final EventMapper MAPPER = SyslogMapper.of("app-1", 32473, CefMapper.standard());

    @TempDir
    Path folder;

    private static List<String> expected(SampleEvents log) {
        return log.events().stream().map(MAPPER::map).toList();
    }

    @Test
    void framesArriveWholeOverPlainTcp() throws Exception {
        SampleEvents log = new SampleEvents().filled(20, 3000);
        try (SyslogDouble server = SyslogDouble.plain();
                SyslogDelivery delivery = SyslogDelivery.inTheClear("127.0.0.1", server.port(), MAPPER)) {
            delivery.deliver(log.events().subList(0, 5));
            delivery.deliver(log.events().subList(5, 20));

            assertThat(server.awaitMessages(20)).isEqualTo(expected(log));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void framesArriveOverTlsFromAServerThatIsTrusted() throws Exception {
        Certificates certificates = Certificates.make(folder, "localhost");
        SampleEvents log = new SampleEvents().filled(3, 100);
        try (SyslogDouble server = SyslogDouble.over(certificates.server().getServerSocketFactory());
                SyslogDelivery delivery = SyslogDelivery.overTls(
                        certificates.client().getSocketFactory(), "localhost", server.port(), MAPPER)) {
            delivery.deliver(log.events());

            assertThat(server.awaitMessages(3)).isEqualTo(expected(log));
        }
    }

    @Test
    void aServerOfAnotherNameGetsNothing() throws Exception {
        Certificates certificates = Certificates.make(folder, "log.example.com");
        try (SyslogDouble server = SyslogDouble.over(certificates.server().getServerSocketFactory());
                SyslogDelivery delivery = SyslogDelivery.overTls(
                        certificates.client().getSocketFactory(), "localhost", server.port(), MAPPER)) {
            assertThatThrownBy(() ->
                            delivery.deliver(new SampleEvents().filled(1, 5).events()))
                    .isInstanceOf(DeliveryFailed.class);
            assertThat(server.messages()).isEmpty();
        }
    }

    @Test
    void aServerThatNobodyTrustsGetsNothing() throws Exception {
        Certificates certificates = Certificates.make(folder, "localhost");
        try (SyslogDouble server = SyslogDouble.over(certificates.server().getServerSocketFactory());
                SyslogDelivery delivery = SyslogDelivery.overTls(
                        SSLContext.getDefault().getSocketFactory(), "localhost", server.port(), MAPPER)) {
            assertThatThrownBy(() ->
                            delivery.deliver(new SampleEvents().filled(1, 5).events()))
                    .isInstanceOf(DeliveryFailed.class);
            assertThat(server.messages()).isEmpty();
        }
    }

    /** Syslog acknowledges nothing, so what the dead connection may have swallowed comes again. */
    @Test
    void whatABrokenConnectionMayHaveLostComesAgain() throws Exception {
        SampleEvents log = new SampleEvents().filled(4, 10);
        try (SyslogDouble server = SyslogDouble.plain();
                SyslogDelivery delivery = SyslogDelivery.inTheClear("127.0.0.1", server.port(), MAPPER)) {
            delivery.deliver(log.events().subList(0, 2));
            assertThat(server.awaitMessages(2)).hasSize(2);
            server.dropConnections();
            TimeUnit.MILLISECONDS.sleep(50);
            delivery.deliver(log.events().subList(2, 4));

            List<String> all = expected(log);
            assertThat(server.awaitMessages(6))
                    .containsExactly(all.get(0), all.get(1), all.get(0), all.get(1), all.get(2), all.get(3));
        }
    }

    @Test
    void aServerThatIsAwayIsAFailureForNow() throws Exception {
        int port;
        try (SyslogDouble server = SyslogDouble.plain()) {
            port = server.port();
        }
        try (SyslogDelivery delivery = SyslogDelivery.inTheClear("127.0.0.1", port, MAPPER)) {
            assertThatThrownBy(() ->
                            delivery.deliver(new SampleEvents().filled(1, 5).events()))
                    .isInstanceOfSatisfying(
                            DeliveryFailed.class,
                            failed -> assertThat(failed.isFinal()).isFalse());
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> SyslogDelivery.inTheClear(" ", 601, MAPPER)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SyslogDelivery.inTheClear("h", 0, MAPPER)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SyslogDelivery.inTheClear("h", 65_536, MAPPER)).isInstanceOf(InvalidInput.class);
        assertThat(SyslogDelivery.inTheClear("h", 601, MAPPER)).hasToString("SyslogDelivery[h:601]");
    }
}
