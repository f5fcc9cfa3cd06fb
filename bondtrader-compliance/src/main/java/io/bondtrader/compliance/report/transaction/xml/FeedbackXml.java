package io.bondtrader.compliance.report.transaction.xml;

import io.bondtrader.compliance.error.MessageMalformed;
import io.bondtrader.compliance.report.transaction.Feedback;
import io.bondtrader.compliance.report.transaction.Feedback.BrokenRule;
import io.bondtrader.compliance.report.transaction.Feedback.FileStatus;
import io.bondtrader.compliance.report.transaction.Feedback.RecordFeedback;
import io.bondtrader.compliance.report.transaction.Feedback.RecordStatus;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads an authority's feedback: ISO 20022, message auth.031.001.01 as restricted by ESMA's usage guideline 1.1.0, with or
 * without its envelope. No state; safe for use by many threads.
 */
public final class FeedbackXml {

    private static final Grammar.Part PLAIN = MessageGrammars.feedback();
    private static final Grammar.Part ENVELOPED = MessageGrammars.enveloped(PLAIN);

    private FeedbackXml() {}

    /**
     * Reads feedback.
     *
     * @param in the file, at most 64 MiB
     * @return one for each file that it is about
     * @throws MessageMalformed if it is no XML, not such as is read, or departs from the structure of the message
     */
    public static List<Feedback> read(InputStream in) {
        XmlNode root = XmlTree.read(in, TransactionXml.MOST_BYTES);
        boolean enveloped = root.name.equals("BizData");
        List<StructureProblem> problems = Structure.problems(root, enveloped ? ENVELOPED : PLAIN);
        if (!problems.isEmpty()) {
            throw new MessageMalformed(problems.size() + " problems, the first: " + problems.get(0));
        }
        XmlNode document = enveloped ? root.child("Pyld").child("Document") : root;
        List<Feedback> feedback = new ArrayList<>();
        for (XmlNode advice : document.child("FinInstrmRptgStsAdvc").children) {
            feedback.add(advice(advice, enveloped ? related(root) : null));
        }
        return List.copyOf(feedback);
    }

    /** The header repeats the header of the file that it answers. */
    private static @Nullable String related(XmlNode root) {
        XmlNode related = root.child("Hdr").child("AppHdr").find("Rltd");
        return related == null ? null : related.child("BizMsgIdr").text();
    }

    private static Feedback advice(XmlNode node, @Nullable String related) {
        XmlNode identifier = node.find("MsgRptIdr");
        XmlNode message = node.child("MsgSts");
        List<RecordFeedback> records = new ArrayList<>();
        for (XmlNode single : node.all("RcrdSts")) {
            records.add(new RecordFeedback(
                    single.child("OrgnlRcrdId").text(),
                    RecordStatus.valueOf(single.child("Sts").text()),
                    rules(single)));
        }
        Map<RecordStatus, Long> counts = new TreeMap<>();
        XmlNode statistics = message.find("Sttstcs");
        if (statistics != null) {
            for (XmlNode count : statistics.all("NbOfRcrdsPerSts")) {
                counts.merge(
                        RecordStatus.valueOf(count.child("DtldSts").text()),
                        Long.valueOf(count.child("DtldNbOfRcrds").text()),
                        Long::sum);
            }
        }
        return new Feedback(
                identifier == null ? related : identifier.text(),
                FileStatus.valueOf(message.child("Sts").text()),
                rules(message),
                records,
                counts);
    }

    private static List<BrokenRule> rules(XmlNode node) {
        return node.all("VldtnRule").stream()
                .map(rule -> new BrokenRule(
                        rule.child("Id").text(), rule.child("Desc").text()))
                .toList();
    }
}
