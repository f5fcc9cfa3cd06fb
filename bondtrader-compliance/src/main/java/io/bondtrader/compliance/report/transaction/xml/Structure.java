package io.bondtrader.compliance.report.transaction.xml;

import io.bondtrader.compliance.report.transaction.ReportField;
import io.bondtrader.compliance.report.transaction.xml.StructureProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a tree of elements with a grammar. One object per comparison. */
final class Structure {

    private static final String SCHEMA_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}";
    private static final int MOST_PROBLEMS = 1_000;

    private final List<StructureProblem> problems = new ArrayList<>();

    static List<StructureProblem> problems(XmlNode root, Grammar.Part expected) {
        Structure structure = new Structure();
        if (!root.name.equals(expected.name()) || !root.namespace.equals(expected.namespace())) {
            structure.report(Kind.NAMESPACE, root, null, "the root is no " + expected.name() + " of its namespace");
        } else {
            structure.element(root, expected);
        }
        return List.copyOf(structure.problems);
    }

    private void element(XmlNode node, Grammar.Part part) {
        if (problems.size() >= MOST_PROBLEMS) {
            return;
        }
        if (!node.namespace.equals(part.namespace())) {
            report(Kind.NAMESPACE, node, part.field(), "in another namespace");
        }
        Grammar content = part.content();
        attributes(node, part, content instanceof Grammar.Amount);
        if (content instanceof Grammar.Simple simple) {
            value(node, part, simple.accepts().test(node.text()), simple.form());
        } else if (content instanceof Grammar.Amount amount) {
            value(node, part, amount.accepts().test(node.text()), amount.form());
        } else if (content instanceof Grammar.NotForBonds) {
            report(Kind.NOT_FOR_BONDS, node, part.field(), "no report of a bond has " + node.name);
        } else {
            if (!node.text().isBlank()) {
                report(Kind.TEXT, node, part.field(), "text between elements");
            }
            if (content instanceof Grammar.InOrder order) {
                inOrder(node, order.parts());
            } else if (content instanceof Grammar.OneOf choice) {
                oneOf(node, choice.parts());
            }
        }
    }

    private void inOrder(XmlNode node, List<Grammar.Part> parts) {
        int next = 0;
        for (Grammar.Part part : parts) {
            int count = 0;
            while (next < node.children.size() && node.children.get(next).name.equals(part.name())) {
                XmlNode child = node.children.get(next);
                count++;
                next++;
                if (count > part.most()) {
                    report(Kind.TOO_MANY, child, part.field(), "at most " + part.most() + " " + part.name());
                } else {
                    element(child, part);
                }
            }
            if (count < part.least()) {
                report(Kind.MISSING, node, part.field(), part.name() + " is missing");
            }
        }
        if (next < node.children.size()) {
            XmlNode child = node.children.get(next);
            report(Kind.UNEXPECTED, child, null, child.name + " may not stand here");
        }
    }

    private void oneOf(XmlNode node, List<Grammar.Part> parts) {
        if (node.children.isEmpty()) {
            Grammar.Part first = parts.get(0);
            report(
                    Kind.MISSING,
                    node,
                    first.field(),
                    "one of " + parts.stream().map(Grammar.Part::name).toList());
            return;
        }
        XmlNode chosen = node.children.get(0);
        for (Grammar.Part part : parts) {
            if (part.name().equals(chosen.name)) {
                element(chosen, part);
                if (node.children.size() > 1) {
                    report(Kind.TOO_MANY, node.children.get(1), part.field(), "only one of the choice may stand here");
                }
                return;
            }
        }
        report(Kind.UNEXPECTED, chosen, null, chosen.name + " may not stand here");
    }

    private void value(XmlNode node, Grammar.Part part, boolean accepted, String form) {
        if (!node.children.isEmpty()) {
            report(Kind.UNEXPECTED, node.children.get(0), part.field(), "an element in a value");
        } else if (!accepted) {
            report(Kind.VALUE, node, part.field(), "not " + form);
        }
    }

    private void attributes(XmlNode node, Grammar.Part part, boolean amount) {
        boolean currency = false;
        for (Map.Entry<String, String> attribute : node.attributes.entrySet()) {
            String key = attribute.getKey();
            if (amount && key.equals("Ccy")) {
                currency = true;
                if (!SimpleForm.CURRENCY.test(attribute.getValue())) {
                    report(Kind.VALUE, node, part.field(), "Ccy is not three capital letters");
                }
            } else if (!key.equals(SCHEMA_INSTANCE + "schemaLocation")) {
                report(Kind.ATTRIBUTE, node, part.field(), "an attribute that may not stand here");
            }
        }
        if (amount && !currency) {
            report(Kind.ATTRIBUTE, node, part.field(), "Ccy is missing");
        }
    }

    private void report(Kind kind, XmlNode node, @Nullable ReportField field, String detail) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new StructureProblem(kind, node.path, field, detail));
        }
    }
}
