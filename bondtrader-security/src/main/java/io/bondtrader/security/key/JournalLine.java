package io.bondtrader.security.key;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.DecryptionRefused;
import io.bondtrader.security.error.JournalDamaged;
import io.bondtrader.security.identity.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * The text of a journal's entries: canonical JSON, a blank, and a seal. The JSON names the hash of the line before; the seal
 * is the hash of the JSON, wrapped under the key above and bound to its place. So a line that was altered, moved, dropped or
 * written by somebody without the key is found. That the end was cut off is not: whoever keeps the length elsewhere knows.
 */
final class JournalLine {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String keyring;
    private final KeyWrapping wrapping;

    JournalLine(String keyring, KeyWrapping wrapping) {
        this.keyring = keyring;
        this.wrapping = wrapping;
    }

    static String hash(String line) {
        return HexFormat.of().formatHex(sha256(line));
    }

    String write(KeyringEntry entry, String previous) {
        String json = CanonicalJson.of(Map.of(
                        "at", entry.at().toString(),
                        "by", entry.by().value(),
                        "kind", entry.kind().name(),
                        "previous", previous,
                        "reason", entry.reason(),
                        "version", (long) entry.version()))
                .text();
        byte[] seal = wrapping.wrap(sha256(json), place(entry.sequence()));
        return json + " " + Base64.getEncoder().encodeToString(seal);
    }

    /** Reads a line that must follow another. */
    KeyringEntry read(String line, int sequence, String previous) {
        int blank = line.lastIndexOf(' ');
        try {
            String json = line.substring(0, Math.max(blank, 0));
            byte[] sealed = wrapping.unwrap(Base64.getDecoder().decode(line.substring(blank + 1)), place(sequence));
            if (!MessageDigest.isEqual(sealed, sha256(json))) {
                throw new JournalDamaged(keyring, sequence);
            }
            JsonNode read = JSON.readTree(json);
            if (!read.path("previous").asText().equals(previous)) {
                throw new JournalDamaged(keyring, sequence);
            }
            return new KeyringEntry(
                    sequence,
                    KeyringEntry.Kind.valueOf(read.path("kind").asText()),
                    read.path("version").asInt(),
                    Instant.parse(read.path("at").asText()),
                    AccountId.of(read.path("by").asText()),
                    read.path("reason").asText());
        } catch (DecryptionRefused | InvalidInput | JsonProcessingException e) {
            throw new JournalDamaged(keyring, sequence);
        } catch (BondTraderException unreachable) {
            throw unreachable;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new JournalDamaged(keyring, sequence);
        }
    }

    private EncryptionContext place(int sequence) {
        return EncryptionContext.purpose("keyring-journal")
                .with("keyring", keyring)
                .with("entry", Integer.toString(sequence));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
