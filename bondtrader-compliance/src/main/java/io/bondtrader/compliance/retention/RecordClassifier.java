package io.bondtrader.compliance.retention;

import io.bondtrader.compliance.audit.AuditRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says of which kind a record is, by the beginning of its action; the first that fits holds. Immutable. */
public final class RecordClassifier {

    private final Map<String, RecordClass> beginnings;

    private RecordClassifier(Map<String, RecordClass> beginnings) {
        this.beginnings = beginnings;
    }

    /** {@return the classifier for the actions of this library} */
    public static RecordClassifier standard() {
        Map<String, RecordClass> known = new LinkedHashMap<>();
        known.put("order.", RecordClass.ORDER);
        known.put("execution.", RecordClass.ORDER);
        known.put("allocation.", RecordClass.ORDER);
        known.put("quote.", RecordClass.ORDER);
        known.put("employee.", RecordClass.ORDER);
        known.put("report.transaction.", RecordClass.TRANSACTION_REPORT);
        known.put("transaction.", RecordClass.TRANSACTION_REPORT);
        known.put("surveillance.", RecordClass.SUSPICION);
        known.put("suspicion.", RecordClass.SUSPICION);
        known.put("client.", RecordClass.CLIENT);
        known.put("derivative.", RecordClass.DERIVATIVE);
        known.put("security.", RecordClass.ACCESS);
        known.put("secret.", RecordClass.ACCESS);
        known.put("change.", RecordClass.CONTROL);
        known.put("limit.", RecordClass.CONTROL);
        known.put("access.", RecordClass.CONTROL);
        known.put("control.", RecordClass.CONTROL);
        known.put("retention.", RecordClass.CONTROL);
        known.put("log.", RecordClass.CONTROL);
        known.put("calculation.", RecordClass.CALCULATION);
        known.put("risk.", RecordClass.CALCULATION);
        known.put("privacy.", RecordClass.PRIVACY);
        return new RecordClassifier(known);
    }

    /**
     * Returns this classifier with a rule that is looked at before the others.
     *
     * @param beginning of actions
     * @param recordClass their kind
     * @return the classifier
     */
    public RecordClassifier first(String beginning, RecordClass recordClass) {
        Map<String, RecordClass> all = new LinkedHashMap<>();
        all.put(beginning, recordClass);
        beginnings.forEach(all::putIfAbsent);
        return new RecordClassifier(all);
    }

    /**
     * Says of which kind a record is.
     *
     * @param record the record
     * @return its kind; {@link RecordClass#OTHER} if no rule fits
     */
    public RecordClass classOf(AuditRecord record) {
        for (Map.Entry<String, RecordClass> rule : beginnings.entrySet()) {
            if (record.action().startsWith(rule.getKey())) {
                return rule.getValue();
            }
        }
        return RecordClass.OTHER;
    }

    @Override
    public String toString() {
        return "RecordClassifier" + beginnings;
    }
}
