package io.bondtrader.compliance.report.transaction.xml;

import io.bondtrader.compliance.report.transaction.ReportField;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What may stand in an element: the parts of schema language that the messages need. Immutable. */
sealed interface Grammar {

    /** Text of a form. */
    record Simple(String form, Predicate<String> accepts) implements Grammar {}

    /** A number with its currency in an attribute. */
    record Amount(String form, Predicate<String> accepts) implements Grammar {}

    /** Children in a fixed order. */
    record InOrder(List<Part> parts) implements Grammar {}

    /** Exactly one of several children. */
    record OneOf(List<Part> parts) implements Grammar {}

    /** What the schema allows and no bond has. */
    record NotForBonds() implements Grammar {}

    /** A child: its name, how often, what stands in it, and the field that it carries. */
    record Part(
            String namespace,
            String name,
            int least,
            int most,
            Grammar content,
            @Nullable ReportField field) {

        Part optional() {
            return new Part(namespace, name, 0, most, content, field);
        }

        Part upTo(int count) {
            return new Part(namespace, name, least, count, content, field);
        }
    }
}
