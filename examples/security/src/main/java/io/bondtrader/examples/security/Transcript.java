package io.bondtrader.examples.security;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.event.SecurityEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was done and tried, step by step, with the events that each line caused. */
final class Transcript {

    /** What became of it. */
    enum Mark {
        /** Allowed, as it should be. */
        ALLOWED("✓", "allowed"),
        /** An attack that failed. */
        REFUSED("✗", "refused"),
        /** Not what should have happened. */
        WRONG("!", "wrong");

        private final String sign;
        private final String word;

        Mark(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        String sign() {
            return sign;
        }

        String word() {
            return word;
        }
    }

    /**
     * One line.
     *
     * @param mark what became of it
     * @param row of the list of attacks; empty for what is no attack, or has no row
     * @param what was done
     * @param why it was allowed or refused
     * @param events that it caused, in words
     */
    record Line(Mark mark, String row, String what, String why, List<String> events) {}

    /**
     * One step.
     *
     * @param title of it
     * @param lines in order
     */
    record Step(String title, List<Line> lines) {}

    /** An attack. Returns why it was refused, or nothing if it was not; a coded refusal may be thrown. */
    @FunctionalInterface
    interface Attack {
        Optional<String> carryOut();
    }

    private final Trail trail;
    private final List<Step> steps = new ArrayList<>();
    private int seen;

    Transcript(Trail trail) {
        this.trail = trail;
    }

    void step(String title) {
        steps.add(new Step(title, new ArrayList<>()));
        seen = trail.size();
    }

    void allowed(String what, boolean held, Object how) {
        add(held ? Mark.ALLOWED : Mark.WRONG, "", what, how.toString());
    }

    void attack(String row, String what, Attack attack) {
        seen = trail.size();
        Optional<String> refusal;
        try {
            refusal = attack.carryOut();
        } catch (BondTraderException coded) {
            refusal = Optional.of(coded.clientMessage());
        }
        add(refusal.isPresent() ? Mark.REFUSED : Mark.WRONG, row, what, refusal.orElse("it got through"));
    }

    private void add(Mark mark, String row, String what, String why) {
        List<String> words = trail.since(seen).stream().map(Transcript::words).toList();
        seen = trail.size();
        steps.get(steps.size() - 1).lines().add(new Line(mark, row, what, trail.named(why), words));
    }

    private static String words(SecurityEvent event) {
        return event.type().word();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<Line> lines(Mark mark) {
        return steps.stream()
                .flatMap(step -> step.lines().stream())
                .filter(line -> line.mark() == mark)
                .toList();
    }
}
