package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import org.junit.jupiter.api.Test;

/** The sample of the page about verification. */
final class VerificationPageSampleTest {

    @Test
    void twoPathsThatAgreeGiveTheirNumber() {
        DualPath price = new DualPath(Measure.CLEAN_PRICE, "closed annuity", "flow by flow");
        Verifier verifier = Verifier.flagging();

        Verified verified = verifier.verify(price, CalculationInputs.argumentOnly(), 0.0425, 98.5, 98.5, 0);
        double whateverTheVerdict = verified.value();
        double unlessContradicted = verified.orElseThrow();
        String forTheLog = verified.toString();

        assertThat(whateverTheVerdict).isEqualTo(98.5);
        assertThat(unlessContradicted).isEqualTo(98.5);
        assertThat(forTheLog).startsWith("clean price 98.500000 ✓ agreed");
    }
}
