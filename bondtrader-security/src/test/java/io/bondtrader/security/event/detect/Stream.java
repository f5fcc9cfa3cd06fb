package io.bondtrader.security.event.detect;

import io.bondtrader.core.alert.Alert;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.network.GeoLocation;
import io.bondtrader.security.network.GeoResolver;
import io.bondtrader.security.network.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events as sign-ins make them, and what detection makes of them. */
final class Stream {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    static final IpAddress ZURICH = IpAddress.parse("192.0.2.10");
    static final IpAddress LONDON = IpAddress.parse("198.51.100.20");
    static final IpAddress NEW_YORK = IpAddress.parse("203.0.113.30");
    static final IpAddress SINGAPORE = IpAddress.parse("2001:db8:65::1");

    static final Map<IpAddress, GeoLocation> PLACES = Map.of(
            ZURICH, new GeoLocation("CH", 47.37, 8.54, false),
            LONDON, new GeoLocation("GB", 51.51, -0.13, false),
            NEW_YORK, new GeoLocation("US", 40.71, -74.01, false),
            SINGAPORE, new GeoLocation("SG", 1.35, 103.82, true));

    final List<SecurityEvent> recorded = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final ThreatDetection detection;

    Stream(Detector... detectors) {
        this.detection = ThreatDetection.of(recorded::add, alerts::add, Duration.ofHours(1), List.of(detectors));
    }

    static GeoResolver places() {
        return resolver(START.minus(Duration.ofDays(3)), PLACES);
    }

    static GeoResolver resolver(Instant builtAt, Map<IpAddress, GeoLocation> places) {
        return new GeoResolver() {
            @Override
            public Optional<GeoLocation> locate(IpAddress address) {
                return Optional.ofNullable(places.get(address));
            }

            @Override
            public Instant builtAt() {
                return builtAt;
            }
        };
    }

    static SecurityEvent event(
            SecurityEventType type, @Nullable String account, @Nullable IpAddress source, Duration at) {
        SecurityEvent event = SecurityEvent.of(type, START.plus(at)).from(source);
        return account == null ? event : event.by(AccountId.of(account));
    }

    static SecurityEvent wrong(@Nullable String account, IpAddress source, Duration at) {
        return event(SecurityEventType.AUTHN_LOGIN_FAIL, account, source, at)
                .about("password")
                .with("reason", account == null ? "no_such_account" : "wrong_password");
    }

    static SecurityEvent in(String account, IpAddress source, Duration at) {
        return event(SecurityEventType.AUTHN_LOGIN_SUCCESS, account, source, at).about("sign-in");
    }

    static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    static IpAddress version4(int first, int number) {
        return IpAddress.parse(first + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255));
    }

    void report(SecurityEvent event) {
        detection.report(event);
    }

    List<String> keys() {
        return alerts.stream().map(Alert::deduplicationKey).toList();
    }
}
