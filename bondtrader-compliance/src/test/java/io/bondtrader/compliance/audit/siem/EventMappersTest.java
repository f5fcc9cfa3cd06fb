package io.bondtrader.compliance.audit.siem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.error.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events for Elastic, ArcSight and syslog. */
final class EventMappersTest {

    @Test
    void anEventByTheElasticSchema() throws Exception {
        JsonNode out = new ObjectMapper().readTree(EcsMapper.standard().map(SampleEvents.execution()));

        assertThat(out.get("@timestamp").asText()).isEqualTo("2026-11-21T07:03:44.123Z");
        assertThat(out.at("/event/action").asText()).isEqualTo("order.execute");
        assertThat(out.at("/event/kind").asText()).isEqualTo("event");
        assertThat(out.at("/event/category/0").asText()).isEqualTo("api");
        assertThat(out.at("/event/type/0").asText()).isEqualTo("change");
        assertThat(out.at("/event/outcome").asText()).isEqualTo("success");
        assertThat(out.at("/user/roles/0").asText()).isEqualTo("trader");
        assertThat(out.at("/source/ip").asText()).isEqualTo("192.0.2.7");
        assertThat(out.at("/trace/id").asText()).isEqualTo("req-9");
        assertThat(out.at("/tags/1").asText()).isEqualTo("sox");
        assertThat(out.at("/bondtrader/body/price").asText()).isEqualTo("98.5");
        assertThat(out.at("/ecs/version").asText()).isEqualTo("8.11.0");
    }

    @ParameterizedTest
    @CsvSource({
        "security.authn_login_success, SUCCESS, authentication, start, event",
        "security.authn_login_fail, FAILURE, authentication, error, event",
        "security.authz_change, DENIED, iam, denied, event",
        "secret.accessed, SUCCESS, database, access, event",
        "surveillance.alert, OBSERVED, threat, indicator, alert",
        "limit.breached, OBSERVED, api, info, alert",
    })
    void elasticCategoriesAndTypes(String action, Outcome outcome, String category, String type, String kind)
            throws Exception {
        JsonNode out = new ObjectMapper()
                .readTree(EcsMapper.standard().map(SampleEvents.event(action, outcome, "", Map.of())));

        assertThat(out.at("/event/category/0").asText()).isEqualTo(category);
        assertThat(out.at("/event/type/0").asText()).isEqualTo(type);
        assertThat(out.at("/event/kind").asText()).isEqualTo(kind);
    }

    @Test
    void anEventInTheCommonEventFormat() {
        assertThat(CefMapper.standard().map(SampleEvents.execution()))
                .startsWith("CEF:0|BondTrader|BondTrader|1|order.execute|order execute|2|rt=1795244624123 "
                        + "externalId=0193b7c2-7f5e-7c11-a1f0-000000003039 suser=trader-17 spriv=trader src=192.0.2.7 "
                        + "outcome=success cs1Label=resource cs1=ord-7 cs2Label=correlation cs2=req-9 ")
                .contains(" cn1Label=index cn1=12345 ")
                .endsWith(" msg={\"price\":\"98.5\"}");
    }

    /** Whoever can name an order must not be able to write a field of the log. */
    @Test
    void noValueOpensAFieldOfItsOwn() {
        LoggedEvent hostile =
                SampleEvents.event("order|x", Outcome.SUCCESS, "a suser=root\\ b\nCEF:0|forged", Map.of("k", "v=1"));

        String line = CefMapper.standard().map(hostile);

        assertThat(line).contains("|order\\|x|").contains("cs1=a suser\\=root\\\\ b\\nCEF:0|forged");
        assertThat(line).doesNotContain("\n").contains("msg={\"k\":\"v\\=1\"}");
    }

    @Test
    void anEventAsSyslogCarriesItsHashAndContent() {
        EventMapper mapper = SyslogMapper.of("app-1.example.com", 32473, EcsMapper.standard());

        assertThat(mapper.map(SampleEvents.execution()))
                .startsWith("<110>1 2026-11-21T07:03:44.123Z app-1.example.com bondtrader - order.execute "
                        + "[bondtrader@32473 index=\"12345\" id=\"0193b7c2-7f5e-7c11-a1f0-000000003039\" leaf=\"")
                .endsWith("\ufeff" + EcsMapper.standard().map(SampleEvents.execution()));
    }

    @Test
    void anActionBecomesAnIdOfThirtyTwoVisibleCharacters() {
        EventMapper mapper = SyslogMapper.of("h", 1, event -> "");

        assertThat(mapper.map(SampleEvents.event("ä b".repeat(20), Outcome.DENIED, "", Map.of())))
                .startsWith("<109>1 2026-11-21T07:03:44.123Z h bondtrader - __b__b__b__b__b__b__b__b__b__b__ [");
    }

    @Test
    void aHostAndAnEnterpriseNumberAreChecked() {
        assertThatThrownBy(() -> SyslogMapper.of("my host", 1, event -> "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SyslogMapper.of("host", -1, event -> "")).isInstanceOf(InvalidInput.class);
    }
}
