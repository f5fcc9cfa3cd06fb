package io.bondtrader.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.sensitivity.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitJsonTest {

    private static final String GOOD = """
            {
              "domains": {"sector": ["government", "financial"]},
              "limits": [{
                "id": "rates-dv01", "version": 3,
                "measure": {"type": "dv01", "netting": "net"},
                "scope": {"and": [
                  {"in": {"dimension": "desk", "values": ["rates", "swaps"]}},
                  {"not": {"in": {"dimension": "issuer", "values": ["issuer 1"]}}}]},
                "bound": "maximum",
                "threshold": {"type": "relative", "fraction": 0.002, "base": "capital"},
                "action": "kill-switch", "owner": "market risk",
                "validFrom": "2025-01-01T00:00:00Z", "validTo": "2026-01-01T00:00:00Z",
                "proposedBy": "rita", "approvedBy": "carl"
              }]
            }
            """;

    @Test
    void readsWhatTheBuilderBuilds() {
        Limit built = Limit.builder("rates-dv01", LimitMeasure.dv01())
                .version(3)
                .scope(Scope.of(Dimension.DESK, "rates", "swaps")
                        .and(new Scope.Not(Scope.of(Dimension.ISSUER, "issuer 1"))))
                .atMost(new Threshold.Relative(0.002, "capital"))
                .action(LimitAction.KILL_SWITCH)
                .owner("market risk")
                .valid(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"))
                .agreed("rita", "carl")
                .build();

        LimitSet read = LimitJson.read(GOOD);

        assertThat(read)
                .isEqualTo(LimitSet.of(List.of(built), Map.of(Dimension.SECTOR, Set.of("government", "financial"))));
        assertThat(LimitJson.read(LimitJson.write(read))).isEqualTo(read);
        assertThat(read).hasSameHashCodeAs(LimitJson.read(GOOD));
        assertThat(read.toString()).contains("desk rates or swaps");
    }

    @Test
    void everyMeasureScopeAndThresholdComesBackAsItWas() {
        List<Scope> scopes = List.of(
                Scope.all(),
                Scope.of(Dimension.RATING, "AA+", "AA"),
                new Scope.Not(Scope.all()),
                Scope.all().or(Scope.of(Dimension.BOOK, "b").and(Scope.of(Dimension.TENOR, "20Y+"))));
        List<Threshold> thresholds = List.of(
                Threshold.of(0.1 + 0.2), new Threshold.Relative(0.25, "capital"), new Threshold.Dynamic("volatility"));
        List<LimitAction> actions = List.of(LimitAction.values());
        List<Limit> limits = new ArrayList<>();
        for (LimitMeasure measure : SampleDesk.measures()) {
            int k = limits.size();
            limits.add(SampleDesk.limit("limit " + k, measure)
                    .scope(scopes.get(k % scopes.size()))
                    .atMost(thresholds.get(k % thresholds.size()))
                    .action(actions.get(k % 4))
                    .build());
        }
        limits.add(SampleDesk.limit("floor", new LimitMeasure.WeightedMaturity())
                .atLeast(-1)
                .build());
        LimitSet set = LimitSet.of(limits);

        assertThat(LimitJson.read(LimitJson.write(set))).isEqualTo(set);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"version\": 3                | \"version\": 3.5                | $.limits[0].version",
                "\"version\": 3                | \"version\": \"3\"              | $.limits[0].version",
                "\"version\": 3                | \"version\": 0                  | version must be 1 or more",
                "\"version\": 3                | \"version\": 3, \"version\": 4  | uplicate",
                "\"version\": 3                | \"vers\": 3                     | $.limits[0].version must be given",
                "\"owner\": \"market risk\"    | \"owner\": \"market risk\", \"colour\": 1 | $.limits[0].colour must be one of",
                "\"owner\": \"market risk\"    | \"owner\": \" \"                | owner must be not blank",
                "\"owner\": \"market risk\"    | \"owner\": null                 | $.limits[0].owner must be a text",
                "\"type\": \"dv01\"            | \"type\": \"dv02\"              | $.limits[0].measure.type",
                "\"netting\": \"net\"          | \"netting\": \"NET\"            | $.limits[0].measure.netting must be one of [net, gross]",
                "\"netting\": \"net\"          | \"netting\": \"net\", \"x\": 1  | $.limits[0].measure.x",
                "\"fraction\": 0.002           | \"fraction\": -1                | $.limits[0].threshold",
                "\"fraction\": 0.002           | \"fraction\": 1e999             | $.limits[0].threshold.fraction",
                "\"fraction\": 0.002           | \"fraction\": NaN               | JSON",
                "\"type\": \"relative\"        | \"type\": \"absolute\"          | $.limits[0].threshold",
                "\"dimension\": \"issuer\"     | \"dimension\": \"planet\"       | $.limits[0].scope.and[1].not.in.dimension",
                "[\"issuer 1\"]                | []                              | $.limits[0].scope.and[1].not.in",
                "[\"issuer 1\"]                | [\"a\", \"a\"]                  | $.limits[0].scope.and[1].not.in.values[1]",
                "\"kill-switch\"               | \"kill\"                        | $.limits[0].action must be one of [warn",
                "\"2026-01-01T00:00:00Z\"      | \"2026-01-01\"                  | $.limits[0].validTo",
                "\"2026-01-01T00:00:00Z\"      | \"2024-01-01T00:00:00Z\"        | validTo must be after validFrom",
                "\"approvedBy\": \"carl\"      | \"approvedBy\": \" RITA\"       | approvedBy must be another person",
                "{\"sector\": [                | {\"planet\": [                  | $.domains must be one of",
                "[\"government\", \"financial\"] | []                            | $.domains.sector",
                "\"limits\"                    | \"limit\"                       | $.limits must be given",
            })
    void refusesWhatIsNoLimitAndSaysWhere(String from, String to, String message) {
        String bad = GOOD.replace(from.strip(), to.strip());
        assertThat(bad).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> LimitJson.read(bad))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesTextsThatAreTooLongTooDeepOrGoOn() {
        assertThatThrownBy(() -> LimitJson.read(GOOD + "{}")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> LimitJson.read("")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> LimitJson.read("[]")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> LimitJson.read("null")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> LimitJson.read(" ".repeat(5 << 20))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> LimitJson.read("[".repeat(10_000))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> LimitJson.read(GOOD.replace("rita", "r".repeat(20_000))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> LimitJson.read(GOOD.replace("rita", "r".repeat(2_000))))
                .isInstanceOf(InvalidInput.class);
    }

    @Property(tries = 500, seed = "20250714")
    void anyOneCharacterChangedIsReadOrRefusedWithACode(
            @ForAll @IntRange(min = 0, max = 900) int at, @ForAll char with) {
        int place = at % GOOD.length();
        String text = GOOD.substring(0, place) + with + GOOD.substring(place + 1);
        try {
            assertThat(LimitJson.read(text).limits()).hasSize(1);
        } catch (BondTraderException refused) {
            assertThat(refused.code().id()).startsWith("BT-");
        }
    }

    @Test
    void contradictionsAreFoundWhenLimitsAreRead() {
        LimitMeasure value = new LimitMeasure.Exposure(ExposureKind.MARKET_VALUE, Netting.NET);
        Limit floor = SampleDesk.limit("floor", value).atLeast(100).build();
        Limit cap = SampleDesk.limit("cap", value).atMost(90).build();
        assertThatThrownBy(() -> LimitSet.of(List.of(floor, cap)))
                .isInstanceOfSatisfying(
                        ContradictoryConstraints.class,
                        core -> assertThat(core.constraints()).containsExactly("cap", "floor"));
        String json = LimitJson.write(LimitSet.of(List.of(floor)));
        String both = json.replace(
                "\"limits\" : [ {",
                "\"limits\" : [ "
                        + LimitJson.write(LimitSet.of(List.of(cap))).replaceAll("(?s)^.*?\\[|\\]\\s*}\\s*$", "")
                        + ", {");
        assertThatThrownBy(() -> LimitJson.read(both)).isInstanceOf(ContradictoryConstraints.class);
    }
}
