package io.bondtrader.security.input;

import io.bondtrader.core.error.InvalidInput;

/**
 * How large a JSON body may be. Immutable.
 *
 * @param bytes of all of it
 * @param depth of objects and lists in each other
 * @param members of an object, and elements of a list
 * @param string characters of a string
 */
public record JsonLimits(int bytes, int depth, int members, int string) {

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if one is not positive
     */
    public JsonLimits {
        InvalidInput.unless(bytes > 0, "bytes", bytes, "above 0");
        InvalidInput.unless(depth > 0 && depth <= 64, "depth", depth, "from 1 to 64");
        InvalidInput.unless(members > 0, "members", members, "above 0");
        InvalidInput.unless(string > 0, "string", string, "above 0");
    }

    /** {@return 64 KiB, eight levels, a thousand members, strings of 4096 characters} */
    public static JsonLimits standard() {
        return new JsonLimits(64 << 10, 8, 1_000, 4_096);
    }
}
