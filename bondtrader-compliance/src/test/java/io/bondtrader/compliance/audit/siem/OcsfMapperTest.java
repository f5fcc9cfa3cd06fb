package io.bondtrader.compliance.audit.siem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.error.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events by the open schema. */
final class OcsfMapperTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode mapped(String action, Outcome outcome) throws Exception {
        return JSON.readTree(OcsfMapper.standard().map(SampleEvents.event(action, outcome, "thing-1", Map.of())));
    }

    @Test
    void anExecutionIsACallThatChangesSomething() throws Exception {
        JsonNode out = JSON.readTree(OcsfMapper.ofVersion("1.2.0").map(SampleEvents.execution()));

        JsonNode sample = JSON.readTree("""
                {"activity_id":3,"actor":{"user":{"name":"trader-17","uid":"trader-17","type":"trader"}},
                 "api":{"operation":"order.execute"},"category_uid":6,"class_uid":6003,"severity_id":1,
                 "src_endpoint":{"ip":"192.0.2.7"},"status_id":1,"time":1795244624123,"type_uid":600303}
                """);
        for (Map.Entry<String, JsonNode> member : sample.properties()) {
            assertThat(out.get(member.getKey())).as(member.getKey()).isEqualTo(member.getValue());
        }
        assertThat(out.at("/metadata/uid").asText()).isEqualTo("0193b7c2-7f5e-7c11-a1f0-000000003039");
        assertThat(out.at("/metadata/version").asText()).isEqualTo("1.2.0");
        assertThat(out.at("/metadata/product/vendor_name").asText()).isEqualTo("BondTrader");
        assertThat(out.at("/unmapped/body/price").asText()).isEqualTo("98.5");
    }

    @ParameterizedTest
    @CsvSource({
        "security.authn_login_success, 3002, 1",
        "security.session_expired, 3002, 2",
        "security.authz_change, 3005, 1",
        "access.role_revoked, 3005, 2",
        "security.user_created, 3004, 1",
        "security.sensitive_read, 6005, 1",
        "secret.accessed, 6005, 1",
        "security.crypt_decrypt_fail, 6005, 10",
        "security.sensitive_delete, 6005, 7",
        "surveillance.alert, 2004, 1",
        "limit.breached, 2003, 1",
        "order.created, 6003, 1",
        "calculation.verified, 6003, 2",
        "order.cancelled, 6003, 4",
        "day.rolled, 6003, 99",
    })
    void eachKindHasItsClassAndActivity(String action, int type, int activity) throws Exception {
        JsonNode out = mapped(action, Outcome.SUCCESS);

        assertThat(out.get("class_uid").asInt()).isEqualTo(type);
        assertThat(out.get("category_uid").asInt()).isEqualTo(type / 1000);
        assertThat(out.get("activity_id").asInt()).isEqualTo(activity);
        assertThat(out.get("type_uid").asInt()).isEqualTo(type * 100 + activity);
    }

    @ParameterizedTest
    @CsvSource({
        "security.authn_login_fail, user service",
        "security.authz_change, user",
        "security.user_created, entity",
        "secret.accessed, actor src_endpoint databucket",
        "surveillance.alert, finding_info",
        "limit.breached, finding_info compliance",
        "order.created, actor api src_endpoint",
    })
    void whatAClassRequiresIsThere(String action, String required) throws Exception {
        JsonNode out = mapped(action, Outcome.FAILURE);

        assertThat(out.fieldNames()).toIterable().contains(required.split(" "));
        assertThat(out.fieldNames())
                .toIterable()
                .contains("activity_id", "category_uid", "class_uid", "type_uid", "severity_id", "time", "metadata");
    }

    @Test
    void whatFailsOrIsDeniedFailsThereToo() throws Exception {
        assertThat(mapped("order.created", Outcome.DENIED).get("status_id").asInt())
                .isEqualTo(2);
        assertThat(mapped("order.created", Outcome.DENIED).get("severity_id").asInt())
                .isEqualTo(3);
        assertThat(mapped("order.created", Outcome.OBSERVED).get("status_id").asInt())
                .isEqualTo(0);
        assertThat(mapped("surveillance.alert", Outcome.SUCCESS)
                        .get("severity_id")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void theProfileOfIntegrityCarriesTheChain() throws Exception {
        JsonNode out = JSON.readTree(OcsfMapper.standard().withRecordIntegrity().map(SampleEvents.execution()));

        assertThat(out.at("/attestation/fingerprint/value").asText())
                .isEqualTo(SampleEvents.execution().leaf().toString());
        assertThat(out.at("/attestation/prev_event").asText())
                .isEqualTo(SampleEvents.execution().previous().toString());
        assertThat(out.at("/metadata/profiles/0").asText()).isEqualTo("record_integrity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "1.2-dev"})
    void aVersionIsNumbers(String version) {
        assertThatThrownBy(() -> OcsfMapper.ofVersion(version)).isInstanceOf(InvalidInput.class);
    }
}
