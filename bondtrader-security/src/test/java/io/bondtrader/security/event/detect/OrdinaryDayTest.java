package io.bondtrader.security.event.detect;

import static io.bondtrader.security.event.detect.Stream.LONDON;
import static io.bondtrader.security.event.detect.Stream.NEW_YORK;
import static io.bondtrader.security.event.detect.Stream.ZURICH;
import static io.bondtrader.security.event.detect.Stream.event;
import static io.bondtrader.security.event.detect.Stream.in;
import static io.bondtrader.security.event.detect.Stream.version4;
import static io.bondtrader.security.event.detect.Stream.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.network.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hundred users on a day without an attack: nobody is alerted. With an attack in it, somebody is. */
final class OrdinaryDayTest {

    private static final int USERS = 200;

    private static Stream stream() {
        List<Detector> detectors = new ArrayList<>(ThreatDetection.standardDetectors());
        detectors.add(ImpossibleTravel.of(Stream.places(), TravelRule.standard()));
        return new Stream(detectors.toArray(Detector[]::new));
    }

    /** A morning in the office of two towns, some at home, a night shift, flights, typos, lapsed sessions, denied buttons. */
    private static List<SecurityEvent> day(Random random) {
        List<SecurityEvent> day = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            String account = "user" + user;
            boolean home = user % 4 == 0;
            IpAddress office = user % 3 == 0 ? LONDON : ZURICH;
            IpAddress place = home ? version4(100, random.nextInt(1 << 24)) : office;
            // One in twenty works at night.
            int starts = user % 20 == 0 ? 14 * 3600 : random.nextInt(5400);
            signIn(day, random, account, place, starts);
            signIn(day, random, account, place, starts + 4 * 3600 + random.nextInt(1800));
            if (user % 25 == 1) {
                signIn(day, random, account, NEW_YORK, starts + 13 * 3600 + random.nextInt(1800));
            }
            if (random.nextInt(10) == 0) {
                for (int i = 0; i < 5; i++) {
                    day.add(event(SecurityEventType.AUTHZ_FAIL, account, place, Duration.ofSeconds(starts + 60L * i))
                            .about("report:" + i));
                }
            }
            day.add(event(
                    SecurityEventType.SESSION_USE_AFTER_EXPIRE, account, place, Duration.ofSeconds(starts + 9999)));
        }
        day.sort(Comparator.comparing(SecurityEvent::occurredAt));
        return day;
    }

    private static void signIn(List<SecurityEvent> day, Random random, String account, IpAddress place, int second) {
        int typos = random.nextInt(10) == 0 ? 1 + random.nextInt(3) : 0;
        for (int i = 0; i < typos; i++) {
            boolean inTheName = random.nextInt(4) == 0;
            day.add(wrong(inTheName ? null : account, place, Duration.ofSeconds(second + 20L * i)));
        }
        day.add(event(SecurityEventType.AUTHN_LOGIN_FAIL, account, place, Duration.ofSeconds(second))
                .about("refresh family " + account)
                .with("reason", "EXPIRED"));
        day.add(in(account, place, Duration.ofSeconds(second + 90)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anOrdinaryDayAlertsNobody(long seed) {
        Stream stream = stream();

        day(new Random(seed)).forEach(stream::report);

        assertThat(stream.alerts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anAttackInTheMiddleOfAnOrdinaryDayIsFound(long seed) {
        Stream stream = stream();
        List<SecurityEvent> day = day(new Random(seed));
        IpAddress elsewhere = version4(101, 7);
        for (int i = 0; i < 40; i++) {
            day.add(wrong("user" + i, elsewhere, Duration.ofMinutes(60 + i)));
        }
        day.sort(Comparator.comparing(SecurityEvent::occurredAt));

        day.forEach(stream::report);

        assertThat(stream.keys()).containsExactly("password-spraying address 101.0.0.7");
    }
}
