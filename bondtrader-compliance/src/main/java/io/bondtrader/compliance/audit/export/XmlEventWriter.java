package io.bondtrader.compliance.audit.export;

import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.security.input.LogText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document by XML 1.0; text that XML cannot hold is written in the escapes of {@link LogText} and marked so. */
final class XmlEventWriter implements EventWriter {

    private static final String NAMESPACE = "urn:bondtrader:audit-export:1";

    private final OutputStream out;
    private final XMLStreamWriter xml;

    XmlEventWriter(OutputStream out) throws IOException {
        this.out = out;
        try {
            this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "auditEvents");
            xml.writeDefaultNamespace(NAMESPACE);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void write(LoggedEvent event) throws IOException {
        try {
            xml.writeCharacters("\n  ");
            xml.writeStartElement(NAMESPACE, "event");
            for (Map.Entry<String, String> column : EventRow.of(event).entrySet()) {
                if (!column.getValue().isEmpty()) {
                    element(column.getKey(), column.getValue());
                }
            }
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement(NAMESPACE, name);
        if (value.codePoints().allMatch(XmlEventWriter::isCharacter)) {
            xml.writeCharacters(value);
        } else {
            xml.writeAttribute("escaped", "true");
            xml.writeCharacters(LogText.encode(value));
        }
        xml.writeEndElement();
    }

    /** XML 1.0, production 2, without the carriage return, which readers turn into a line's end. */
    private static boolean isCharacter(int point) {
        return point == 0x9
                || point == 0xA
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            out.close();
        }
    }
}
