package io.bondtrader.compliance.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.bondtrader.compliance.error.ErasedData;
import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.key.EncryptionContext;
import io.bondtrader.security.key.KeyWrapping;
import io.bondtrader.security.key.SymmetricKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * Encrypts personal fields before they are logged, and reads them again for whom they may be read. The log's hashes are over the
 * encrypted form, so that erasing a person, by destroying the key, changes no byte of the log.
 *
 * <p>AES-256-GCM by a key of the person and the kind of record; bound to the event's id and the field's path, so that a field
 * does not open in another place. Safe for use by many threads.
 */
public final class PersonalFields {

    private static final String DATA = "personal";
    private static final String SUBJECT = "subject";
    private static final String CLASS = "class";
    private static final int KEY_BYTES = 32;

    private final SubjectKeyStore keys;
    private final KeyWrapping firm;
    private final SecureRandom random;
    private final InstantSource clock;

    private PersonalFields(SubjectKeyStore keys, KeyWrapping firm, SecureRandom random, InstantSource clock) {
        this.keys = Objects.requireNonNull(keys);
        this.firm = Objects.requireNonNull(firm);
        this.random = Objects.requireNonNull(random);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Returns the encryption of personal fields.
     *
     * @param keys of persons
     * @param firm the key above them
     * @param random a secure source
     * @param clock says when keys are made
     * @return the encryption
     */
    public static PersonalFields of(SubjectKeyStore keys, KeyWrapping firm, SecureRandom random, InstantSource clock) {
        return new PersonalFields(keys, firm, random, clock);
    }

    /**
     * Encrypts a field.
     *
     * @param subject whose data it is
     * @param recordClass of the event that it goes into
     * @param eventId of that event
     * @param path of the field in its body, as in {@code client.name}
     * @param value what to encrypt
     * @return a JSON object to put in the field's place
     * @throws ErasedData if the person was erased from that kind of record: nothing new is written about an erased person
     *     under the old name
     */
    public CanonicalJson encrypt(SubjectId subject, RecordClass recordClass, UUID eventId, String path, String value) {
        byte[] plain = value.getBytes(UTF_8);
        try {
            byte[] encrypted = withKey(
                    keyFor(subject, recordClass),
                    key -> KeyWrapping.under(key, random).wrap(plain, context(eventId, path)));
            return CanonicalJson.of(Map.of(
                    SUBJECT,
                    subject.value(),
                    CLASS,
                    recordClass,
                    DATA,
                    Base64.getEncoder().encodeToString(encrypted)));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /**
     * Decrypts a field.
     *
     * @param eventId of the event
     * @param path of the field in its body
     * @param field what stands there
     * @return the value
     * @throws ErasedData if the key was destroyed
     * @throws MissingData if the key is not in the store
     * @throws InvalidInput if the field is none
     * @throws io.bondtrader.security.error.DecryptionRefused if it was altered or stems from another place
     */
    public String decrypt(UUID eventId, String path, JsonNode field) {
        InvalidInput.unless(isPersonal(field), "field", path, "an encrypted field");
        SubjectId subject = new SubjectId(field.path(SUBJECT).asText());
        RecordClass recordClass = RecordClass.valueOf(field.path(CLASS).asText());
        SubjectKey stored = keys.find(subject, recordClass)
                .orElseThrow(() -> new MissingData("there is no key of " + subject + " in " + recordClass));
        byte[] encrypted = Base64.getDecoder().decode(field.path(DATA).asText());
        byte[] plain = withKey(stored, key -> KeyWrapping.under(key, random).unwrap(encrypted, context(eventId, path)));
        try {
            return new String(plain, UTF_8);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /**
     * Tells an encrypted field from others.
     *
     * @param field any JSON
     * @return whether it is one
     */
    public static boolean isPersonal(JsonNode field) {
        return field.isObject()
                && field.size() == 3
                && field.path(SUBJECT).isTextual()
                && field.path(CLASS).isTextual()
                && field.path(DATA).isTextual()
                && Arrays.stream(RecordClass.values())
                        .anyMatch(each -> each.name().equals(field.path(CLASS).asText()));
    }

    private SubjectKey keyFor(SubjectId subject, RecordClass recordClass) {
        return keys.find(subject, recordClass).orElseGet(() -> {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            try {
                String wrapped = Base64.getEncoder().encodeToString(firm.wrap(fresh, keyContext(subject, recordClass)));
                keys.add(new SubjectKey(subject, recordClass, wrapped, clock.instant(), null));
            } finally {
                Arrays.fill(fresh, (byte) 0);
            }
            // Whoever was first, one key is kept.
            return keys.find(subject, recordClass).orElseThrow();
        });
    }

    private byte[] withKey(SubjectKey stored, Function<SymmetricKey, byte[]> work) {
        if (stored.isDestroyed()) {
            throw new ErasedData("the key of " + stored.subject() + " in " + stored.recordClass() + " was destroyed");
        }
        byte[] bytes = firm.unwrap(
                Base64.getDecoder().decode(stored.wrapped()), keyContext(stored.subject(), stored.recordClass()));
        try (SymmetricKey key = SymmetricKey.of(bytes)) {
            return work.apply(key);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static EncryptionContext keyContext(SubjectId subject, RecordClass recordClass) {
        return EncryptionContext.purpose("subject-key")
                .with(SUBJECT, subject.value())
                .with(CLASS, recordClass.name());
    }

    private static EncryptionContext context(UUID eventId, String path) {
        return EncryptionContext.purpose("personal-field")
                .with("event", eventId.toString())
                .with("path", path);
    }

    @Override
    public String toString() {
        return "PersonalFields";
    }
}
