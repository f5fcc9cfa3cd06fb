package io.bondtrader.compliance.report.transaction.xml;

import io.bondtrader.compliance.report.transaction.ReportField;
import org.jspecify.annotations.Nullable;

/**
 * Where a message departs from its schema. Immutable.
 *
 * @param kind in which way
 * @param path where, as a path of elements
 * @param field the field of the report there; {@code null} if the place belongs to none
 * @param detail what is wrong; no content of the file but names of elements
 */
public record StructureProblem(
        Kind kind, String path, @Nullable ReportField field, String detail) {

    /** In which ways a message departs from its schema. */
    public enum Kind {
        /** An element is missing. */
        MISSING("XS-01"),
        /** An element stands where none of its name may. */
        UNEXPECTED("XS-02"),
        /** An element comes more often than it may. */
        TOO_MANY("XS-03"),
        /** A value is out of form. */
        VALUE("XS-04"),
        /** An attribute is missing or is none of this element. */
        ATTRIBUTE("XS-05"),
        /** Text stands between elements. */
        TEXT("XS-06"),
        /** An element is in another namespace, or the root is another. */
        NAMESPACE("XS-07"),
        /** The schema allows it, and no report of a bond has it. */
        NOT_FOR_BONDS("XS-08");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** {@return its stable id} */
        public String id() {
            return id;
        }
    }

    @Override
    public String toString() {
        return kind.id() + " at " + path + ": " + detail;
    }
}
