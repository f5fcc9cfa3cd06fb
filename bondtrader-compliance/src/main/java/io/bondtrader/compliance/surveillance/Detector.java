package io.bondtrader.compliance.surveillance;

import java.util.Set;

/**
 * A state machine that looks for one kind of abuse. What it remembers lies in the scene, by owner and instrument, and does
 * not depend on its thresholds: so tighter thresholds never find more.
 */
abstract class Detector {

    private static final double NANOS = 1e9;

    private final DetectorKind kind;
    private final Set<FlowKind> triggers;
    private int slot;
    private RuleVersion rule;
    private String hash = "";
    private long episodeNanos = 1;

    Detector(DetectorKind kind, RuleVersion rule, FlowKind... triggers) {
        this.kind = kind;
        this.rule = rule;
        this.triggers = Set.of(triggers);
    }

    final DetectorKind kind() {
        return kind;
    }

    final boolean wants(FlowKind event) {
        return triggers.contains(event);
    }

    final int slot() {
        return slot;
    }

    final RuleVersion rule() {
        return rule;
    }

    final String ruleHash() {
        return hash;
    }

    final long episodeNanos() {
        return episodeNanos;
    }

    final void install(int place) {
        slot = place;
    }

    final void load(RuleVersion version) {
        rule = version;
        hash = version.hash();
        episodeNanos = nanos("episodeSeconds");
        load();
    }

    final double value(String name) {
        return rule.value(name);
    }

    final long nanos(String name) {
        return Math.max(1, (long) (rule.value(name) * NANOS));
    }

    /** Takes over the thresholds of the rule. */
    abstract void load();

    /** Looks at an event; the scene already shows what it did. */
    abstract void on(Scene scene);

    /** Called when an instrument's day is over, before its books are closed. */
    void endOfDay(InstrumentFlow instrument, Scene scene) {}

    /** How many entries it keeps for an instrument besides what the scene counts. */
    int kept(InstrumentFlow instrument) {
        return 0;
    }
}
