package io.bondtrader.compliance.audit.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bondtrader.compliance.error.ExportRejected;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.RangeProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a manifest strictly: what it would not write itself, it does not take. */
final class ManifestReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ManifestReader() {}

    static ExportManifest read(String text) {
        try {
            ExportManifest manifest = manifest(JSON.readTree(text));
            if (!manifest.toJson().text().equals(text)) {
                throw new ExportRejected("the manifest is not in canonical form, or has members that it should not");
            }
            return manifest;
        } catch (JsonProcessingException | BondTraderException | ArithmeticException unreadable) {
            if (unreadable instanceof ExportRejected rejected) {
                throw rejected;
            }
            throw new ExportRejected(
                    "the manifest cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private static ExportManifest manifest(JsonNode json) {
        if (!text(json, "format").equals(ExportManifest.FORMAT)) {
            throw new ExportRejected("the manifest is of another format");
        }
        long start = number(json, "start");
        long end = number(json, "end");
        List<HashValue> outside = new ArrayList<>();
        for (JsonNode hash : json.path("proof")) {
            outside.add(HashValue.parse(hash.asText()));
        }
        SortedMap<String, ExportManifest.FileDigest> files = new TreeMap<>();
        for (Map.Entry<String, JsonNode> file : json.path("files").properties()) {
            files.put(
                    file.getKey(),
                    new ExportManifest.FileDigest(number(file.getValue(), "bytes"), text(file.getValue(), "sha256")));
        }
        return new ExportManifest(
                text(json, "origin"),
                start,
                end,
                text(json, "query"),
                number(json, "events"),
                number(json, "omitted"),
                files,
                new RangeProof(start, end, number(json, "treeSize"), outside),
                text(json, "checkpoint"));
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw new ExportRejected("the manifest has no text " + name);
        }
        return value.asText();
    }

    private static long number(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new ExportRejected("the manifest has no whole number " + name);
        }
        return value.asLong();
    }
}
