package io.bondtrader.strategies.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A simple model of an order, written from the page on orders and from nothing of the product: it keeps the list of all
 * events and answers every question by reading that list again from its beginning. Faces are whole numbers, prices cents.
 */
final class PlainOrder {

    record Fill(String id, long face, long cents) {}

    record Happening(String what, long number, @Nullable Fill fill) {}

    private static final List<String> ENDS = List.of("denied", "rejected", "cancelled", "expired");

    private final long face;
    private final List<Happening> all = new ArrayList<>();

    PlainOrder(long face) {
        this.face = face;
    }

    /** Notes what happened; returns false, and notes nothing, if it cannot happen. */
    boolean happen(String what, long number, @Nullable Fill fill) {
        if (!possible(what, number)) {
            return false;
        }
        all.add(new Happening(what, number, fill));
        return true;
    }

    List<Fill> fills() {
        Set<String> seen = new HashSet<>();
        List<Fill> fills = new ArrayList<>();
        for (Happening event : all) {
            if (event.fill() != null && seen.add(event.fill().id())) {
                fills.add(event.fill());
            }
        }
        return fills;
    }

    long filled() {
        return fills().stream().mapToLong(Fill::face).sum();
    }

    long paidCents() {
        return fills().stream().mapToLong(fill -> fill.face() * fill.cents()).sum();
    }

    /** The face that is wanted: the last change that was answered while the order could be changed. */
    long wanted() {
        long wanted = face;
        Set<String> seen = new HashSet<>();
        long done = 0;
        for (int i = 0; i < all.size(); i++) {
            Happening event = all.get(i);
            if (event.fill() != null && seen.add(event.fill().id())) {
                done += event.fill().face();
            }
            if (event.what().equals("replaced") && !overBefore(i)) {
                wanted = Math.max(event.number(), done);
            }
        }
        return wanted;
    }

    private PlainOrder before(int count) {
        PlainOrder past = new PlainOrder(face);
        past.all.addAll(all.subList(0, count));
        return past;
    }

    private boolean overBefore(int index) {
        return before(index).over();
    }

    boolean over() {
        return List.of("DENIED", "REJECTED", "CANCELLED", "EXPIRED", "FILLED").contains(state());
    }

    private boolean has(String what) {
        return all.stream().anyMatch(event -> event.what().equals(what));
    }

    String state() {
        long done = filled();
        if (done > 0 && done >= wantedWithoutState()) {
            return "FILLED";
        }
        for (Happening event : all) {
            if (ENDS.contains(event.what())) {
                return event.what().toUpperCase(Locale.ROOT);
            }
        }
        if (!has("submitted")) {
            return has("released") ? "RELEASED" : has("emulated") ? "EMULATED" : "INITIALISED";
        }
        if (outstandingCancel()) {
            return "PENDING_CANCEL";
        }
        if (outstandingChanges() > 0) {
            return "PENDING_REPLACE";
        }
        if (done > 0) {
            return "PARTIALLY_FILLED";
        }
        return has("triggered") ? "TRIGGERED" : has("accepted") ? "ACCEPTED" : "SUBMITTED";
    }

    /** As {@link #wanted}, but found going forward, as the end of the order depends on it. */
    private long wantedWithoutState() {
        long wanted = face;
        long done = 0;
        boolean over = false;
        Set<String> seen = new HashSet<>();
        for (Happening event : all) {
            if (event.fill() != null && seen.add(event.fill().id())) {
                done += event.fill().face();
                over |= done >= wanted;
            }
            if (event.what().equals("replaced") && !over) {
                wanted = Math.max(event.number(), done);
                over = done > 0 && done >= wanted;
            }
            over |= ENDS.contains(event.what());
        }
        return wanted;
    }

    private boolean outstandingCancel() {
        boolean outstanding = false;
        for (Happening event : all) {
            if (event.what().equals("cancel?")) {
                outstanding = true;
            } else if (event.what().equals("cancel refused")) {
                outstanding = false;
            }
        }
        return outstanding;
    }

    private int outstandingChanges() {
        int outstanding = 0;
        for (Happening event : all) {
            if (event.what().equals("replace?")) {
                outstanding++;
            } else if (event.what().equals("replaced") || event.what().equals("replace refused")) {
                outstanding = Math.max(0, outstanding - 1);
            }
        }
        return outstanding;
    }

    private boolean possible(String what, long number) {
        String state = state();
        boolean here = List.of("INITIALISED", "EMULATED", "RELEASED").contains(state);
        boolean works = List.of("ACCEPTED", "TRIGGERED", "PARTIALLY_FILLED").contains(state);
        boolean pending = state.startsWith("PENDING");
        boolean sent = state.equals("SUBMITTED") || works || pending;
        boolean ended = over();
        return switch (what) {
            case "denied" -> here;
            case "emulated" -> state.equals("INITIALISED");
            case "released" -> state.equals("INITIALISED") || state.equals("EMULATED");
            case "submitted" -> state.equals("INITIALISED") || state.equals("RELEASED");
            case "accepted", "triggered" -> sent || (ended && !state.equals("DENIED"));
            case "rejected" -> state.equals("REJECTED") || (sent && filled() == 0);
            case "cancel?" -> sent;
            case "cancel refused" -> sent || (ended && !state.equals("DENIED"));
            case "cancelled", "expired" ->
                here || sent || List.of("CANCELLED", "EXPIRED", "FILLED").contains(state);
            case "replace?" -> sent && !state.equals("PENDING_CANCEL");
            case "replace refused" -> sent || (ended && !state.equals("DENIED"));
            case "replaced" ->
                here
                        || works
                        || pending
                        || (ended && !state.equals("DENIED") && !(state.equals("FILLED") && number > filled()));
            case "filled" -> sent || (ended && !state.equals("DENIED"));
            default -> throw new IllegalArgumentException(what);
        };
    }
}
