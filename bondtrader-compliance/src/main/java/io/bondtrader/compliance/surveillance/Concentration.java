package io.bondtrader.compliance.surveillance;

import java.util.HashMap;
import java.util.Map;

/**
 * One owner holds or controls by repo so much of an issue that others pay to borrow it.
 *
 * <p>Source: Delegated Regulation (EU) 2016/522, Annex II, Section 1, "abusive squeeze"; the levels are house choices.
 */
final class Concentration extends Detector {

    private double share;
    private double specialness;

    Concentration(RuleVersion rule) {
        super(DetectorKind.CONCENTRATION, rule, FlowKind.POSITION);
    }

    /** What the owner's accounts reported last. */
    private static final class Holdings {
        private final Map<String, FlowEvent> byAccount = new HashMap<>();
    }

    @Override
    void load() {
        share = value("outstandingShare");
        specialness = value("specialnessBp");
    }

    @Override
    void on(Scene scene) {
        Activity who = scene.activity();
        Holdings holdings = (Holdings) who.memory[slot()];
        if (holdings == null) {
            holdings = new Holdings();
            who.memory[slot()] = holdings;
        }
        holdings.byAccount.put(scene.event().account(), scene.event());
        double controlled = 0;
        for (FlowEvent report : holdings.byAccount.values()) {
            controlled += report.size() + report.otherSize();
        }
        double outstanding = scene.instrument().terms.outstanding();
        if (outstanding <= 0
                || controlled < share * outstanding
                || scene.event().price() < specialness
                || !scene.opens(this, who)) {
            return;
        }
        Evidence evidence = scene.evidence(this, who)
                .atLeast("outstandingShare", controlled / outstanding)
                .atLeast("specialnessBp", scene.event().price());
        holdings.byAccount.values().forEach(report -> evidence.event(report.index()));
        scene.alert(evidence);
    }
}
