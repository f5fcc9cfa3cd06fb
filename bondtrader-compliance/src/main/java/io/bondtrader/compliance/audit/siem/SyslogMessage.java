package io.bondtrader.compliance.audit.siem;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A message by RFC 5424, and its frame for streams by RFC 5425, section 4.3. Immutable.
 *
 * @param facility 0 to 23
 * @param severity 0 (emergency) to 7 (debug)
 * @param time when; written to the microsecond, as the RFC allows
 * @param host the machine's name; empty for none
 * @param application its name; empty for none
 * @param process its id; empty for none
 * @param messageId the kind of message; empty for none
 * @param data structured data: values by name, by the name of their element
 * @param message free text; empty for none
 */
public record SyslogMessage(
        int facility,
        int severity,
        Instant time,
        String host,
        String application,
        String process,
        String messageId,
        Map<String, Map<String, String>> data,
        String message) {

    static final int LONGEST_HOST = 255;
    private static final int LONGEST_APPLICATION = 48;
    private static final int LONGEST_PROCESS = 128;
    private static final int LONGEST_MESSAGE_ID = 32;
    private static final int LONGEST_NAME = 32;

    /** Says that UTF-8 follows: RFC 5424, section 6.4. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /**
     * Checks the parts.
     *
     * @throws InvalidInput if one has a length, a character or a value that the RFC does not allow
     */
    public SyslogMessage {
        InvalidInput.unless(facility >= 0 && facility <= 23, "facility", facility, "0 to 23");
        InvalidInput.unless(severity >= 0 && severity <= 7, "severity", severity, "0 to 7");
        Objects.requireNonNull(time, "time");
        requireOptional("host", host, LONGEST_HOST);
        requireOptional("application", application, LONGEST_APPLICATION);
        requireOptional("process", process, LONGEST_PROCESS);
        requireOptional("message id", messageId, LONGEST_MESSAGE_ID);
        Objects.requireNonNull(message, "message");
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        data.forEach((element, values) -> {
            requireName(element);
            values.keySet().forEach(SyslogMessage::requireName);
            copy.put(element, Collections.unmodifiableMap(new LinkedHashMap<>(values)));
        });
        data = Collections.unmodifiableMap(copy);
    }

    /** {@return the message as it goes into a datagram or a frame} */
    public String text() {
        StringBuilder out = new StringBuilder(256 + message.length());
        out.append('<').append(facility * 8 + severity).append(">1 ");
        out.append(time.truncatedTo(ChronoUnit.MICROS)).append(' ');
        out.append(orNil(host)).append(' ');
        out.append(orNil(application)).append(' ');
        out.append(orNil(process)).append(' ');
        out.append(orNil(messageId)).append(' ');
        data.forEach((element, values) -> {
            out.append('[').append(element);
            values.forEach((name, value) -> {
                out.append(' ').append(name).append("=\"");
                escape(value, out);
                out.append('"');
            });
            out.append(']');
        });
        if (data.isEmpty()) {
            out.append('-');
        }
        if (!message.isEmpty()) {
            out.append(' ').append(BYTE_ORDER_MARK).append(message);
        }
        return out.toString();
    }

    /**
     * Puts a message into a frame for TCP or TLS: its length in bytes, a space, and the bytes. Nothing inside can end it.
     *
     * @param text of a message
     * @return the frame
     */
    public static byte[] frame(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] head = (bytes.length + " ").getBytes(UTF_8);
        byte[] frame = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(bytes, 0, frame, head.length, bytes.length);
        return frame;
    }

    static void requireHeader(String name, String value, int longest) {
        boolean fits =
                !value.isEmpty() && value.length() <= longest && value.chars().allMatch(c -> c > ' ' && c < 0x7f);
        InvalidInput.unless(fits, name, value, "1 to " + longest + " visible characters of ASCII");
    }

    private static void requireOptional(String name, String value, int longest) {
        if (!value.isEmpty()) {
            requireHeader(name, value, longest);
        }
    }

    private static void requireName(String name) {
        requireHeader("name of structured data", name, LONGEST_NAME);
        InvalidInput.unless(
                name.chars().noneMatch(c -> c == '=' || c == ']' || c == '"'),
                "name of structured data",
                name,
                "without =, ] and quotes");
    }

    private static String orNil(String value) {
        return value.isEmpty() ? "-" : value;
    }

    /** RFC 5424, section 6.3.3: these three and nothing else. */
    private static void escape(String value, StringBuilder out) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\' || c == ']') {
                out.append('\\');
            }
            out.append(c);
        }
    }
}
