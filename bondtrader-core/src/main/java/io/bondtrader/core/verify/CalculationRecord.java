package io.bondtrader.core.verify;

import io.bondtrader.core.audit.CanonicalJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was calculated, from what, by which methods, with which result: enough to repeat the calculation and to prove
 * that a number is the one that was given out.
 *
 * <p>Its bytes depend on the calculation and the version of the library, never on the machine, the locale or the clock.
 * Immutable and safe for use by many threads.
 *
 * @param verified the number and its evidence
 * @param inputs the inputs, in canonical form
 * @param conventions the conventions that were in force, in canonical form
 * @param libraryVersion the version of BondTrader that calculated
 */
public record CalculationRecord(
        Verified verified, CanonicalJson inputs, CanonicalJson conventions, String libraryVersion) {

    /** The name of the layout, in each record: it changes when a member changes its meaning. */
    public static final String SCHEMA = "io.bondtrader/calculation/1";

    /**
     * Makes a record with the version of this library.
     *
     * @param verified the number and its evidence
     * @param inputs what it was calculated from
     * @param argument what it was calculated at
     * @return the record
     * @throws io.bondtrader.core.error.InvalidInput if an input cannot be told in JSON
     */
    public static CalculationRecord of(Verified verified, CalculationInputs inputs, double argument) {
        return new CalculationRecord(
                verified,
                CanonicalJson.of(inputs.inputs(verified.measure(), argument)),
                CanonicalJson.of(inputs.conventions()),
                LibraryVersion.current());
    }

    /** {@return the SHA-256 of the canonical inputs, in 64 lower-case hexadecimal digits} */
    public String inputsSha256() {
        return inputs.sha256();
    }

    /** {@return the whole record as canonical JSON; the members are listed in {@code docs/verification.md}} */
    public CanonicalJson toCanonicalJson() {
        Map<String, Object> members = evidenceMembers();
        members.put("inputs", inputs);
        return CanonicalJson.of(members);
    }

    /** {@return the record in UTF-8; the array is the caller's} */
    public byte[] toBytes() {
        return toCanonicalJson().toBytes();
    }

    /** {@return the SHA-256 of {@link #toBytes()}, in 64 lower-case hexadecimal digits} */
    public String sha256() {
        return toCanonicalJson().sha256();
    }

    /** The record without its inputs, which an audit event carries beside its result. */
    CanonicalJson evidence() {
        return CanonicalJson.of(evidenceMembers());
    }

    private Map<String, Object> evidenceMembers() {
        Map<String, Object> members = new HashMap<>();
        members.put("schema", SCHEMA);
        members.put("library", "bondtrader-core " + libraryVersion);
        members.put("measure", verified.measure().name());
        members.put("unit", verified.measure().unit());
        members.put("inputsSha256", inputsSha256());
        members.put("conventions", conventions);
        members.put("paths", paths());
        Tolerance tolerance = verified.tolerance();
        members.put("tolerance", Map.of("absolute", tolerance.absolute(), "relative", tolerance.relative()));
        verified.difference().ifPresent(difference -> members.put("difference", difference));
        members.put("verdict", verified.verdict());
        members.put("iterations", verified.iterations());
        return members;
    }

    /** A failure is told by its code alone: messages may change between releases and print doubles by the JDK's rules. */
    private List<Map<String, Object>> paths() {
        return verified.paths().stream()
                .<Map<String, Object>>map(path -> path instanceof PathOutcome.Value value
                        ? Map.of("method", value.method(), "value", value.value())
                        : Map.of("method", path.method(), "failure", failureCode(path)))
                .toList();
    }

    private static String failureCode(PathOutcome path) {
        return path instanceof PathOutcome.Failure failure
                ? failure.failure().code().id()
                : "";
    }
}
