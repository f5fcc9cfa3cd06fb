package io.bondtrader.core.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalculationRecordTest {

    private static final DualPath PRICE = new DualPath(Measure.CLEAN_PRICE, "closed annuity", "flow by flow");
    private static final Verifier FLAGGING =
            Verifier.builder().alerts(alert -> {}).build();
    private static final CalculationInputs INPUTS =
            CalculationInputs.of(Map.of("yield", 0.0425), Map.of("day count", "ACT/ACT-ICMA"));

    /** The text is the layout in docs/verification.md filled in by hand, the hashes are sha256sum's of it. */
    private static final String TEXT = """
            {"conventions":{"day count":"ACT/ACT-ICMA"},"difference":0.125,"inputs":{"yield":0.0425},\
            "inputsSha256":"35c857e1f8b000ce66230fc3fb1967cbd289af56feb774ddb09e9961fe2b8e9b","iterations":0,\
            "library":"bondtrader-core 1.2.3","measure":"clean price",\
            "paths":[{"method":"closed annuity","value":98.5},{"method":"flow by flow","value":98.625}],\
            "schema":"io.bondtrader/calculation/1","tolerance":{"absolute":1e-10,"relative":1e-12},\
            "unit":"per 100 face","verdict":"DISCREPANT"}""";

    private static final String SHA_256 = "76c1477bf36fa2c47afd4431d4f6b7d742daf24b5dca1fb6852aa2c634c6a45a";

    private static CalculationRecord record() {
        Verified price = FLAGGING.verify(PRICE, INPUTS, 0.0425, 98.5, 98.625, 0);
        return new CalculationRecord(
                price,
                CanonicalJson.of(INPUTS.inputs(Measure.CLEAN_PRICE, 0.0425)),
                CanonicalJson.of(INPUTS.conventions()),
                "1.2.3");
    }

    @Test
    void aRecordIsTheSameBytesEverywhere() {
        assertThat(new String(record().toBytes(), UTF_8)).isEqualTo(TEXT);
        assertThat(record().sha256()).isEqualTo(SHA_256);
    }

    @Test
    void aRecordIsTheSameBytesInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"tr", "ar-EG-u-nu-arab", "de", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(record().sha256()).isEqualTo(SHA_256);
                assertThat(record().verified())
                        .hasToString("clean price 98.500000 ✗ DISCREPANT (closed annuity 98.5,"
                                + " flow by flow 98.625, differ 0.13, tolerance 1e-10 or 1e-12 relative)");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aPathThatFailedIsRecordedByItsCode() {
        Verified price = FLAGGING.verify(PRICE, INPUTS, 0.0425, 98.5, new NotConverged("x", 1, 1.0, 1.0), 3);

        assertThat(CalculationRecord.of(price, INPUTS, 0.0425).toCanonicalJson().text())
                .contains("{\"failure\":\"BT-3001\",\"method\":\"flow by flow\"}", "\"iterations\":3", "PATH_FAILED")
                .doesNotContain("difference");
    }

    @Test
    void anAuditEventCarriesTheRecordInTwoParts() {
        InMemoryAuditSink audit = new InMemoryAuditSink();
        Verified price = Verifier.builder().audit(audit).build().verify(PRICE, INPUTS, 0.0425, 98.5, 98.5, 0);

        CalculationRecord expected = CalculationRecord.of(price, INPUTS, 0.0425);
        assertThat(audit.events()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo("calculation.verified");
            assertThat(event.inputs()).isEqualTo(expected.inputs());
            String whole = expected.toCanonicalJson().text();
            assertThat(event.result().text())
                    .isEqualTo(whole.replace("\"inputs\":" + expected.inputs() + ",", ""))
                    .contains(expected.inputsSha256());
        });
    }

    @Test
    void theLibraryKnowsItsVersion() {
        assertThat(LibraryVersion.current()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void inputsThatJsonCannotTellAreRefused() {
        Verified price = FLAGGING.verify(PRICE, INPUTS, 0.0425, 98.5, 98.5, 0);
        CalculationInputs untellable = (measure, argument) -> Map.of("yield", Double.NaN);

        assertThatThrownBy(() -> CalculationRecord.of(price, untellable, 0.0425))
                .isInstanceOf(InvalidInput.class);
    }
}
