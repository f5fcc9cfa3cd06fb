package io.bondtrader.security.token.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.Attack;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The values that the RFCs print. Those of RFC 7520, section 4, stand among Wycheproof's. */
final class JoseRfcTest {

    private static final String PAYLOAD =
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    private static final String ED25519 = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    @Test
    void theSealOfRfc7515A1() {
        String key = "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3"
                + "Yj0iPS4hcgUuTwjAzZr1Z9CAow\"}]}";
        MacVerifier verifier =
                MacVerifier.of(Set.of(MacAlgorithm.HS256), MacKeys.read(key, Set.of(MacAlgorithm.HS256)));

        JwsOutcome outcome = verifier.verifyClaims(
                "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + PAYLOAD + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

        assertThat(claims(outcome).text("iss")).contains("joe");
        assertThat(claims(outcome).whole("exp")).hasValue(1_300_819_380L);
        assertThat(claims(outcome).flag("http://example.com/is_root")).contains(true);
    }

    @Test
    void theSignatureOfRfc7515A2() {
        String key =
                "{\"kty\":\"RSA\",\"n\":\"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEz"
                        + "P1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUs"
                        + "LA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia"
                        + "GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ\",\"e\":\"AQAB\"}";
        String signature =
                "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5"
                        + "jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0Gar"
                        + "ZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rq"
                        + "Vt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

        JwsOutcome outcome = verifier(key, SignatureAlgorithm.RS256)
                .verifyClaims("eyJhbGciOiJSUzI1NiJ9." + PAYLOAD + "." + signature);

        assertThat(claims(outcome).text("iss")).contains("joe");
    }

    @Test
    void theSignatureOfRfc7515A3() {
        String key = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}";

        JwsOutcome outcome = verifier(key, SignatureAlgorithm.ES256)
                .verifyClaims("eyJhbGciOiJFUzI1NiJ9." + PAYLOAD
                        + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");

        assertThat(claims(outcome).text("iss")).contains("joe");
    }

    @Test
    @Attack("A01")
    void a01TheUnsecuredTokenOfRfc7515A5IsRefused() {
        PublicKeyVerifier verifier =
                verifier("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + ED25519 + "\"}", SignatureAlgorithm.EDDSA);

        assertThat(verifier.verify("eyJhbGciOiJub25lIn0." + PAYLOAD + "."))
                .isEqualTo(new JwsOutcome.Refused(Refusal.ALGORITHM));
    }

    @Test
    void theThumbprintsOfRfc7638AndRfc8037A3AndRfc9449() {
        String rsa =
                "{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tS"
                        + "oc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368Q"
                        + "QMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPks"
                        + "INHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\",\"alg\":\"RS256\",\"kid\":\"2011-04-29\"}";
        String dpop = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs\","
                + "\"y\":\"9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA\"}";

        assertThat(VerificationKey.readJwk(rsa, Set.of(SignatureAlgorithm.RS256))
                        .thumbprint())
                .isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
        assertThat(VerificationKey.ofEd25519(null, Base64.getUrlDecoder().decode(ED25519))
                        .thumbprint())
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(VerificationKey.readJwk(dpop, Set.of(SignatureAlgorithm.ES256))
                        .thumbprint())
                .isEqualTo("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
    }

    @Test
    void theSignatureOfRfc8037A4IsMadeAndVerified() {
        byte[] seed = Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
        String signed = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        try (Ed25519TokenSigner signer = Ed25519TokenSigner.ofSeed("rfc8037", seed)) {
            assertThat(Base64Url.encode(signer.sign(signed.getBytes(StandardCharsets.US_ASCII))))
                    .isEqualTo(
                            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
            assertThat(signer.verificationKey().thumbprint()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        }
    }

    private static PublicKeyVerifier verifier(String jwk, SignatureAlgorithm algorithm) {
        return PublicKeyVerifier.of(
                Set.of(algorithm), VerificationKeys.of(VerificationKey.readJwk(jwk, Set.of(algorithm))));
    }

    private static Claims claims(JwsOutcome outcome) {
        assertThat(outcome).isInstanceOf(JwsOutcome.Verified.class);
        return ((JwsOutcome.Verified) outcome).jws().claims().orElseThrow();
    }
}
