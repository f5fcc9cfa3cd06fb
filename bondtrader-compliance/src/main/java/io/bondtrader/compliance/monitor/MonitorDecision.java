package io.bondtrader.compliance.monitor;

import java.util.List;

/**
 * What all rules together say of a trade: the strictest of them. Each kind lists what every rule said, so that nobody has to ask
 * twice. Immutable.
 */
public sealed interface MonitorDecision {

    /** {@return what each rule said, in the order of the rules} */
    List<Finding> findings();

    /** {@return the strictest effect} */
    Effect effect();

    /** {@return the findings that made it what it is} */
    default List<Finding> decisive() {
        return findings().stream()
                .filter(finding -> finding.effect() == effect())
                .toList();
    }

    /**
     * Returns the decision that findings make.
     *
     * @param findings what each rule said; none at all is a refusal
     * @return the strictest
     */
    static MonitorDecision of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Block(List.of(Finding.denied("monitor", "no rule was asked")));
        }
        Effect strictest = Effect.ALLOW;
        for (Finding finding : findings) {
            strictest = strictest.stricter(finding.effect());
        }
        return switch (strictest) {
            case ALLOW -> new Allow(findings);
            case REPORT -> new Report(findings);
            case NEEDS_APPROVAL -> new NeedsApproval(findings);
            case BLOCK -> new Block(findings);
        };
    }

    /**
     * Nothing is against the trade.
     *
     * @param findings what each rule said
     */
    record Allow(List<Finding> findings) implements MonitorDecision {

        /** Copies the findings. */
        public Allow {
            findings = List.copyOf(findings);
        }

        @Override
        public Effect effect() {
            return Effect.ALLOW;
        }
    }

    /**
     * The trade may be done and somebody must be told.
     *
     * @param findings what each rule said
     */
    record Report(List<Finding> findings) implements MonitorDecision {

        /** Copies the findings. */
        public Report {
            findings = List.copyOf(findings);
        }

        @Override
        public Effect effect() {
            return Effect.REPORT;
        }
    }

    /**
     * The trade may be done once another person has agreed.
     *
     * @param findings what each rule said
     */
    record NeedsApproval(List<Finding> findings) implements MonitorDecision {

        /** Copies the findings. */
        public NeedsApproval {
            findings = List.copyOf(findings);
        }

        @Override
        public Effect effect() {
            return Effect.NEEDS_APPROVAL;
        }
    }

    /**
     * The trade may not be done; after it was done: it should not have been.
     *
     * @param findings what each rule said
     */
    record Block(List<Finding> findings) implements MonitorDecision {

        /** Copies the findings. */
        public Block {
            findings = List.copyOf(findings);
        }

        @Override
        public Effect effect() {
            return Effect.BLOCK;
        }
    }
}
