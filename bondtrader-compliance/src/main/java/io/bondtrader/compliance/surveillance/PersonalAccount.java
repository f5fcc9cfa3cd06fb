package io.bondtrader.compliance.surveillance;

/**
 * A trade of an employee's account that nobody cleared beforehand, or that turns an earlier one before the time of holding is
 * over.
 *
 * <p>Source: Delegated Regulation (EU) 2017/565, Article 29, on personal transactions; the time of holding is a house choice.
 */
final class PersonalAccount extends Detector {

    private long holding;

    PersonalAccount(RuleVersion rule) {
        super(DetectorKind.PERSONAL_ACCOUNT, rule, FlowKind.CLEARANCE, FlowKind.FILL);
    }

    /** The newest clearance of each side. */
    private static final class Clearances {
        private long buyUntil = Long.MIN_VALUE;
        private long sellUntil = Long.MIN_VALUE;
    }

    @Override
    void load() {
        holding = nanos("holdingDays") * 86_400;
    }

    @Override
    void on(Scene scene) {
        Activity who = scene.activity();
        if (who.kind != AccountKind.PERSONAL) {
            return;
        }
        Clearances clearances = (Clearances) who.memory[slot()];
        if (clearances == null) {
            clearances = new Clearances();
            who.memory[slot()] = clearances;
        }
        FlowEvent event = scene.event();
        if (event.kind() == FlowKind.CLEARANCE) {
            if (event.sign() >= 0) {
                clearances.buyUntil = Math.max(clearances.buyUntil, event.otherTimeNanos());
            }
            if (event.sign() <= 0) {
                clearances.sellUntil = Math.max(clearances.sellUntil, event.otherTimeNanos());
            }
            return;
        }
        boolean cleared = event.timeNanos() < (event.sign() > 0 ? clearances.buyUntil : clearances.sellUntil);
        long opposite = who.lastFillNanos(-event.sign());
        boolean held = opposite == Long.MIN_VALUE || event.timeNanos() - opposite >= holding;
        if ((cleared && held) || !scene.opens(this, who)) {
            return;
        }
        Evidence evidence = scene.evidence(this, who);
        if (!cleared) {
            evidence.atLeast("tradesWithoutClearance", 1, 1);
        }
        if (!held) {
            evidence.atMost("holdingDays", (event.timeNanos() - opposite) / (86_400 * 1e9));
        }
        scene.alert(evidence);
    }
}
