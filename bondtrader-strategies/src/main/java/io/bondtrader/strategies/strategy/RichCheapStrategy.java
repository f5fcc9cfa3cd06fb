package io.bondtrader.strategies.strategy;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.trade.Security;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.strategies.market.CurvePublished;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.relativevalue.RichCheap;
import io.bondtrader.strategies.relativevalue.RichCheapScore;
import io.bondtrader.strategies.relativevalue.RichCheapScore.Verdict;
import io.bondtrader.strategies.relativevalue.SpreadCost;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Buys bonds that are cheap to a fitted curve and sells those that are rich, by the rules of {@link RichCheap}: beyond the curve's own
 * error, far out after the doubt, coming back in time, and by more than it costs. The curve's error is the root mean square of the
 * residuals of the bonds that it watches. Risk is hedged in one instrument, if one is named.
 *
 * <p>A curve is looked at once all watched bonds have a valuation of its time or later; bonds that have none when the next curve comes
 * are passed over that day. Loses when what is cheap is so for a reason: it stays cheap, or gets cheaper when money is short. For one
 * thread.
 */
final class RichCheapStrategy implements Strategy {

    static final Parameter BONDS = Parameter.names(
            "instruments", List.of("UST 2Y", "UST 5Y", "UST 7Y", "UST 10Y"), 2, "bonds that are watched and traded");
    static final Parameter CURVE = Parameter.text("curve", "UST", "name of the fitted curve");
    static final Parameter WINDOW =
            Parameter.wholeNumber("window", 120, 20, 5000, "observations", "residuals that count");
    static final Parameter HALF_SPREAD =
            Parameter.number("halfSpread", 0.01, 0, 10, "price points", "what a trade costs against the middle");
    static final Parameter HEDGE =
            Parameter.text("hedge", "none", "instrument that takes the opposite risk; none for no hedge");

    static final Parameter PACE = Parameter.text(
            "pace", "UST 10Y yield", "series after whose publication valuations are there; it is not looked at");

    private static final int NEAR = 60;

    private final List<String> bonds;
    private final String curveName;
    private final String pace;
    private final Terms terms;
    private final RichCheap rules;
    private final double exit;
    private final String hedge;
    private final double[][] residuals; // by bond, the oldest first once full
    private final int[] counts;
    private final int[] held;
    private final @Nullable BondQuote[] laidOut;
    private final double[] risks; // as last wanted, by bond
    private final int window;
    private @Nullable CurvePublished pending;
    private double hedged;

    private RichCheapStrategy(Parameters p) {
        this.bonds = p.names(BONDS);
        this.curveName = p.text(CURVE);
        this.pace = p.text(PACE);
        this.terms = Terms.of(p);
        this.rules = new RichCheap(
                p.number(ReversionRule.ENTRY), terms.horizonDays(), SpreadCost.constant(p.number(HALF_SPREAD)));
        this.exit = p.number(ReversionRule.EXIT);
        this.hedge = p.text(HEDGE);
        this.window = p.wholeNumber(WINDOW);
        InvalidInput.unless(exit < rules.entry(), "parameter exit", exit, "below entry, " + rules.entry());
        InvalidInput.unless(!bonds.contains(hedge), "parameter hedge", hedge, "none of the instruments");
        this.residuals = new double[bonds.size()][window];
        this.counts = new int[bonds.size()];
        this.held = new int[bonds.size()];
        this.risks = new double[bonds.size()];
        this.laidOut = new BondQuote[bonds.size()];
    }

    static StrategyType type() {
        return StrategyType.of(
                "rich-cheap",
                "Bonds that are cheap to a fitted curve by more than error, doubt and costs come back to it.",
                List.of(
                        BONDS,
                        CURVE,
                        PACE,
                        WINDOW,
                        ReversionRule.ENTRY,
                        ReversionRule.EXIT,
                        HALF_SPREAD,
                        HEDGE,
                        Terms.DV01,
                        Terms.HORIZON,
                        Terms.VALID),
                RichCheapStrategy::new);
    }

    @Override
    public int warmUp() {
        return window;
    }

    @Override
    public Set<String> interests() {
        Set<String> interests = new HashSet<>(bonds);
        interests.add(curveName);
        interests.add(pace);
        return Set.copyOf(interests);
    }

    @Override
    public List<Intent> onEvent(MarketView view) {
        List<Intent> intents = new ArrayList<>();
        if (view.event() instanceof CurvePublished published && published.name().equals(curveName)) {
            CurvePublished before = pending;
            if (before != null) {
                look(view, before, intents); // with those that came
            }
            pending = published;
        }
        CurvePublished now = pending;
        if (now != null && allValued(view, now)) {
            pending = null;
            look(view, now, intents);
        }
        if (!intents.isEmpty() && !hedge.equals("none")) {
            addHedge(view, intents);
        }
        return intents;
    }

    private boolean allValued(MarketView view, CurvePublished curve) {
        for (String bond : bonds) {
            if (valued(view, bond, curve) == null) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Valuation valued(MarketView view, String bond, CurvePublished curve) {
        Valuation valuation = view.valuation(bond).orElse(null);
        return valuation == null
                        || valuation.eventTime().isBefore(curve.eventTime())
                        || valuation.settlement().isBefore(curve.curve().referenceDate())
                ? null
                : valuation;
    }

    private void look(MarketView view, CurvePublished curve, List<Intent> intents) {
        double[] now = new double[bonds.size()];
        double[] dv01s = new double[bonds.size()];
        double squares = 0;
        int seen = 0;
        for (int i = 0; i < now.length; i++) {
            Valuation valuation = valued(view, bonds.get(i), curve);
            Listed listing = view.listing(bonds.get(i)).orElse(null);
            if (valuation == null || listing == null || !(valuation.dv01() > 0)) {
                continue;
            }
            double fair = fairPrice(i, listing.security(), valuation.settlement(), curve.curve());
            // Price over DV01, in basis points: nearly the difference of yields, without solving for them.
            now[i] = (fair - valuation.dirtyPrice()) / valuation.dv01();
            dv01s[i] = valuation.dv01();
            squares += now[i] * now[i];
            seen++;
        }
        double error = seen == 0 ? 0 : Math.sqrt(squares / seen);
        for (int i = 0; i < now.length; i++) {
            if (dv01s[i] > 0) {
                remember(i, now[i]);
                Intent intent = counts[i] < window ? null : decide(view, i, error, dv01s[i]);
                if (intent != null) {
                    intents.add(intent);
                }
            }
        }
    }

    /** With accrued interest, per 100. Payments are laid out anew when the next one comes near, and with it ex-coupon days. */
    private double fairPrice(int bond, Security security, LocalDate settlement, DiscountCurve curve) {
        BondQuote terms = laidOut[bond];
        if (terms == null
                || !terms.label().equals(security.id())
                || settlement.isBefore(terms.settlement())
                || !terms.payments().get(0).date().isAfter(settlement.plusDays(NEAR))) {
            terms = CurvePricing.of(security.bond(), settlement).quote(security.id(), 100);
            laidOut[bond] = terms;
        }
        double worth = 0;
        for (BondQuote.Payment payment : terms.payments()) {
            worth += payment.amount() * curve.discountFactor(payment.date());
        }
        return worth / curve.discountFactor(settlement);
    }

    private void remember(int bond, double residual) {
        double[] past = residuals[bond];
        if (counts[bond] == window) {
            System.arraycopy(past, 1, past, 0, window - 1);
            past[window - 1] = residual;
        } else {
            past[counts[bond]++] = residual;
        }
    }

    private @Nullable Intent decide(MarketView view, int bond, double error, double dv01) {
        // The honest score is never above the plain one, and costs a hundred times as much.
        if (held[bond] == 0 && Math.abs(plain(residuals[bond])) < rules.entry()) {
            return null;
        }
        RichCheapScore score;
        try {
            score = rules.score(bonds.get(bond), residuals[bond], error, dv01);
        } catch (ZeroVariance still) {
            return null;
        }
        int side = held[bond];
        if (side != 0 && side * score.standing().plain() <= exit) {
            side = 0;
        }
        if (score.isTrade()) {
            side = score.verdict() == Verdict.BUY ? 1 : -1;
        }
        if (side == held[bond]) {
            return null;
        }
        held[bond] = side;
        Reason why = new Reason(
                side > 0 ? "CHEAP" : side < 0 ? "RICH" : "FAIR",
                String.format(
                        Locale.ROOT,
                        "%+.1f bp to the curve, %+.1f deviations after the doubt, %.1f bp expected for %.1f bp of costs",
                        score.residualBp(),
                        score.standing().honest(),
                        Math.abs(score.expectedBp()),
                        score.costBp()));
        double conviction = side == 0 ? 1 : Math.max(0.25, score.trust());
        return terms.intent(view, bonds.get(bond), side, conviction, "", why);
    }

    private static double plain(double[] series) {
        int n = series.length - 1;
        double sum = 0;
        double squares = 0;
        for (int t = 0; t < n; t++) {
            double away = series[t] - series[0];
            sum += away;
            squares += away * away;
        }
        double variance = (squares - sum * sum / n) / (n - 1);
        double away = series[n] - series[0] - sum / n;
        // Rounding must not hide a score that is just large enough.
        return variance > 0 ? away / Math.sqrt(variance) * (1 + 1e-9) : 0;
    }

    private void addHedge(MarketView view, List<Intent> intents) {
        for (Intent intent : intents) {
            int bond = bonds.indexOf(intent.instrument());
            risks[bond] = intent.signedDv01();
        }
        double sum = 0;
        for (double risk : risks) {
            sum += risk;
        }
        if (sum != hedged) {
            hedged = sum;
            intents.add(terms.intent(
                    view, hedge, -sum / terms.dv01(), 1, "", new Reason("HEDGE", "risk of the bonds that are held")));
        }
    }

    @Override
    public String toString() {
        return "rich-cheap of " + bonds + " to " + curveName;
    }
}
