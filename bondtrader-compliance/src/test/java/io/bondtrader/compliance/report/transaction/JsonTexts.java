package io.bondtrader.compliance.report.transaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Reads JSON that a test changed. */
final class JsonTexts {

    private JsonTexts() {}

    static Map<String, Object> read(String text) {
        try {
            return JsonMapper.builder().build().readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
