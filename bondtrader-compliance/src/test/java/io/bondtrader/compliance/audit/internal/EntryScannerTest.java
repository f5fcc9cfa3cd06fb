package io.bondtrader.compliance.audit.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.signing.HashChain;
import io.bondtrader.security.signing.HashValue;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quick check of an entry's form agrees with the reader that builds objects. */
final class EntryScannerTest {

    private static final HashValue PREVIOUS = HashChain.start(Samples.ORIGIN).head();

    private final EntryScanner scanner = new EntryScanner();

    private static AuditRecord withBody(CanonicalJson body) {
        AuditRecord order = Samples.order(Samples.ids(), 1);
        return new AuditRecord(
                order.id(),
                order.time(),
                order.actor(),
                "",
                null,
                order.action(),
                "",
                order.outcome(),
                "",
                new TreeSet<>(),
                body);
    }

    @Test
    void theHashBeforeIsFound() {
        EventIds ids = Samples.ids();
        for (int i = 0; i < 300; i++) {
            byte[] entry = EventCodec.encode(Samples.order(ids, i), PREVIOUS);
            int at = scanner.scan(entry, 0, entry.length);
            assertThat(new String(entry, at, 44, UTF_8)).isEqualTo(PREVIOUS.toBase64());
        }
    }

    @Property
    void whatTheCodecWritesIsCanonical(
            @ForAll @StringLength(max = 40) String text,
            @ForAll @StringLength(max = 40) String other,
            @ForAll double number) {
        String one = new String(text.getBytes(UTF_8), UTF_8);
        String two = new String(other.getBytes(UTF_8), UTF_8);
        double finite = Double.isFinite(number) ? number : 1.5;
        CanonicalJson body = CanonicalJson.of(Map.of(
                "a" + one,
                List.of(finite, finite / 1e17, 7, true, one),
                "b" + two,
                Map.of("x", two, "y" + one, List.of())));
        byte[] entry = EventCodec.encode(withBody(body), PREVIOUS);
        assertThat(scanner.scan(entry, 0, entry.length)).isPositive();
    }

    @Test
    void whatTheScannerTakesAndTheCodecRefusesIsNoOtherSpelling() {
        Random random = new Random(5);
        byte[] entry = EventCodec.encode(Samples.order(Samples.ids(), 3), PREVIOUS);
        int taken = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            byte[] changed = entry.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            boolean codec = reads(changed);
            boolean quick = scanner.scan(changed, 0, changed.length) >= 0;
            // The scanner knows JSON and the names of members; what their values mean it leaves to the reader.
            assertThat(quick || !codec).as(new String(changed, UTF_8)).isTrue();
            taken += quick ? 1 : 0;
        }
        assertThat(taken).isBetween(1, 19_999);
    }

    private static boolean reads(byte[] entry) {
        try {
            EventCodec.decode(0, entry);
            return true;
        } catch (BondTraderException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|true",
                "0|true",
                "-1|true",
                "-0|false",
                "01|false",
                "1.0|false",
                "1.5|true",
                "0.000001|true",
                "0.0000001|false",
                "1e-7|true",
                "1E-7|false",
                "1e+21|true",
                "1e21|false",
                "100000000000000000000|true",
                "9007199254740993|false",
                "333333333.3333333|true",
                "333333333.33333329|false",
                "1.|false",
                ".5|false",
                "-|false",
                "1-1|false",
                "NaN|false",
                "true|true",
                "tru|false",
                "null|true",
                "[]|true",
                "[1,]|false",
                "{}|true",
                "{\"b\":1,\"a\":2}|false",
                "{\"a\":1,\"a\":2}|false",
                "{\"a\":1,\"b\":2}|true",
                "{\"€\":1,\"\u0080\":2}|false",
                "{\"\uD83D\uDE00\":1,\"\uFB33\":2}|true",
                "{\"\uFB33\":1,\"\uD83D\uDE00\":2}|false",
                "{\"\\n\":1,\"a\":2}|true",
                "{\"a\" :1}|false",
                "\"\\u0001\"|true",
                "\"\\u0041\"|false",
                "\"\\u000a\"|false",
                "\"\\u001F\"|false",
                "\"\\u001f\"|true",
                "\"\\/\"|false",
                "\"a|false",
            })
    void aValueHasOneSpelling(String value, boolean canonical) {
        String entry = new String(EventCodec.encode(withBody(CanonicalJson.of(Map.of("v", "HERE"))), PREVIOUS), UTF_8);
        byte[] changed = entry.replace("\"HERE\"", value).getBytes(UTF_8);
        assertThat(scanner.scan(changed, 0, changed.length) >= 0).isEqualTo(canonical);
    }

    @Test
    void textThatIsNoWellFormedUtf8IsRefused() {
        byte[] entry = EventCodec.encode(withBody(CanonicalJson.of(Map.of("v", "wxyz"))), PREVIOUS);
        int at = new String(entry, UTF_8).indexOf("wxyz");
        int[][] bad = {
            {0x80, 'x', 'y', 'z'}, {0xc0, 0x80, 'y', 'z'}, {0xc1, 0xbf, 'y', 'z'}, {0xe0, 0x9f, 0xbf, 'z'},
            {0xed, 0xa0, 0x80, 'z'}, {0xf0, 0x8f, 0xbf, 0xbf}, {0xf4, 0x90, 0x80, 0x80}, {0xf5, 0x80, 0x80, 0x80},
            {0xc3, 'x', 'y', 'z'}, {0xe2, 0x82, 'y', 'z'}, {'w', 'x', 'y', 0xc3}, {'w', 'x', 'y', 0x1f},
        };
        for (int[] bytes : bad) {
            for (int i = 0; i < 4; i++) {
                entry[at + i] = (byte) bytes[i];
            }
            assertThat(scanner.scan(entry, 0, entry.length)).isEqualTo(-1);
        }
    }
}
