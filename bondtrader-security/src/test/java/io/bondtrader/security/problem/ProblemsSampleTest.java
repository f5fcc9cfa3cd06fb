package io.bondtrader.security.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.error.InvalidInput;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page on input shows of failures. */
final class ProblemsSampleTest {

    @Test
    void answersAFailure() {
        List<String> log = new ArrayList<>();
        RuntimeException failure = new InvalidInput("price", -1, "positive");

        var ids = CorrelationIds.of(new SecureRandom());
        var problems = Problems.loggingTo((id, line, thrown) -> log.add(id + " " + line));
        Problem problem = problems.of(failure, ids.accept(null));
        String answer = problem.toJson(); // code, sentence, number to ask about; nothing else

        assertThat(answer).contains("BT-1001").doesNotContain("price");
        assertThat(log.get(0)).contains("price must be positive");
    }
}
