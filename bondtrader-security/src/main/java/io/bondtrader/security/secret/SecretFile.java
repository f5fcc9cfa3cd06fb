package io.bondtrader.security.secret;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.error.DecryptionRefused;
import io.bondtrader.security.error.UnsafeStorage;
import io.bondtrader.security.key.EncryptionContext;
import io.bondtrader.security.key.KeyWrapping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text of an encrypted file: how its key is derived, and for each secret its versions by stage, each encrypted and bound
 * to its name and id. A seal over all of it, made with the same key, shows that no part was changed, swapped or taken out.
 */
final class SecretFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int FORM = 1;

    final MasterKey master;
    final String salt;
    final long written;
    final Map<String, Map<SecretStage, Sealed>> secrets;

    /** A version: its id, and the ciphertext in base64. */
    record Sealed(long id, String text) {}

    SecretFile(MasterKey master, String salt, long written, Map<String, Map<SecretStage, Sealed>> secrets) {
        this.master = master;
        this.salt = salt;
        this.written = written;
        this.secrets = secrets;
    }

    /** What stands before the key can be derived. */
    record Head(MasterKey master, String salt) {}

    static Head head(byte[] text) {
        JsonNode root = root(text);
        JsonNode key = root.path("key");
        try {
            return new Head(
                    new MasterKey(
                            MasterKey.Method.valueOf(key.path("method").asText()),
                            key.path("memoryKib").asInt(),
                            key.path("passes").asInt()),
                    key.path("salt").asText());
        } catch (IllegalArgumentException unknown) {
            throw damaged();
        }
    }

    static SecretFile read(byte[] text, KeyWrapping wrapping) {
        Head head = head(text);
        JsonNode root = root(text);
        Map<String, Map<SecretStage, Sealed>> secrets = new TreeMap<>();
        try {
            root.path("secrets").properties().forEach(secret -> {
                Map<SecretStage, Sealed> stages = new TreeMap<>();
                secret.getValue()
                        .properties()
                        .forEach(stage -> stages.put(
                                SecretStage.valueOf(stage.getKey()),
                                new Sealed(
                                        stage.getValue().path("id").asLong(),
                                        stage.getValue().path("text").asText())));
                secrets.put(secret.getKey(), stages);
            });
            SecretFile file = new SecretFile(
                    head.master(), head.salt(), root.path("written").asLong(), secrets);
            byte[] hidden =
                    wrapping.unwrap(Base64.getDecoder().decode(root.path("seal").asText()), sealContext());
            if (!MessageDigest.isEqual(hidden, sha256(file.body().text()))) {
                throw damaged();
            }
            return file;
        } catch (DecryptionRefused | IllegalArgumentException altered) {
            throw damaged();
        }
    }

    byte[] write(KeyWrapping wrapping) {
        CanonicalJson body = body();
        String seal = Base64.getEncoder().encodeToString(wrapping.wrap(sha256(body.text()), sealContext()));
        return CanonicalJson.of(members(seal)).text().getBytes(StandardCharsets.UTF_8);
    }

    private CanonicalJson body() {
        return CanonicalJson.of(members(""));
    }

    private Map<String, Object> members(String seal) {
        Map<String, Object> all = new LinkedHashMap<>();
        secrets.forEach((name, stages) -> {
            Map<String, Object> versions = new LinkedHashMap<>();
            stages.forEach(
                    (stage, hidden) -> versions.put(stage.name(), Map.of("id", hidden.id(), "text", hidden.text())));
            all.put(name, versions);
        });
        return Map.of(
                "form", (long) FORM,
                "key",
                        Map.of(
                                "method",
                                master.method().name(),
                                "memoryKib",
                                (long) master.memoryKib(),
                                "passes",
                                (long) master.passes(),
                                "salt",
                                salt),
                "written", written,
                "secrets", all,
                "seal", seal);
    }

    private static JsonNode root(byte[] text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root == null || root.path("form").asInt() != FORM) {
                throw damaged();
            }
            return root;
        } catch (JsonProcessingException unreadable) {
            throw damaged();
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    static EncryptionContext context(String name, long id) {
        return EncryptionContext.purpose("secret").with("name", name).with("version", Long.toString(id));
    }

    private static EncryptionContext sealContext() {
        return EncryptionContext.purpose("secret-file");
    }

    private static UnsafeStorage damaged() {
        return new UnsafeStorage("the file of secrets must be as it was written, opened with its own passphrase");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
