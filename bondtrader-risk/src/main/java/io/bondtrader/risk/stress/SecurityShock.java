package io.bondtrader.risk.stress;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.risk.credit.Rating;
import io.bondtrader.risk.limit.Scope;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a scenario does to one security or position: the effects that speak of it, put together. */
final class SecurityShock {

    private final StressScenario scenario;
    private final ValuedBook book;

    SecurityShock(StressScenario scenario, ValuedBook book) {
        this.scenario = scenario;
        this.book = book;
    }

    /** The moves of a currency's curve together; null if there is none. */
    @Nullable
    CurveScenario move(Currency currency) {
        CurveScenario sum = null;
        for (StressEffect effect : scenario.effects()) {
            if (effect instanceof StressEffect.Rates rates
                    && (rates.currency() == null || rates.currency().equals(currency.getCurrencyCode()))) {
                sum = sum == null ? rates.move() : sum.plus(rates.move());
            }
        }
        return sum;
    }

    double spreadShift(int security) {
        double shift = 0;
        for (StressEffect effect : scenario.effects()) {
            if (effect instanceof StressEffect.Spreads spreads && contains(spreads.scope(), security)) {
                shift += spreads.absolute() + spreads.proportional() * book.zSpread(security);
            }
        }
        return shift;
    }

    double downgradeShift(int security) {
        double shift = 0;
        for (StressEffect effect : scenario.effects()) {
            if (effect instanceof StressEffect.Downgrade downgrade && contains(downgrade.scope(), security)) {
                Rating rating = Rating.parse(book.security(security).rating());
                shift += downgrade.share() * downgrade.table().change(rating, downgrade.notches());
            }
        }
        return shift;
    }

    /** What is left of a unit of face; NaN if the bond does not default. */
    double recovery(int security) {
        double least = Double.NaN;
        for (StressEffect effect : scenario.effects()) {
            if (effect instanceof StressEffect.Default failed && contains(failed.scope(), security)) {
                least = Double.isNaN(least) ? failed.recovery() : Math.min(least, failed.recovery());
            }
        }
        return least;
    }

    double currencyChange(Currency currency) {
        double change = 0;
        for (StressEffect effect : scenario.effects()) {
            if (effect instanceof StressEffect.Currencies moved
                    && moved.currency().equals(currency.getCurrencyCode())) {
                InvalidInput.unless(
                        !currency.equals(book.market().reportingCurrency()),
                        "currency of scenario " + scenario.name(),
                        moved.currency(),
                        "another than the reporting currency");
                change += moved.change();
            }
        }
        InvalidInput.unless(change > -1, "change of " + currency, change, "above -1");
        return change;
    }

    /** The part of a position's worth that is lost when it is closed. */
    double liquidityCost(int position) {
        double cost = 0;
        for (StressEffect effect : scenario.effects()) {
            if (effect instanceof StressEffect.Liquidity liquidity
                    && liquidity.scope().contains(dimension -> book.groupOf(position, dimension))) {
                cost += 0.5 * liquidity.bidAskWidening() + liquidity.haircut();
            }
        }
        return Math.min(1, cost);
    }

    private boolean contains(Scope scope, int security) {
        return scope.contains(dimension -> groupOf(security, dimension));
    }

    private String groupOf(int place, Dimension dimension) {
        switch (dimension) {
            case FIRM, DESK, BOOK, TRADER ->
                throw new InvalidInput(
                        "scope of a move of spreads or credit",
                        dimension.name().toLowerCase(Locale.ROOT),
                        "of securities: issuer, country, sector, rating, currency, tenor or security");
            default -> {
                Security security = book.security(place);
                String bucket = book.market().tenorBuckets().bucketOf(book.maturityYears(place));
                Position nobody = book.positions().get(0);
                return dimension.groupOf(security, nobody.book(), nobody.trader(), bucket);
            }
        }
    }
}
