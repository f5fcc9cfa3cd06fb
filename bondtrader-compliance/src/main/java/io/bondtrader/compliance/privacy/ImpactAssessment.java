package io.bondtrader.compliance.privacy;

import io.bondtrader.core.audit.CanonicalJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The beginning of an impact assessment by Article 35(7) of Regulation (EU) 2016/679: what the register knows, and questions
 * that only people can answer. Immutable.
 *
 * @param activity the use
 * @param day as of
 * @param required why an assessment is mandatory (Article 35(3)); empty if none of the three cases applies
 * @param description (a) the use and its purposes
 * @param necessity (b) what shows that it is necessary and in proportion
 * @param risks (c) what could happen to persons, to be judged
 * @param measures (d) what is done against it
 * @param questions what people have to answer before it is one
 */
public record ImpactAssessment(
        String activity,
        LocalDate day,
        List<String> required,
        List<String> description,
        List<String> necessity,
        List<String> risks,
        List<String> measures,
        List<String> questions) {

    /** Copies the lists. */
    public ImpactAssessment {
        required = List.copyOf(required);
        description = List.copyOf(description);
        necessity = List.copyOf(necessity);
        risks = List.copyOf(risks);
        measures = List.copyOf(measures);
        questions = List.copyOf(questions);
    }

    static ImpactAssessment of(ProcessingActivity use, List<String> limits, LocalDate day) {
        List<String> required = new ArrayList<>();
        if (use.evaluates()) {
            required.add("Article 35(3)(a): persons are evaluated systematically and decisions rest on it");
        }
        if (use.largeScale() && !use.special().isEmpty()) {
            required.add("Article 35(3)(b): special categories or convictions on a large scale");
        }
        if (use.monitorsPublicly() && use.largeScale()) {
            required.add("Article 35(3)(c): public places are watched on a large scale");
        }
        List<String> description = new ArrayList<>();
        use.purposes().forEach(purpose -> description.add("purpose: " + purpose));
        use.subjects().forEach(subject -> description.add("persons: " + subject));
        use.data().forEach(data -> description.add("data: " + data));
        use.recipients().forEach(recipient -> description.add("recipient: " + recipient));
        List<String> necessity = new ArrayList<>();
        necessity.add("legal basis: " + use.legalBasis());
        limits.forEach(limit -> necessity.add("kept: " + limit));
        return new ImpactAssessment(
                use.name(), day, required, description, necessity, risks(use), use.safeguards(), questions(use));
    }

    private static List<String> risks(ProcessingActivity use) {
        List<String> risks = new ArrayList<>();
        risks.add("disclosure to somebody who may not see it");
        risks.add("alteration or loss that harms the person");
        if (!use.special().isEmpty()) {
            risks.add("harm by special categories: " + String.join(", ", use.special()));
        }
        if (!use.thirdCountries().isEmpty()) {
            risks.add("access by authorities of third countries: " + String.join(", ", use.thirdCountries()));
        }
        if (use.evaluates()) {
            risks.add("a wrong or unfair evaluation");
        }
        return risks;
    }

    private static List<String> questions(ProcessingActivity use) {
        List<String> questions = new ArrayList<>();
        questions.add("How likely and how severe is each risk, and what is left after the measures?");
        questions.add("Could the purpose be reached with less data, or for a shorter time?");
        questions.add("What do the persons or their representatives say (Article 35(9))?");
        questions.add("What does the data protection officer advise (Article 35(2))?");
        if (use.safeguards().isEmpty()) {
            questions.add("Which measures are taken? The register names none.");
        }
        return questions;
    }

    /** {@return the template as JSON} */
    public CanonicalJson toJson() {
        Map<String, Object> members = new TreeMap<>();
        members.put("activity", activity);
        members.put("day", day);
        members.put("required", required);
        members.put("description", description);
        members.put("necessity", necessity);
        members.put("risks", risks);
        members.put("measures", measures);
        members.put("questions", questions);
        return CanonicalJson.of(members);
    }
}
