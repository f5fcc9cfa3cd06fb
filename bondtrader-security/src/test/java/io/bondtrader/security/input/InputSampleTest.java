package io.bondtrader.security.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the page on input shows. */
final class InputSampleTest {

    private record NewOrder(String isin, Side side, long face, BigDecimal price) {}

    @Test
    void bindsAnOrder() {
        byte[] json = "{\"isin\":\"US912810TM09\",\"side\":\"BUY\",\"face\":1000000,\"price\":\"99.5\"}"
                .getBytes(StandardCharsets.UTF_8);

        var body = RequestBody.read(json, JsonLimits.standard());
        var isin = body.text("isin", TextRule.isin());
        var side = body.oneOf("side", Side.class);
        var face = body.integer("face", 1, 1_000_000_000);
        var price = body.decimal("price", DecimalRule.of("0.01", "300", 6));
        body.done(); // throws once, with everything that is wrong
        var order = new NewOrder(isin.value(), side.value(), face.value(), price.value());

        assertThat(order.price()).isEqualByComparingTo("99.5");
    }
}
