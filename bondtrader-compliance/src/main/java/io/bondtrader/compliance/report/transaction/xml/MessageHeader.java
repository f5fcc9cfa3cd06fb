package io.bondtrader.compliance.report.transaction.xml;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Objects;

/**
 * The header of a file in its business envelope (head.001.001.01). Immutable.
 *
 * @param from who sends, 1 to 35 characters
 * @param to who receives, 1 to 35 characters
 * @param messageId the file's own identifier, 1 to 35 characters; feedback refers to it
 * @param definition which message is inside: {@code auth.016.001.01}
 * @param created when the file was made
 */
public record MessageHeader(String from, String to, String messageId, String definition, Instant created) {

    private static final int LONGEST = 35;

    /**
     * Checks lengths.
     *
     * @throws InvalidInput if a text is empty, too long or cannot be printed
     */
    public MessageHeader {
        requireText("from", from);
        requireText("to", to);
        requireText("messageId", messageId);
        requireText("definition", definition);
        Objects.requireNonNull(created, "created");
    }

    private static void requireText(String name, String text) {
        boolean printable = text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        InvalidInput.unless(
                printable && !text.isBlank() && text.codePointCount(0, text.length()) <= LONGEST,
                name,
                text,
                "1 to 35 characters that can be printed");
    }
}
