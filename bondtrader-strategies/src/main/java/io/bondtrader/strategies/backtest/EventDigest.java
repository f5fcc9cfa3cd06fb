package io.bondtrader.strategies.backtest;

import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.CurvePublished;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Redemption;
import io.bondtrader.strategies.market.Trade;
import io.bondtrader.strategies.market.Valuation;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** SHA-256 of facts as they come, by the bits of numbers, so that it is the same on every machine. */
final class EventDigest {

    private static final int CURVE_YEARS = 50;

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    EventDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    EventDigest add(long value) {
        number.putLong(0, value);
        digest.update(number.array());
        return this;
    }

    EventDigest add(double value) {
        return add(Double.doubleToLongBits(value));
    }

    EventDigest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    EventDigest add(Instant time) {
        return add(time.getEpochSecond()).add(time.getNano());
    }

    EventDigest add(BigDecimal value) {
        return add(value.signum() == 0 ? "0" : value.stripTrailingZeros().toString());
    }

    void add(MarketEvent event) {
        add(event.getClass().getSimpleName()).add(event.eventTime()).add(event.publishedAt());
        if (event instanceof Quote quote) {
            add(quote.instrument())
                    .add(quote.bid())
                    .add(quote.ask())
                    .add(quote.bidFace())
                    .add(quote.askFace());
        } else if (event instanceof Trade trade) {
            add(trade.instrument()).add(trade.price()).add(trade.face());
        } else if (event instanceof Bar bar) {
            add(bar.instrument())
                    .add(bar.open())
                    .add(bar.high())
                    .add(bar.low())
                    .add(bar.close())
                    .add(bar.volume());
        } else if (event instanceof Valuation valuation) {
            add(valuation.instrument()).add(valuation.settlement().toEpochDay());
            add(valuation.cleanPrice())
                    .add(valuation.accruedInterest())
                    .add(valuation.dv01())
                    .add(valuation.yield());
        } else if (event instanceof Observations observations) {
            for (int i = 0; i < observations.names().size(); i++) {
                add(observations.names().names().get(i)).add(observations.value(i));
            }
        } else if (event instanceof CurvePublished curve) {
            add(curve.name());
            for (int years = 1; years <= CURVE_YEARS; years++) {
                add(curve.curve().discountFactor((double) years));
            }
        } else if (event instanceof Listed listed) {
            add(listed.alias()).add(listed.security().toString());
        } else if (event instanceof Redemption redemption) {
            add(redemption.instrument()).add(redemption.date().toEpochDay());
            add(redemption.price()).add(redemption.withAccrued() ? 1L : 0L).add(redemption.cause());
        }
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
