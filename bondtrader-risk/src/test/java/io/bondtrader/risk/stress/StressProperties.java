package io.bondtrader.risk.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.limit.Scope;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.SampleBook;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** Laws of stress tests, whatever happens. */
final class StressProperties {

    private static final String SEED = "20250714";
    private static final StressTest BOOK = StressTest.of(SampleStress.book(80));
    private static final StressTest LONG = StressTest.of(ValuedBook.of(
            SampleBook.positions(80, 40).stream()
                    .map(held -> new Position(
                            held.security(),
                            held.book(),
                            held.trader(),
                            held.face().abs()))
                    .toList(),
            SampleBook.market()));

    @Provide
    Arbitrary<StressEffect> effects() {
        Arbitrary<Double> small = Arbitraries.doubles().between(-0.02, 0.03).ofScale(4);
        Arbitrary<Double> part = Arbitraries.doubles().between(0, 0.2).ofScale(3);
        Arbitrary<Scope> scopes = Arbitraries.of(
                Scope.all(),
                SampleStress.FINANCIALS,
                Scope.of(Dimension.RATING, "BBB", "BB"),
                new Scope.Not(Scope.of(Dimension.COUNTRY, "US")),
                Scope.of(Dimension.TENOR, "7Y-10Y", "10Y-20Y"));
        return Arbitraries.oneOf(
                small.map(shift -> new StressEffect.Rates(null, CurveScenario.parallel(shift))),
                small.map(twist -> new StressEffect.Rates("EUR", CurveScenario.steepener(twist, 2, 10))),
                Combinators.combine(scopes, small, part).as(StressEffect.Spreads::new),
                scopes.map(scope -> new StressEffect.Downgrade(
                        Scope.of(Dimension.RATING, "BBB").and(scope), 1, SampleStress.TABLE, 1)),
                Combinators.combine(scopes, part)
                        .as((scope, left) -> new StressEffect.Default(
                                Scope.of(Dimension.ISSUER, "issuer 5").and(scope), left)),
                part.map(fall -> new StressEffect.Currencies("EUR", -fall)),
                Combinators.combine(scopes, part, part).as(StressEffect.Liquidity::new));
    }

    @Property(tries = 100, seed = SEED)
    void theOrderOfEffectsDoesNotMatter(
            @ForAll("effects") StressEffect one,
            @ForAll("effects") StressEffect two,
            @ForAll("effects") StressEffect three,
            @ForAll @LongRange(min = 0, max = 99) long seed) {
        List<StressEffect> effects = new ArrayList<>(List.of(one, two, three));
        double before = BOOK.run(new StressScenario("some", effects)).total();
        Collections.shuffle(effects, new Random(seed));

        assertThat(BOOK.run(new StressScenario("other", effects)).total())
                .isCloseTo(before, within(1e-4 + 1e-9 * Math.abs(before)));
    }

    @Property(tries = 100, seed = SEED)
    void partsAddUpAndBothPathsAgree(@ForAll @Size(min = 1, max = 6) List<@From("effects") StressEffect> all) {
        StressScenario scenario = new StressScenario("some", all);
        StressResult result = BOOK.run(scenario);

        assertThat(result.byFactor().values().stream().mapToDouble(x -> x).sum())
                .isCloseTo(result.total(), within(1e-4));
        assertThat(VerifiedStress.of(BOOK, Verifier.flagging()).total(scenario).isAgreed())
                .isTrue();
        assertThat(result.byFactor().getOrDefault(StressFactor.LIQUIDITY, 0.0)).isLessThanOrEqualTo(0.0);
    }

    @Property(tries = 100, seed = SEED)
    void aBookWithoutShortPositionsLosesMoreTheFurtherRatesAndSpreadsRise(
            @ForAll @Scale(5) @DoubleRange(min = 0.0001, max = 0.05) double shift,
            @ForAll @Scale(5) @DoubleRange(min = 0.0001, max = 0.05) double more) {
        StressScenario some = StressScenario.builder("some")
                .rates(CurveScenario.parallel(shift))
                .spreads(SampleStress.FINANCIALS, shift)
                .build();
        StressScenario further = StressScenario.builder("further")
                .rates(CurveScenario.parallel(shift + more))
                .spreads(SampleStress.FINANCIALS, shift + more)
                .build();

        double loss = -LONG.run(some).total();
        assertThat(loss).isPositive();
        assertThat(-LONG.run(further).total()).isGreaterThan(loss);
    }

    @Property(tries = 50, seed = SEED)
    void nothingMoreIsLostThanTheBookIsWorth(@ForAll @Size(min = 1, max = 5) List<@From("effects") StressEffect> all) {
        assertThat(LONG.run(new StressScenario("some", all)).total())
                .isGreaterThan(-LONG.book().marketValue());
    }
}
