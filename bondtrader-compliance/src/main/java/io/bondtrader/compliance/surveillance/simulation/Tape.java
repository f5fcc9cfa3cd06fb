package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.FlowEvent;
import java.util.ArrayList;
import java.util.List;

/** The flow as it is written, with its clock. */
final class Tape {

    final Agenda agenda = new Agenda();
    private final List<FlowEvent> events = new ArrayList<>();
    private long orders;

    long now() {
        return agenda.now();
    }

    long next() {
        return events.size();
    }

    String orderId() {
        orders++;
        return "O" + orders;
    }

    void add(FlowEvent event) {
        events.add(event);
    }

    List<FlowEvent> events() {
        return events;
    }
}
