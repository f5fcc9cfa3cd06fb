package io.bondtrader.security.access.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.desk.DeskAuthority;
import io.bondtrader.security.access.request.Attribute;
import io.bondtrader.security.access.request.Dimension;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy that is wrong anywhere is no policy, and the message says where. */
final class PolicyJsonTest {

    private static final String SMALL = """
            {
              "format": 1,
              "version": "v1",
              "permissions": [
                {"resource": "order", "action": "enter"},
                {"resource": "order", "action": "approve"}
              ],
              "roles": [
                {"name": "maker", "permissions": [{"resource": "order", "action": "enter"}], "inherits": []},
                {"name": "checker", "permissions": [{"resource": "order", "action": "approve"}], "inherits": []},
                {"name": "chief", "permissions": [], "inherits": ["maker"]}
              ],
              "rules": [
                {"id": "office-hours", "permissions": [{"resource": "order", "action": "enter"}], "roles": ["maker"],
                 "scope": {"desk": ["RATES"]},
                 "when": {"not": {"timeOfDay": {"zone": "Europe/London", "from": "07:00", "to": "18:00",
                                                "days": ["monday", "friday"]}}},
                 "effect": "forbid"}
              ],
              "staticDuties": [{"id": "four-eyes", "exclusiveRoles": ["maker", "checker"], "maxHeld": 1}],
              "dynamicDuties": [
                {"id": "distinct", "type": "distinct-actor", "first": {"resource": "order", "action": "enter"},
                 "second": {"resource": "order", "action": "approve"}}
              ],
              "recorded": [{"resource": "order", "action": "approve"}]
            }
            """;

    private static void refused(String from, String to, String path) {
        assertThat(SMALL).contains(from);
        assertThatThrownBy(() -> PolicyJson.strict().read(SMALL.replace(from, to)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(path);
    }

    @Test
    void aPolicyIsReadAsItWouldBeBuilt() {
        AccessPolicy policy = PolicyJson.strict().read(SMALL);

        assertThat(policy.version()).isEqualTo("v1");
        assertThat(policy.roles().closure("chief")).containsExactly("chief", "maker");
        assertThat(policy.rules().get(0).scope()).isEqualTo(GrantScope.of(Dimension.DESK, "RATES"));
        assertThat(policy.rules().get(0).when())
                .isInstanceOfSatisfying(
                        Condition.Not.class, not -> assertThat(not.other()).isInstanceOf(Condition.TimeOfDay.class));
        assertThat(policy.staticDuties())
                .containsExactly(
                        new StaticDuty.MutuallyExclusive("four-eyes", new TreeSet<>(Set.of("maker", "checker")), 1));
        assertThat(policy.recorded()).hasSize(1);
        assertThat(PolicyJson.strict().read(policy.json().text())).isEqualTo(policy);
    }

    @Test
    void everyFormOfRuleConditionAndDutyIsReadBackTheSame() {
        Attribute<BigDecimal> size = Attribute.number("size");
        Condition named = new Condition.Named("moon", facts -> true);
        AccessPolicy policy = Desk.policy("v2")
                .rules(
                        AccessRule.forbid("a", Desk.READ_ORDER)
                                .when(Condition.all(
                                        Condition.weekdays(
                                                ZoneId.of("America/New_York"),
                                                LocalTime.of(22, 0),
                                                LocalTime.of(6, 30)),
                                        new Condition.SourceIn(List.of(
                                                SourceNetwork.parse("10.0.0.0/8"),
                                                SourceNetwork.parse("2001:db8::/32"))),
                                        new Condition.ProvedWithin(
                                                new TreeSet<>(Set.of(Factor.HARDWARE_TOKEN)), Duration.ofMinutes(5)))),
                        AccessRule.allow("b", Desk.READ_ORDER)
                                .within(GrantScope.of(Dimension.ISSUER, "UST", "ACME"))
                                .when(Condition.any(
                                        Condition.above(size, "1000000.50"),
                                        new Condition.OneOf(Attribute.text("venue"), new TreeSet<>(Set.of("X", "Y"))),
                                        new Condition.Flag(Desk.LATE),
                                        named)),
                        AccessRule.signed("c", Set.of(Factor.TIME_CODE), Duration.ofSeconds(90), Desk.READ_ORDER),
                        AccessRule.approval("d", Desk.APPROVE_ORDER, 2, Set.of("trader"), Desk.CANCEL_ORDER)
                                .when(new Condition.AboveAuthority(
                                        size, new TreeMap<>(Map.of("trader", new BigDecimal("1e6"))))),
                        AccessRule.oblige("e", "tell-the-desk", Desk.READ_ORDER))
                .rules(DeskAuthority.over(Desk.ENTER_ORDER)
                        .allow("trader", Desk.DV01, "25000")
                        .rules())
                .duties(new StaticDuty.Cardinality("two", "trader", 2))
                .duties(
                        new DynamicDuty.MaxSteps("max", new TreeSet<>(Set.of(Desk.ENTER_ORDER, Desk.CANCEL_ORDER)), 1),
                        new DynamicDuty.NofM(
                                "nofm", Desk.CANCEL_ORDER, Desk.APPROVE_ORDER, 2, new TreeSet<>(Set.of("trader"))),
                        new DynamicDuty.CoolOff("cool", Desk.ENTER_ORDER, Desk.CANCEL_ORDER, Duration.ofSeconds(30)))
                .build();

        AccessPolicy read = PolicyJson.strict()
                .knowing(Map.of("moon", facts -> true))
                .read(policy.json().text());

        assertThat(read.json()).isEqualTo(policy.json());
        assertThat(read.digest()).isEqualTo(policy.digest()).hasSize(64);
        assertThat(read.dynamicDuties()).isEqualTo(policy.dynamicDuties());
        assertThat(read.staticDuties()).isEqualTo(policy.staticDuties());
        assertThatThrownBy(() -> PolicyJson.strict().read(policy.json().text()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("$.rules[")
                .hasMessageContaining("moon");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\": 1 | \"format\": 2 | $.format",
                "\"format\": 1 | \"format\": \"1\" | $.format",
                "\"version\": \"v1\" | \"version\": \"V1\" | $.version",
                "\"inherits\": [\"maker\"] | \"inherits\": [\"Maker\"] | $.roles[2].inherits[0]",
                "\"inherits\": [\"maker\"] | \"inherits\": [\"ghost\"] | $.roles[2].inherits[0]",
                "\"inherits\": [\"maker\"] | \"inherits\": [\"chief\"] | $.roles[2]",
                "\"inherits\": [\"maker\"] | \"inherits\": [\"maker\", \"maker\"] | $.roles[2].inherits[1]",
                "\"inherits\": [\"maker\"] | \"inherits\": [\"maker\", \"checker\"] | $.roles[2]",
                "\"name\": \"chief\" | \"name\": \"maker\" | $.roles[2].name",
                "\"name\": \"chief\" | \"name\": \"*\" | $.roles[2]",
                "\"roles\": [\"maker\"] | \"roles\": [\"ghost\"] | $.rules[0].roles[0]",
                "\"effect\": \"forbid\" | \"effect\": \"permit\" | $.rules[0].effect",
                "\"effect\": \"forbid\" | \"effect\": {\"grant\": 1} | $.rules[0].effect.grant",
                "\"effect\": \"forbid\" | \"effect\": \"forbid\", \"note\": 1 | $.rules[0].note",
                "\"scope\": {\"desk\": [\"RATES\"]} | \"scope\": \"*\" | $.rules[0].scope",
                "\"scope\": {\"desk\": [\"RATES\"]} | \"scope\": {} | $.rules[0].scope",
                "\"scope\": {\"desk\": [\"RATES\"]} | \"scope\": {\"desk\": []} | $.rules[0].scope.desk",
                "\"scope\": {\"desk\": [\"RATES\"]} | \"scope\": {\"desk\": [\"*\"]} | $.rules[0].scope.desk",
                "\"scope\": {\"desk\": [\"RATES\"]} | \"scope\": {\"floor\": [\"3\"]} | $.rules[0].scope.floor",
                "\"zone\": \"Europe/London\" | \"zone\": \"Mars/North\" | $.rules[0].when.not.timeOfDay.zone",
                "\"from\": \"07:00\" | \"from\": \"25:00\" | $.rules[0].when.not.timeOfDay.from",
                "\"to\": \"18:00\" | \"to\": \"07:00\" | $.rules[0].when.not.timeOfDay",
                "\"monday\" | \"moonday\" | $.rules[0].when.not.timeOfDay.days[0]",
                "\"when\": {\"not\" | \"when\": {\"nought\" | $.rules[0].when.nought",
                "\"maxHeld\": 1 | \"maxHeld\": 2 | $.staticDuties[0]",
                "\"maxHeld\": 1 | \"maxHeld\": 1.5 | $.staticDuties[0].maxHeld",
                "\"exclusiveRoles\": [\"maker\" | \"exclusiveRoles\": [\"ghost\" | $.staticDuties[0].exclusiveRoles[0]",
                "\"id\": \"distinct\" | \"id\": \"four-eyes\" | $.dynamicDuties[0].id",
                "distinct-actor | distinct-actors | $.dynamicDuties[0].type",
                "\"action\": \"approve\"}} | \"action\": \"burn\"}} | $.dynamicDuties[0].second",
                "\"recorded\": [{\"resource\": \"order\" | \"recorded\": [{\"resource\": \"limit\" | $.recorded[0]",
            })
    @Attack("A39")
    @Asvs("2.2.1")
    void a39WhateverIsWrongIsNamedByItsPath(String from, String to, String path) {
        refused(from, to, path);
    }

    @Test
    void whatIsNoStrictJsonIsNoPolicy() {
        refused("\"format\": 1,", "\"format\": 1, \"format\": 1,", "$");
        refused("\"format\": 1,", "\"extra\": 1, \"format\": 1,", "$.extra");
        refused("\"format\": 1,", "", "$.format");
        refused("\"format\": 1,", "// x\n\"format\": 1,", "$");
        for (String text : List.of(
                "", " ", "null", "[]", "7", SMALL + "{}", SMALL + "x", SMALL.substring(1), "[".repeat(100_000))) {
            assertThatThrownBy(() -> PolicyJson.strict().read(text)).isInstanceOf(InvalidInput.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "1E400", "NaN", "Infinity", "+1", " 1", "1 ", "", "-5", "0x1", "--1", "1.2.3"})
    void amountsAreNumbersInPlainDigits(String bound) {
        String when = "\"when\": {\"above\": {\"attribute\": \"size\", \"bound\": \"" + bound + "\"}}";
        String json = SMALL.replaceAll("(?s)\"when\": \\{.*?\\]\\}\\}\\}", when);

        assertThat(PolicyJson.strict()
                        .read(json.replace('"' + bound + '"', "\"5.25\""))
                        .rules())
                .hasSize(1);
        assertThatThrownBy(() -> PolicyJson.strict().read(json))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("$.rules[0].when.above");
    }

    @Test
    void aChangeOfAnythingChangesTheDigest() {
        String digest = PolicyJson.strict().read(SMALL).digest();

        assertThat(PolicyJson.strict().read(SMALL.replace("v1", "v2")).digest()).isNotEqualTo(digest);
        assertThat(PolicyJson.strict().read(SMALL.replace("07:00", "07:01")).digest())
                .isNotEqualTo(digest);
        assertThat(PolicyJson.strict().read(SMALL.replace(" ", "")).digest()).isEqualTo(digest);
    }
}
