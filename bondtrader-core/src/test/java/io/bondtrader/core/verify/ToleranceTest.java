package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceTest {

    @ParameterizedTest
    @CsvSource({
        // absolute, relative, a, b -> agree: the boundary belongs to agreement
        "0.25,  0.0,    1.0,   1.25,  true",
        "0.25,  0.0,    1.0,   1.26,  false",
        "0.0,   0.125,  8.0,   7.0,   true",
        "0.0,   0.125,  7.0,   8.0,   true",
        "0.0,   0.125,  8.0,   6.9,   false",
        "0.5,   0.125,  1.0,   1.5,   true",
        "0.0,   0.0,    0.0,  -0.0,   true",
        "0.0,   0.0,    1.0,   1.0,   true",
        "1.0,   0.5,    NaN,   NaN,   false",
        "1.0,   0.5,    1.0,   NaN,   false",
        "1.0,   0.5,    NaN,   1.0,   false",
        "1.0,   0.5,    Infinity, Infinity, false",
        "1.0,   0.5,    Infinity, 1.0, false",
        "1.0,   0.5,    1.0, -Infinity, false",
        "1.0,   0.5,    1.7e308, -1.7e308, false",
    })
    void comparesAsItsFormulaSays(double absolute, double relative, double a, double b, boolean agree) {
        assertThat(new Tolerance(absolute, relative).accepts(a, b)).isEqualTo(agree);
    }

    @Property
    void agreementIsMutual(
            @ForAll double a,
            @ForAll double b,
            @ForAll @DoubleRange(max = 1e3) double absolute,
            @ForAll @DoubleRange(max = 0.9) double relative) {
        Tolerance tolerance = new Tolerance(absolute, relative);

        assertThat(tolerance.accepts(a, b)).isEqualTo(tolerance.accepts(b, a));
        assertThat(tolerance.accepts(a, a)).isEqualTo(Double.isFinite(a));
    }

    @Property
    void whatAgreesNarrowlyAgreesWidely(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double a,
            @ForAll @DoubleRange(min = -1.0, max = 1.0) double apart,
            @ForAll @DoubleRange(max = 1.0) double absolute,
            @ForAll @DoubleRange(max = 1.0) double more) {
        if (new Tolerance(absolute, 0.0).accepts(a, a + apart)) {
            assertThat(new Tolerance(absolute + more, 0.0).accepts(a, a + apart))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"-1e-9, 0", "NaN, 0", "Infinity, 0", "0, -1e-9", "0, 1", "0, NaN"})
    void refusesBoundsThatMeanNothing(double absolute, double relative) {
        assertThatThrownBy(() -> new Tolerance(absolute, relative)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void everyBuiltInMeasureHasItsOwnNameAndPlace() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < Measure.builtIn().size(); i++) {
            Measure measure = Measure.builtIn().get(i);
            assertThat(measure.index()).isEqualTo(i);
            assertThat(names.add(measure.name())).isTrue();
            assertThat(Verifier.flagging().toleranceOf(measure)).isEqualTo(measure.defaultTolerance());
        }
    }

    @Test
    void anApplicationsOwnMeasureIsKnownByWhatItIs() {
        Measure one = Measure.of("gamma", "per unit", Tolerance.EXACT);

        assertThat(one)
                .isEqualTo(Measure.of("gamma", "per unit", Tolerance.EXACT))
                .hasSameHashCodeAs(Measure.of("gamma", "per unit", Tolerance.EXACT))
                .isNotEqualTo(Measure.of("gamma", "per unit", new Tolerance(1.0, 0.0)))
                .isNotEqualTo(Measure.of("gamma", "per point", Tolerance.EXACT))
                .isNotEqualTo(Measure.of("theta", "per unit", Tolerance.EXACT))
                .hasToString("gamma");
    }

    @Test
    void aMeasureWithoutANameOrWithATakenOneIsRefused() {
        assertThatThrownBy(() -> Measure.of(" ", "per unit", Tolerance.EXACT)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Measure.of("gamma", "", Tolerance.EXACT)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Measure.of("Clean Price", "per unit", Tolerance.EXACT))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aPairOfMethodsNeedsTwoOfThem() {
        assertThatThrownBy(() -> new DualPath(Measure.YIELD, "Newton", "Newton"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new DualPath(Measure.YIELD, "", "Newton")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new DualPath(Measure.YIELD, "Newton", " ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CalculationPath.computed(" ", 1.0)).isInstanceOf(InvalidInput.class);
    }
}
