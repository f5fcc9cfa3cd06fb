package io.bondtrader.compliance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.regulation.Jurisdiction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every decision, whatever the tables say. */
final class TransparencyLawsTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);

    private static TransparencyRequest request(
            Jurisdiction law,
            BondClass type,
            long issued,
            long size,
            int day,
            int second,
            boolean liquid,
            boolean own) {
        BondProfile bond = Requests.bond(type, "" + issued, "EUR").withLiquidity(Requests.status(liquid));
        Instant at = FIRST.plusDays(day)
                .atTime(LocalTime.ofSecondOfDay(second))
                .atZone(Requests.BERLIN)
                .toInstant();
        TransparencyRequest request = TransparencyRequest.of(
                        "t",
                        law,
                        bond,
                        ExecutionPlace.OTF,
                        TradingSystem.HYBRID,
                        BigDecimal.valueOf(size),
                        at,
                        Requests.BERLIN)
                .withThresholds(Requests.SIZES)
                .withRate("GBP", new BigDecimal("0.87"));
        return own ? request.onOwnAccount() : request;
    }

    private static Instant complete(TransparencyDecision decision) {
        List<PublicationStep> steps = decision.postTrade();
        return steps.get(steps.size() - 1).notLaterThan();
    }

    private static Instant first(TransparencyDecision decision) {
        return decision.postTrade().get(0).notLaterThan();
    }

    @Property(tries = 3_000)
    void aLargerTradeIsNeverDueSooner(
            @ForAll boolean union,
            @ForAll BondClass type,
            @ForAll @LongRange(min = 1, max = 5_000_000_000L) long issued,
            @ForAll @LongRange(min = 1, max = 600_000_000) long one,
            @ForAll @LongRange(min = 1, max = 600_000_000) long other,
            @ForAll @IntRange(max = 2_100) int day,
            @ForAll @IntRange(max = 86_399) int second,
            @ForAll boolean liquid,
            @ForAll boolean own) {
        Jurisdiction law = union ? Jurisdiction.EU : Jurisdiction.UK;
        TransparencyDecision small =
                Requests.RULES.decide(request(law, type, issued, Math.min(one, other), day, second, liquid, own));
        TransparencyDecision large =
                Requests.RULES.decide(request(law, type, issued, Math.max(one, other), day, second, liquid, own));
        assertThat(first(large)).isAfterOrEqualTo(first(small));
        assertThat(complete(large)).isAfterOrEqualTo(complete(small));
        assertThat(large.waivers()).containsAll(small.waivers());
    }

    @Property(tries = 2_000)
    void nothingIsDueBeforeItHappenedAndStepsAreInTheOrderOfTime(
            @ForAll boolean union,
            @ForAll BondClass type,
            @ForAll @LongRange(min = 1, max = 600_000_000) long size,
            @ForAll @IntRange(max = 2_100) int day,
            @ForAll @IntRange(max = 86_399) int second,
            @ForAll boolean liquid,
            @ForAll SupplementaryDeferral supplementary) {
        Jurisdiction law = union ? Jurisdiction.EU : Jurisdiction.UK;
        TransparencyRequest request = request(law, type, 900_000_000, size, day, second, liquid, true);
        try {
            request = request.withSupplementary(supplementary);
        } catch (io.bondtrader.core.error.InvalidInput notForSuchBonds) {
            return;
        }
        TransparencyDecision decision = Requests.RULES.decide(request);
        Instant last = request.at();
        for (PublicationStep step : decision.postTrade()) {
            assertThat(step.notLaterThan()).isAfterOrEqualTo(last);
            last = step.notLaterThan();
        }
        assertThat(decision.deferred())
                .isEqualTo(decision.postTrade().stream()
                        .anyMatch(step -> !step.flag().isEmpty()));
        assertThat(decision.preTrade() == PreTradeDuty.WAIVED)
                .isEqualTo(!decision.waivers().isEmpty());
    }
}
