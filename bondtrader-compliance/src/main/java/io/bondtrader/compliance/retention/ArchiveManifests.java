package io.bondtrader.compliance.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.RangeProof;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads manifests of archives: what they would not write themselves, they do not take. */
final class ArchiveManifests {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ArchiveManifests() {}

    static ArchiveBundle read(String name, String text) {
        try {
            ArchiveBundle bundle = bundle(JSON.readTree(text));
            if (bundle.toJson().text().equals(text) && bundle.name().equals(name)) {
                return bundle;
            }
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException | BondTraderException none) {
            throw new LogDamaged("the manifest of archive " + name + " cannot be read: "
                    + none.getClass().getSimpleName());
        }
        throw new LogDamaged("the manifest of archive " + name + " is not in canonical form, or of another archive");
    }

    private static ArchiveBundle bundle(JsonNode json) {
        long start = json.path("start").asLong();
        long end = json.path("end").asLong();
        Map<RecordClass, ArchiveBundle.Part> parts = new EnumMap<>(RecordClass.class);
        for (Map.Entry<String, JsonNode> file : json.path("parts").properties()) {
            JsonNode part = file.getValue();
            parts.put(
                    RecordClass.valueOf(file.getKey()),
                    new ArchiveBundle.Part(
                            part.path("events").asLong(),
                            LocalDate.parse(part.path("oldest").asText()),
                            LocalDate.parse(part.path("newest").asText()),
                            part.path("bytes").asLong(),
                            part.path("sha256").asText()));
        }
        List<HashValue> outside = new ArrayList<>();
        json.path("proof").forEach(hash -> outside.add(HashValue.parse(hash.asText())));
        return new ArchiveBundle(
                json.path("origin").asText(),
                start,
                end,
                parts,
                json.path("leaves").asText(),
                new RangeProof(start, end, json.path("treeSize").asLong(), outside),
                json.path("checkpoint").asText());
    }
}
