package io.bondtrader.security.mfa;

import java.util.OptionalInt;
import javax.crypto.Mac;

/** What counters and times share: reading a code, looking through a window, and accepting a step once. */
final class OneTimeCodes {

    private OneTimeCodes() {}

    /** Reads a code: ASCII digits, with one space allowed in the middle as apps show it. */
    static OptionalInt parse(String text, int digits) {
        int middle = digits / 2;
        boolean spaced = text.length() == digits + 1 && text.charAt(middle) == ' ';
        if (text.length() != digits && !spaced) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (spaced && i == middle) {
                continue;
            }
            if (c < '0' || c > '9') {
                return OptionalInt.empty();
            }
            value = 10 * value + (c - '0');
        }
        return OptionalInt.of(value);
    }

    /**
     * Looks at every step of the window whatever it finds and whatever was typed, then accepts the earliest right one above
     * the last.
     */
    static CodeCheck check(
            OneTimeSecret secret, String factor, String text, StepStore store, long first, long lastStep) {
        OptionalInt code = parse(text, secret.digits());
        int typed = code.orElse(-1); // no code is negative, so that malformed text takes the work of a wrong code
        long last = store.last(factor);
        long found = StepStore.NONE;
        boolean old = false;
        Mac mac = secret.mac();
        for (long step = lastStep; step >= Math.max(0, first); step--) {
            boolean right = (secret.code(mac, step) ^ typed) == 0;
            old |= right && step <= last;
            found = right && step > last ? step : found;
        }
        if (code.isEmpty()) {
            return new CodeCheck(CodeVerdict.MALFORMED, StepStore.NONE);
        }
        if (found == StepStore.NONE) {
            return new CodeCheck(old ? CodeVerdict.REPLAYED : CodeVerdict.WRONG, StepStore.NONE);
        }
        boolean accepted = store.compareAndSet(factor, last, found);
        return new CodeCheck(accepted ? CodeVerdict.ACCEPTED : CodeVerdict.REPLAYED, found);
    }
}
