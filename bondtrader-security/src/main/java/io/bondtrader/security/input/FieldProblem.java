package io.bondtrader.security.input;

/**
 * What is wrong with one field. Safe to be said to whoever sent it: it holds no value. Immutable.
 *
 * @param path of the field, as in {@code legs[2].price}
 * @param rule what it must be
 */
public record FieldProblem(String path, String rule) {

    @Override
    public String toString() {
        return path + " must be " + rule;
    }
}
