package io.bondtrader.compliance.report.transaction.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.error.MessageMalformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML from outside: UTF-8 alone, no document type, no entities but the five of XML, nothing loaded from anywhere, and
 * no more bytes, elements, levels or attributes than asked for.
 */
final class XmlTree {

    private static final int DEEPEST = 24;
    private static final int MOST_ATTRIBUTES = 8;
    private static final int LONGEST_TEXT = 4_096;
    private static final int BYTES_PER_ELEMENT = 4;

    private XmlTree() {}

    static XmlNode read(InputStream in, int mostBytes) {
        String text = decoded(in, mostBytes);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is loaded from elsewhere");
        });
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                throw new MessageMalformed("The file says that it is in another encoding than UTF-8");
            }
            return tree(reader, Math.max(mostBytes / BYTES_PER_ELEMENT, 1));
        } catch (XMLStreamException notWellFormed) {
            throw new MessageMalformed(
                    "Not well-formed XML at line " + notWellFormed.getLocation().getLineNumber(), notWellFormed);
        }
    }

    private static String decoded(InputStream in, int mostBytes) {
        try {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new MessageMalformed("The file has more than " + mostBytes + " bytes");
            }
            String text = UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new MessageMalformed("The file is not in UTF-8", notUtf8);
        } catch (IOException unreadable) {
            throw new MessageMalformed("The file cannot be read", unreadable);
        }
    }

    private static XmlNode tree(XMLStreamReader reader, int mostElements) throws XMLStreamException {
        Deque<XmlNode> open = new ArrayDeque<>();
        Deque<Map<String, Integer>> counts = new ArrayDeque<>();
        counts.push(new HashMap<>());
        @Nullable XmlNode root = null;
        int elements = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                XmlNode node = element(reader, open.peek(), counts.element());
                elements++;
                if (open.size() >= DEEPEST || elements > mostElements) {
                    throw new MessageMalformed("More levels or elements than a message has, at " + node.path);
                }
                XmlNode parent = open.peek();
                if (parent == null) {
                    root = node;
                } else {
                    parent.children.add(node);
                }
                open.push(node);
                counts.push(new HashMap<>());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
                counts.pop();
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new MessageMalformed("Document types and entities are not read");
            } else if (reader.isCharacters() && !open.isEmpty()) {
                XmlNode node = open.element();
                if (node.text.length() + reader.getTextLength() > LONGEST_TEXT) {
                    throw new MessageMalformed("A text is too long, at " + node.path);
                }
                node.text.append(reader.getText());
            }
        }
        if (root == null) {
            throw new MessageMalformed("The file holds no element");
        }
        return root;
    }

    private static XmlNode element(XMLStreamReader reader, @Nullable XmlNode parent, Map<String, Integer> siblings) {
        String name = reader.getLocalName();
        int place = siblings.merge(name, 1, Integer::sum);
        String path = (parent == null ? "" : parent.path) + "/" + name + (place > 1 ? "[" + place + "]" : "");
        String namespace = reader.getNamespaceURI();
        XmlNode node = new XmlNode(namespace == null ? "" : namespace, name, path);
        if (reader.getAttributeCount() > MOST_ATTRIBUTES) {
            throw new MessageMalformed("Too many attributes, at " + path);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String space = reader.getAttributeNamespace(i);
            String key = (space == null || space.isEmpty() ? "" : "{" + space + "}") + reader.getAttributeLocalName(i);
            node.attributes.put(key, reader.getAttributeValue(i));
        }
        return node;
    }
}
