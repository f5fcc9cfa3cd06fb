package io.bondtrader.compliance.report.transaction.xml;

import io.bondtrader.compliance.error.MessageMalformed;
import io.bondtrader.core.error.InvalidInput;
import java.io.InputStream;
import java.util.List;

/**
 * Files of transaction reports as XML: written, checked and read.
 *
 * <p>Source: ISO 20022, message auth.016.001.01, as restricted by ESMA's usage guideline 1.1.0 of 2018. What is read goes
 * through the structural check first; what is read and written again is the same message. Reading refuses document types
 * and entities, other encodings than UTF-8, and files beyond the size asked for. No state; safe for use by many threads.
 */
public final class TransactionXml {

    /** As many bytes as are read of a file unless asked for otherwise: 64 MiB. */
    public static final int MOST_BYTES = 64 << 20;

    private static final Grammar.Part PLAIN = MessageGrammars.reports();
    private static final Grammar.Part ENVELOPED = MessageGrammars.enveloped(PLAIN);

    private TransactionXml() {}

    /**
     * Writes a file. The same file gives the same bytes.
     *
     * @param file the messages, at least one, with or without a header
     * @return XML in UTF-8
     * @throws InvalidInput if there is no message
     */
    public static byte[] write(TransactionFile file) {
        InvalidInput.unless(!file.messages().isEmpty(), "messages", "none", "at least one");
        return TransactionWriter.write(file);
    }

    /**
     * Compares a file with the structure of the message.
     *
     * @param in the file
     * @return where it departs; empty if nowhere
     * @throws MessageMalformed if it is no XML, or not such as is read
     */
    public static List<StructureProblem> check(InputStream in) {
        return check(in, MOST_BYTES);
    }

    /**
     * Compares a file with the structure of the message.
     *
     * @param in the file
     * @param mostBytes how many bytes are read at most
     * @return where it departs; empty if nowhere
     * @throws MessageMalformed if it is no XML, or not such as is read, or is longer
     */
    public static List<StructureProblem> check(InputStream in, int mostBytes) {
        return problems(XmlTree.read(in, mostBytes));
    }

    /**
     * Reads a file.
     *
     * @param in the file
     * @return its messages; their fields have no provenance
     * @throws MessageMalformed if it departs from the structure of the message, or holds what no bond has
     * @throws InvalidInput if a value has the right form and is none: an LEI or ISIN whose check digits are wrong, a
     *     country that there is not
     */
    public static TransactionFile read(InputStream in) {
        return read(in, MOST_BYTES);
    }

    /**
     * Reads a file.
     *
     * @param in the file
     * @param mostBytes how many bytes are read at most
     * @return its messages; their fields have no provenance
     * @throws MessageMalformed if it departs from the structure of the message, is longer, or holds what no bond has
     * @throws InvalidInput if a value has the right form and is none
     */
    public static TransactionFile read(InputStream in, int mostBytes) {
        XmlNode root = XmlTree.read(in, mostBytes);
        List<StructureProblem> problems = problems(root);
        if (!problems.isEmpty()) {
            throw new MessageMalformed(problems.size() + " problems, the first: " + problems.get(0));
        }
        return TransactionReader.file(root);
    }

    private static List<StructureProblem> problems(XmlNode root) {
        return Structure.problems(root, root.name.equals("BizData") ? ENVELOPED : PLAIN);
    }
}
