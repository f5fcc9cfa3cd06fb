package io.bondtrader.security.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.InputRejected;
import io.bondtrader.security.error.SecretUnavailable;
import io.bondtrader.security.error.SecurityErrorCode;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Asvs({"16.3.4", "16.5.1", "16.5.4"})
final class ProblemsTest {

    private final List<String> log = new ArrayList<>();
    private final Problems problems = Problems.loggingTo((id, line, failure) -> log.add(id + " " + line));

    @Test
    void aFailureOfOursGivesItsCodeAndSentence() {
        Problem problem = problems.of(new InvalidInput("yield", Double.NaN, "finite"), "r-12345678");

        assertThat(problem.toJson())
                .isEqualTo(
                        "{\"code\":\"BT-1001\",\"correlationId\":\"r-12345678\",\"retryable\":false,\"status\":400,"
                                + "\"title\":\"An input breaks a documented rule.\",\"type\":\"urn:bondtrader:error:BT-1001\"}");
        assertThat(log).containsExactly("r-12345678 BT-1001: yield must be finite, was NaN");
    }

    @Test
    void fieldsAreNamedWithoutTheirValues() {
        Problem problem = problems.of(new InputRejected(List.of("price must be a number")), "r-1");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.toJson()).contains("\"problems\":[\"price must be a number\"]");
    }

    /** Whatever is thrown: no class, no path, no statement, no secret, no cause reaches the client. */
    @Attack("A60")
    @Test
    void a60NothingInternalReachesAClient() {
        String secret = Canary.text("problem", 24);
        Exception cause = new IllegalStateException("jdbc:postgresql://10.0.0.5/desk?password=" + secret);
        List<Throwable> thrown = List.of(
                new RuntimeException("select * from users where id = 7 at /srv/desk/Users.java:12", cause),
                new NullPointerException("Cannot invoke \"io.bondtrader.Order.price()\" because \"order\" is null"),
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new InvalidInput("path", "/etc/passwd " + secret, "another"),
                new SecretUnavailable("db/password", "at /srv/vault " + secret),
                new IllegalArgumentException("\r\nHTTP/1.1 200 OK\r\n\r\n<script>"));
        for (Throwable each : thrown) {
            String json = problems.of(each, "r-1").toJson();
            assertThat(json.contains(Canary.MARK)).isFalse();
            assertThat(json)
                    .doesNotContain(
                            "bondtrader.Order", "java", "Exception", "/srv", "/etc", "select", "jdbc", "\\r", "script");
            assertThat(json).doesNotContain(" at ");
        }
        assertThat(log).hasSize(thrown.size()).allMatch(line -> line.indexOf('\n') < 0 && line.indexOf('\r') < 0);
        // The test's own log is not the build's: it ends here.
        log.clear();
    }

    @Test
    void everyCodeOfSecurityHasASentenceWithoutValues() {
        for (SecurityErrorCode code : SecurityErrorCode.values()) {
            assertThat(code.summary()).endsWith(".").doesNotContain("{", "%", "/", "=");
        }
        assertThat(problems.of(new SecretUnavailable("x", "y"), "r-1").status()).isEqualTo(503);
        assertThat(problems.withStatuses(Map.of("BT-5065", 502))
                        .of(new SecretUnavailable("x", "y"), "r-1")
                        .status())
                .isEqualTo(502);
    }

    @Test
    void aLogThatFailsDoesNotKeepTheAnswerBack() {
        Problems silent = Problems.loggingTo((id, line, failure) -> {
            throw new IllegalStateException("disk full");
        });

        assertThatCode(() -> silent.of(new IllegalStateException("x"), "r-1")).doesNotThrowAnyException();
    }

    @Attack("A51")
    @ParameterizedTest
    @ValueSource(strings = {"", "short", "a b c d e f", "abcdefgh\r\nSet-Cookie: x", "${jndi:ldap}", "\u00e4bcdefghij"})
    void a51ACorrelationIdThatIsNoTokenIsReplaced(String incoming) {
        CorrelationIds ids = CorrelationIds.of(new SecureRandom());

        assertThat(ids.accept(incoming)).hasSize(32).isNotEqualTo(incoming);
    }

    @Test
    void aPlainCorrelationIdIsKept() {
        CorrelationIds ids = CorrelationIds.of(new SecureRandom());

        assertThat(ids.accept("0af76519-16cd-43dd")).isEqualTo("0af76519-16cd-43dd");
        assertThat(ids.accept("x".repeat(65))).hasSize(32);
        assertThat(ids.accept(null)).hasSize(32).isNotEqualTo(ids.next());
    }
}
