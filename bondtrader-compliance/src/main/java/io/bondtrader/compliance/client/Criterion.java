package io.bondtrader.compliance.client;

/**
 * One condition of a test, with what was found. Immutable.
 *
 * @param name what is looked at
 * @param found what the client has
 * @param bound what it takes
 * @param met whether it is enough
 */
public record Criterion(String name, String found, String bound, boolean met) {

    @Override
    public String toString() {
        return name + " " + found + (met ? ", enough: " : ", not enough: ") + bound;
    }
}
