package io.bondtrader.security.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.SharedVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's 151 cases of Ed25519, on the verification that notes use. */
final class Ed25519WycheproofTest {

    @Test
    @Attack("A09")
    void a09EveryCaseEndsAsItSays() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(SharedVectors.file("wycheproof/ed25519_test.json").toFile());
        List<Integer> wrong = new ArrayList<>();
        int count = 0;
        for (JsonNode group : file.get("testGroups")) {
            NoteVerifier verifier =
                    NoteVerifier.of("wycheproof", hex(group.get("publicKey").get("pk")));
            for (JsonNode test : group.get("tests")) {
                boolean valid = test.get("result").textValue().equals("valid");
                if (verifier.verifies(hex(test.get("msg")), hex(test.get("sig"))) != valid) {
                    wrong.add(test.get("tcId").intValue());
                }
                count++;
            }
        }

        assertThat(count).isEqualTo(151);
        assertThat(wrong).isEmpty();
    }

    private static byte[] hex(JsonNode text) {
        return HexFormat.of().parseHex(text.textValue());
    }
}
