package io.bondtrader.examples.security;

import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps all security events, and can be full. Random identifiers have names here, so that every run prints the same. */
final class Trail implements SecurityEventSink {

    private final List<SecurityEvent> events = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private boolean full;

    @Override
    public void report(SecurityEvent event) {
        if (full) {
            throw new IllegalStateException("the trail is full");
        }
        events.add(event);
    }

    void full(boolean now) {
        full = now;
    }

    void call(String identifier, String name) {
        names.put(identifier, name);
    }

    List<SecurityEvent> events() {
        return List.copyOf(events);
    }

    List<SecurityEvent> since(int count) {
        return List.copyOf(events.subList(count, events.size()));
    }

    int size() {
        return events.size();
    }

    String named(String text) {
        String result = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            result = result.replace(name.getKey(), name.getValue());
        }
        return result;
    }
}
