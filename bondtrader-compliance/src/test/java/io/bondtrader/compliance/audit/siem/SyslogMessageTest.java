package io.bondtrader.compliance.audit.siem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as RFC 5424 prints them. */
final class SyslogMessageTest {

    private static final Instant TIME = Instant.parse("2003-10-11T22:14:15.003Z");

    private static SyslogMessage with(String host, String element, String name, String value) {
        return new SyslogMessage(20, 5, TIME, host, "evntslog", "", "ID47", Map.of(element, Map.of(name, value)), "");
    }

    /** RFC 5424, section 6.5, example 1. */
    @Test
    void theFirstExampleOfTheRfc() {
        SyslogMessage message = new SyslogMessage(
                4,
                2,
                TIME,
                "mymachine.example.com",
                "su",
                "",
                "ID47",
                Map.of(),
                "'su root' failed for lonvick on /dev/pts/8");

        assertThat(message.text())
                .isEqualTo("<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - "
                        + "\ufeff'su root' failed for lonvick on /dev/pts/8");
    }

    /** RFC 5424, section 6.5, example 3. */
    @Test
    void theThirdExampleOfTheRfc() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("iut", "3");
        data.put("eventSource", "Application");
        data.put("eventID", "1011");
        SyslogMessage message = new SyslogMessage(
                20,
                5,
                TIME,
                "mymachine.example.com",
                "evntslog",
                "",
                "ID47",
                Map.of("exampleSDID@32473", data),
                "An application event log entry...");

        assertThat(message.text())
                .isEqualTo("<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 "
                        + "[exampleSDID@32473 iut=\"3\" eventSource=\"Application\" eventID=\"1011\"] "
                        + "\ufeffAn application event log entry...");
    }

    /** RFC 5424, section 6.5, example 4, whose elements stand next to each other without a space. */
    @Test
    void elementsStandNextToEachOther() {
        Map<String, Map<String, String>> data = new LinkedHashMap<>();
        data.put("exampleSDID@32473", Map.of("iut", "3"));
        data.put("examplePriority@32473", Map.of("class", "high"));

        assertThat(new SyslogMessage(20, 5, TIME, "h", "a", "", "", data, "").text())
                .endsWith("[exampleSDID@32473 iut=\"3\"][examplePriority@32473 class=\"high\"]");
    }

    @Test
    void quotesBackslashesAndBracketsAreEscaped() {
        assertThat(with("h", "e@1", "n", "a\"b\\c]d[e").text()).endsWith("[e@1 n=\"a\\\"b\\\\c\\]d[e\"]");
    }

    @Test
    void aTimeIsWrittenToTheMicrosecond() {
        Instant fine = Instant.parse("2003-10-11T22:14:15.000003999Z");

        assertThat(new SyslogMessage(0, 0, fine, "", "", "", "", Map.of(), "").text())
                .isEqualTo("<0>1 2003-10-11T22:14:15.000003Z - - - - -");
    }

    /** RFC 5425, section 4.3: the length counts bytes, and the mark of the message takes three. */
    @Test
    void aFrameBeginsWithTheNumberOfItsBytes() {
        String text = new SyslogMessage(0, 0, TIME, "", "", "", "", Map.of(), "ü\n9 <0>1 forged").text();
        byte[] frame = SyslogMessage.frame(text);

        String length = text.getBytes(UTF_8).length + " ";
        assertThat(new String(frame, UTF_8)).isEqualTo(length + text);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "24, 0", "0, -1", "0, 8"})
    void facilitiesAndSeveritiesHaveRanges(int facility, int severity) {
        assertThatThrownBy(() -> new SyslogMessage(facility, severity, TIME, "", "", "", "", Map.of(), ""))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "new\nline", "ümlaut", "\u0000"})
    void aHeaderHoldsVisibleAsciiOnly(String host) {
        assertThatThrownBy(() -> with(host, "e@1", "n", "v")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a]b", "a\"b", "abcdefghijklmnopqrstuvwxyz0123456"})
    void namesOfStructuredDataAreStrict(String name) {
        assertThatThrownBy(() -> with("h", name, "n", "v")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> with("h", "e@1", name, "v")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void headersHaveLengths() {
        assertThatThrownBy(() -> with("h".repeat(256), "e@1", "n", "v")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SyslogMessage(0, 0, TIME, "", "a".repeat(49), "", "", Map.of(), ""))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SyslogMessage(0, 0, TIME, "", "", "p".repeat(129), "", Map.of(), ""))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SyslogMessage(0, 0, TIME, "", "", "", "m".repeat(33), Map.of(), ""))
                .isInstanceOf(InvalidInput.class);
    }
}
