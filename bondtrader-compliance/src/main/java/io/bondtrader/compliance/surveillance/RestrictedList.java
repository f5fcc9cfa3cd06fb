package io.bondtrader.compliance.surveillance;

/**
 * An order or trade in a bond that is closed to its owner: on the list that binds the firm's own and its people's accounts,
 * or while the owner is behind the wall.
 *
 * <p>Source: Regulation (EU) No 596/2014, Articles 8 and 11.
 */
final class RestrictedList extends Detector {

    private static final int MOST = 64;

    private double size;

    RestrictedList(RuleVersion rule) {
        super(DetectorKind.RESTRICTED_LIST, rule, FlowKind.RESTRICTION, FlowKind.NEW, FlowKind.FILL);
    }

    @Override
    void load() {
        size = value("size");
    }

    @Override
    void on(Scene scene) {
        FlowEvent event = scene.event();
        InstrumentFlow instrument = scene.instrument();
        if (event.kind() == FlowKind.RESTRICTION) {
            restrictions(instrument).add(event.timeNanos(), event);
            return;
        }
        if (instrument.memory[slot()] == null) {
            return;
        }
        Activity who = scene.activity();
        Recent<FlowEvent> restrictions = restrictions(instrument);
        for (int i = 0; i < restrictions.size(); i++) {
            FlowEvent restriction = restrictions.get(i);
            boolean binds = restriction.account().isEmpty()
                    ? who.kind != AccountKind.CLIENT
                    : who.owner.equals(Counterparties.ownerOf(restriction.account(), scene));
            if (binds
                    && event.timeNanos() < restriction.otherTimeNanos()
                    && event.size() >= size
                    && scene.opens(this, who)) {
                scene.alert(scene.evidence(this, who).event(restriction.index()).atLeast("size", event.size()));
            }
        }
    }

    @SuppressWarnings("unchecked") // only this detector writes its slot
    private Recent<FlowEvent> restrictions(InstrumentFlow instrument) {
        Object known = instrument.memory[slot()];
        if (known == null) {
            known = new Recent<FlowEvent>(MOST);
            instrument.memory[slot()] = known;
        }
        return (Recent<FlowEvent>) known;
    }

    @Override
    int kept(InstrumentFlow instrument) {
        return instrument.memory[slot()] == null ? 0 : restrictions(instrument).size();
    }
}
