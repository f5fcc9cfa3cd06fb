package io.bondtrader.compliance.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.error.EventTooLarge;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.HashChain;
import io.bondtrader.security.signing.HashValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One event has one spelling. */
final class EventCodecTest {

    private static final HashValue PREVIOUS = HashChain.start(Samples.ORIGIN).head();

    private static final AuditRecord BARE = new AuditRecord(
            UUID.fromString("0198c5a0-0000-7000-8000-000000000001"),
            Instant.parse("2026-11-20T08:00:00Z"),
            "alice",
            "",
            null,
            "order.entered",
            "",
            Outcome.SUCCESS,
            "",
            new TreeSet<>(),
            CanonicalJson.of(Map.of("price", 98.5)));

    @Test
    void whatAnEventDoesNotSayIsLeftOut() {
        assertThat(new String(EventCodec.encode(BARE, PREVIOUS), UTF_8))
                .isEqualTo("{\"action\":\"order.entered\",\"actor\":\"alice\",\"body\":{\"price\":98.5},"
                        + "\"id\":\"0198c5a0-0000-7000-8000-000000000001\",\"outcome\":\"SUCCESS\",\"previous\":\""
                        + PREVIOUS.toBase64() + "\",\"time\":\"2026-11-20T08:00:00Z\"}");
    }

    @Test
    void bytesAreThoseOfTheGeneralWriterOfCanonicalJson() {
        AuditRecord order = Samples.order(Samples.ids(), 5);
        TreeMap<String, Object> members = new TreeMap<>();
        members.put("action", order.action());
        members.put("actor", order.actor());
        members.put("body", order.body());
        members.put("correlationId", order.correlationId());
        members.put("id", order.id().toString());
        members.put("ip", String.valueOf(order.ip()));
        members.put("outcome", order.outcome().name());
        members.put("previous", PREVIOUS.toBase64());
        members.put("resource", order.resource());
        members.put("role", order.role());
        members.put("tags", List.copyOf(order.tags()));
        members.put("time", order.time());
        assertThat(EventCodec.encode(order, PREVIOUS))
                .isEqualTo(CanonicalJson.of(members).toBytes());
    }

    @Test
    void anEventIsReadAsItWasWritten() {
        EventIds ids = Samples.ids();
        for (int i = 0; i < 50; i++) {
            AuditRecord order = Samples.order(ids, i);
            byte[] entry = EventCodec.encode(order, PREVIOUS);
            assertThat(EventCodec.decode(i, entry))
                    .isEqualTo(new LoggedEvent(i, PREVIOUS, HashValue.ofRecord(entry), order));
        }
    }

    @Property
    void anyTextAndAnyNumberComeBack(
            @ForAll String text, @ForAll @DoubleRange(min = -1e300, max = 1e300) double number) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String wellFormed = new String(utf8, StandardCharsets.UTF_8);
        AuditRecord event = new AuditRecord(
                BARE.id(),
                BARE.time(),
                "a" + wellFormed,
                wellFormed,
                null,
                BARE.action(),
                wellFormed,
                Outcome.OBSERVED,
                wellFormed,
                new TreeSet<>(List.of(wellFormed)),
                CanonicalJson.of(Map.of("n" + wellFormed, List.of(wellFormed, number, 1e20, 7L, true))));
        byte[] entry = EventCodec.encode(event, PREVIOUS);
        assertThat(EventCodec.decode(0, entry).record()).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"action\"|{ \"action\"",
                "\"actor\":\"alice\",|",
                "98.5|98.50",
                "98.5|9.85e1",
                "08:00:00Z|08:00:00.000Z",
                "08:00:00Z|09:00:00+01:00",
                "SUCCESS|success",
                "SUCCESS|WON",
                "-7000-|-4000-",
                "0198c5a0|198c5a0",
                "0198c5a0|0198C5A0",
                "alice|al\\u0069ce",
                "alice|",
                "\"price\":98.5|\"price\":98.5,\"price\":98.5",
                "\"id\"|\"extra\":1,\"id\"",
                "\"outcome\"|\"ip\":\"10.0.0.01\",\"outcome\"",
                "\"outcome\"|\"ip\":null,\"outcome\"",
                "\"time\"|\"tags\":[],\"time\"",
                "\"time\"|\"tags\":[1],\"time\"",
                "\"time\"|\"tags\":[\"b\",\"a\"],\"time\"",
                "\"time\"|\"resource\":\"\",\"time\"",
                "{\"price\":98.5}|[]",
                "{\"price\":98.5}|7",
            })
    void anyOtherSpellingIsRefused(String part, String replacement) {
        String entry = new String(EventCodec.encode(BARE, PREVIOUS), UTF_8);
        String other = entry.replace(part, replacement == null ? "" : replacement);
        assertThat(other).isNotEqualTo(entry);
        assertThatThrownBy(() -> EventCodec.decode(0, other.getBytes(UTF_8))).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{}", "{\"action\":7}", "{\"action\":\"a\"} {}", "\u0000"})
    void whatIsNoEventIsRefused(String text) {
        assertThatThrownBy(() -> EventCodec.decode(0, text.getBytes(UTF_8))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void anEntryFitsIntoSixteenBitsOfLength() {
        int room = EventCodec.LONGEST_ENTRY - EventCodec.encode(withNote(""), PREVIOUS).length;
        assertThat(EventCodec.encode(withNote("x".repeat(room)), PREVIOUS)).hasSize(65_535);
        AuditRecord longer = withNote("x".repeat(room + 1));
        assertThatThrownBy(() -> EventCodec.encode(longer, PREVIOUS)).isInstanceOf(EventTooLarge.class);
        assertThatThrownBy(() -> EventCodec.decode(0, new byte[65_536])).isInstanceOf(InvalidInput.class);
    }

    @Test
    void halfASurrogatePairIsRefused() {
        for (String half : List.of("\uD83D", "\uDE00", "\uD83Dx", "x\uDE00")) {
            AuditRecord event = new AuditRecord(
                    BARE.id(),
                    BARE.time(),
                    half + "a",
                    "",
                    null,
                    "a",
                    "",
                    Outcome.SUCCESS,
                    "",
                    new TreeSet<>(),
                    BARE.body());
            assertThatThrownBy(() -> EventCodec.encode(event, PREVIOUS)).isInstanceOf(InvalidInput.class);
        }
    }

    private static AuditRecord withNote(String note) {
        return new AuditRecord(
                BARE.id(),
                BARE.time(),
                "alice",
                "",
                null,
                "a",
                "",
                Outcome.SUCCESS,
                "",
                new TreeSet<>(),
                CanonicalJson.of(Map.of("n", note)));
    }
}
