package io.bondtrader.compliance.transparency;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.DatedRule;
import io.bondtrader.core.time.HolidayCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides what must be made public of an order, a quote or a trade in a bond: a pure function of the request, the tables and the
 * calendar. What is not known counts against a waiver or a deferral, never for one: a bond of whose liquidity nothing is known
 * counts as liquid, a size without a published threshold as small.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BondTransparency {

    private final TransparencyTables tables;
    private final HolidayCalendar calendar;

    private BondTransparency(TransparencyTables tables, HolidayCalendar calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    /**
     * Returns the rules.
     *
     * @param tables what the law says when
     * @param calendar the working days of the place
     * @return the rules
     */
    public static BondTransparency of(TransparencyTables tables, HolidayCalendar calendar) {
        return new BondTransparency(Objects.requireNonNull(tables), Objects.requireNonNull(calendar));
    }

    /** {@return the tables} */
    public TransparencyTables tables() {
        return tables;
    }

    /** {@return the working days} */
    public HolidayCalendar calendar() {
        return calendar;
    }

    /**
     * Decides by the law of the day on which it happens.
     *
     * @param request what
     * @return what must be made public
     * @throws io.bondtrader.compliance.error.NoRuleInForce if the tables say nothing for the law or the day
     * @throws io.bondtrader.core.error.MissingData if the worth of the bond's currency is needed and not known, or the
     *     calendar does not reach so far
     */
    public TransparencyDecision decide(TransparencyRequest request) {
        TransparencyLaw law = tables.law(request.law());
        LocalDate day = request.day();
        List<TransparencyReason> reasons = new ArrayList<>();
        boolean liquid = liquid(request, law.liquidity().on(day), reasons);
        Optional<SizeThresholds> sizes = request.thresholds().filter(published -> published.covers(day));

        TreeSet<TransparencyWaiver> waivers = new TreeSet<>();
        PreTradeDuty before = before(request, law.preTrade().on(day), liquid, sizes, waivers, reasons);
        QuoteDuty quotes = quotes(request, law.quotes().on(day), liquid, sizes, reasons);
        TreeSet<String> flags = new TreeSet<>();
        List<PublicationStep> after = after(request, law, liquid, sizes, flags, reasons);
        return new TransparencyDecision(
                before, waivers, quotes, liquid, after, flags, reasons, tables.version(), tables.sha256());
    }

    private static boolean liquid(
            TransparencyRequest request, DatedRule<LiquidityRule> rule, List<TransparencyReason> reasons) {
        BondProfile bond = request.bond();
        LiquidityRule by = rule.content();
        return switch (by.method()) {
            case NONE -> because(reasons, "liquidity", rule.citation(), "is not asked for", true);
            case ISSUANCE_SIZE -> {
                boolean enough = by.enough(bond.bondClass(), new Worth(request, by.currency()).of(bond.issuanceSize()));
                String text = (enough ? "issuance reaches" : "issuance is below") + " that of its type";
                yield because(reasons, "liquidity", rule.citation(), text, enough);
            }
            case QUARTERLY -> {
                Optional<LiquidityStatus> status = bond.liquidityOn(request.day());
                String text = status.map(
                                known -> (known.liquid() ? "liquid" : "not liquid") + ", says " + known.source())
                        .orElse("nothing is known for the day: counts as liquid");
                boolean is = status.map(LiquidityStatus::liquid).orElse(true);
                yield because(reasons, "liquidity", rule.citation(), text, is);
            }
        };
    }

    private static PreTradeDuty before(
            TransparencyRequest request,
            DatedRule<PreTradeRule> rule,
            boolean liquid,
            Optional<SizeThresholds> sizes,
            Set<TransparencyWaiver> waivers,
            List<TransparencyReason> reasons) {
        PreTradeRule by = rule.content();
        if (!request.place().venue()) {
            return because(reasons, "preTrade", rule.citation(), "no trading venue", PreTradeDuty.NOT_REQUIRED);
        }
        if (!by.systems().contains(request.system())) {
            String text = request.system() + " is none of " + by.systems();
            return because(reasons, "preTrade", rule.citation(), text, PreTradeDuty.NOT_REQUIRED);
        }
        for (TransparencyWaiver waiver : by.waivers()) {
            if (applies(waiver, request, by, liquid, sizes)) {
                waivers.add(waiver);
            }
        }
        return waivers.isEmpty()
                ? because(reasons, "preTrade", rule.citation(), "no waiver applies", PreTradeDuty.PUBLISH)
                : because(reasons, "preTrade", rule.citation(), "waivers: " + waivers, PreTradeDuty.WAIVED);
    }

    private static boolean applies(
            TransparencyWaiver waiver,
            TransparencyRequest request,
            PreTradeRule by,
            boolean liquid,
            Optional<SizeThresholds> sizes) {
        return switch (waiver) {
            case LARGE_IN_SCALE -> reaches(request, by.currency(), sizes.map(SizeThresholds::largeBefore));
            case ILLIQUID -> !liquid;
            case SIZE_SPECIFIC ->
                request.interest() == InterestKind.INDICATION
                        && (request.system() == TradingSystem.REQUEST_FOR_QUOTE
                                || request.system() == TradingSystem.VOICE)
                        && reaches(request, by.currency(), sizes.map(SizeThresholds::sizeSpecificBefore));
            case ORDER_MANAGEMENT -> request.interest() == InterestKind.MANAGED_ORDER;
        };
    }

    private static QuoteDuty quotes(
            TransparencyRequest request,
            DatedRule<QuoteRule> rule,
            boolean liquid,
            Optional<SizeThresholds> sizes,
            List<TransparencyReason> reasons) {
        Citation by = rule.citation();
        if (request.place() != ExecutionPlace.SYSTEMATIC_INTERNALISER) {
            return QuoteDuty.NONE;
        }
        if (!rule.content().applies()) {
            return because(reasons, "quotes", by, "no duty of quotes in bonds", QuoteDuty.NONE);
        }
        if (!request.bond().tradedOnVenue()) {
            return because(reasons, "quotes", by, "traded on no venue", QuoteDuty.NONE);
        }
        boolean above = sizes.isPresent()
                && new Worth(request, rule.content().currency())
                                .of(request.size())
                                .compareTo(sizes.get().sizeSpecificBefore())
                        > 0;
        if (above) {
            return because(reasons, "quotes", by, "above the size specific to the instrument", QuoteDuty.NONE);
        }
        return liquid
                ? because(reasons, "quotes", by, "liquid and of ordinary size", QuoteDuty.PUBLISH_FIRM_QUOTE)
                : because(reasons, "quotes", by, "not liquid", QuoteDuty.DISCLOSE_ON_REQUEST);
    }

    private List<PublicationStep> after(
            TransparencyRequest request,
            TransparencyLaw law,
            boolean liquid,
            Optional<SizeThresholds> sizes,
            Set<String> flags,
            List<TransparencyReason> reasons) {
        DatedRule<Duration> realTime = law.realTime().on(request.day());
        DatedRule<DeferralRule> rule = law.deferrals().on(request.day());
        if (!request.place().venue() && !request.bond().tradedOnVenue()) {
            return because(reasons, "postTrade", realTime.citation(), "traded on no venue", List.of());
        }
        Instant soonest = request.at().plus(realTime.content());
        PublicationTimes times = new PublicationTimes(request, calendar, soonest);
        DeferralRule by = rule.content();
        if (by.conditions().isPresent()) {
            conditions(request, by, liquid, sizes, flags);
            if (!flags.isEmpty()) {
                reasons.add(new TransparencyReason("postTrade", rule.citation(), "deferred: " + flags));
                return times.conditional(by.conditions().get(), flags);
            }
            return because(reasons, "postTrade", realTime.citation(), "no deferral applies", times.inRealTime());
        }
        Worth worth = new Worth(request, by.currency());
        Optional<DeferralRow> row = by.rows().stream()
                .filter(one -> one.takes(request.bond(), request.day(), liquid, worth))
                .findFirst();
        Optional<DeferralRow.Tier> tier = row.flatMap(one -> one.tierOf(worth.of(request.size())));
        if (row.isEmpty() || tier.isEmpty()) {
            String text = row.map(one -> "too small in " + one.name()).orElse("no group takes the bond");
            return because(reasons, "postTrade", realTime.citation(), text, times.inRealTime());
        }
        String text = row.get().name() + ", from " + tier.get().size().toPlainString() + " " + by.currency();
        reasons.add(new TransparencyReason("postTrade", row.get().citation(), text));
        return times.tabulated(tier.get(), flags);
    }

    private static void conditions(
            TransparencyRequest request,
            DeferralRule by,
            boolean liquid,
            Optional<SizeThresholds> sizes,
            Set<String> flags) {
        if (reaches(request, by.currency(), sizes.map(SizeThresholds::largeAfter))) {
            flags.add("LRGS");
        }
        if (!liquid) {
            flags.add("ILQD");
        }
        if (request.ownAccount() && reaches(request, by.currency(), sizes.map(SizeThresholds::sizeSpecificAfter))) {
            flags.add("SIZE");
        }
    }

    private static boolean reaches(TransparencyRequest request, String currency, Optional<BigDecimal> threshold) {
        return threshold.isPresent()
                && new Worth(request, currency).of(request.size()).compareTo(threshold.get()) >= 0;
    }

    private static <T> T because(
            List<TransparencyReason> reasons, String subject, Citation citation, String text, T what) {
        reasons.add(new TransparencyReason(subject, citation, text));
        return what;
    }

    @Override
    public String toString() {
        return "BondTransparency[" + tables.version() + ", " + calendar.name() + "]";
    }
}
