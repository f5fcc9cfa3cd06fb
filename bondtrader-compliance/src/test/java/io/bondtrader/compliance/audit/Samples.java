package io.bondtrader.compliance.audit;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.security.signing.Ed25519Signer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Events and keys for tests. */
public final class Samples {

    public static final String ORIGIN = "bondtrader.example/audit";

    public static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    public static final InstantSource CLOCK = InstantSource.fixed(START);

    private Samples() {}

    public static Ed25519Signer signer() {
        return signer(ORIGIN, 7);
    }

    public static Ed25519Signer signer(String name, int fill) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) fill);
        return Ed25519Signer.ofSeed(name, seed);
    }

    public static EventIds ids() {
        return EventIds.of(CLOCK, new Random(20261120));
    }

    public static AuditRecord order(EventIds ids, int number) {
        return new AuditRecord(
                ids.next(),
                START.plusMillis(number),
                "trader-" + number % 7,
                "trader",
                IpAddress.parse("10.0.0." + number % 250),
                "order.executed",
                "order-" + number,
                Outcome.SUCCESS,
                "request-" + number / 3,
                new TreeSet<>(List.of("mifid2", "mar")),
                CanonicalJson.of(Map.of(
                        "isin", "DE0001102580",
                        "nominal", "1000000.00",
                        "price", 98.5 + number % 100 / 8.0,
                        "note", "Müller \"€\" \u0001 \uD83D\uDE00")));
    }

    public static List<AuditRecord> orders(EventIds ids, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> order(ids, i)).toList();
    }
}
