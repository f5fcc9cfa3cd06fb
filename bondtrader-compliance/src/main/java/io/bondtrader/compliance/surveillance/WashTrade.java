package io.bondtrader.compliance.surveillance;

/**
 * A trade with the same beneficial owner on both sides: nothing changed hands.
 *
 * <p>Source: Regulation (EU) No 596/2014, Annex I, A(c), transactions without a change in beneficial ownership.
 */
final class WashTrade extends Detector {

    private double size;

    WashTrade(RuleVersion rule) {
        super(DetectorKind.WASH_TRADE, rule, FlowKind.FILL);
    }

    @Override
    void load() {
        size = value("size");
    }

    @Override
    void on(Scene scene) {
        String other = scene.event().counterparty();
        Activity who = scene.activity();
        if (other.isEmpty()
                || scene.event().size() < size
                || !who.owner.equals(Counterparties.ownerOf(other, scene))
                || !scene.opens(this, who)) {
            return;
        }
        Fill fill = scene.fill();
        Evidence evidence = scene.evidence(this, who).atLeast("size", fill.size());
        if (fill.order != null) {
            evidence.event(fill.order.enteredIndex).since(fill.order.enteredNanos);
        }
        scene.alert(evidence);
    }
}
