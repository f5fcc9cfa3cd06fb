package io.bondtrader.compliance.report.transaction.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An element that was read, with its place. Filled by {@link XmlTree}, then only read. */
final class XmlNode {

    final String namespace;
    final String name;
    final String path;
    final Map<String, String> attributes = new TreeMap<>();
    final List<XmlNode> children = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    XmlNode(String namespace, String name, String path) {
        this.namespace = namespace;
        this.name = name;
        this.path = path;
    }

    String text() {
        return text.toString();
    }

    /** The text without the white space that numbers, dates and truth values may stand in. */
    String collapsed() {
        return text.toString().strip();
    }

    @Nullable
    XmlNode find(String child) {
        for (XmlNode node : children) {
            if (node.name.equals(child)) {
                return node;
            }
        }
        return null;
    }

    /** A child that the schema says is there. */
    XmlNode child(String child) {
        XmlNode node = find(child);
        if (node == null) {
            throw new IllegalStateException(path + " was read without " + child);
        }
        return node;
    }

    List<XmlNode> all(String child) {
        return children.stream().filter(node -> node.name.equals(child)).toList();
    }
}
