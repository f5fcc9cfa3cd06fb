package io.bondtrader.compliance.privacy;

import io.bondtrader.compliance.retention.RecordClass;
import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A use of personal data, as the register of Article 30(1) of Regulation (EU) 2016/679 describes it. Immutable.
 *
 * @param name of the use
 * @param controller who answers for it, with contact
 * @param purposes what for
 * @param legalBasis by which letter of Article 6(1)
 * @param subjects categories of persons
 * @param data categories of data
 * @param special categories of Article 9 and 10 among them; empty for none
 * @param recipients to whom it is disclosed
 * @param thirdCountries countries outside, each with its safeguard; empty for none
 * @param recordClasses in which kinds of records it lies: their clocks are its time limits
 * @param safeguards security measures, in general terms
 * @param largeScale whether it concerns very many persons
 * @param evaluates whether it evaluates persons systematically and decides by it
 * @param monitorsPublicly whether it watches places that are open to the public
 */
public record ProcessingActivity(
        String name,
        String controller,
        List<String> purposes,
        String legalBasis,
        List<String> subjects,
        List<String> data,
        List<String> special,
        List<String> recipients,
        List<String> thirdCountries,
        Set<RecordClass> recordClasses,
        List<String> safeguards,
        boolean largeScale,
        boolean evaluates,
        boolean monitorsPublicly) {

    /**
     * Checks what Article 30(1) demands.
     *
     * @throws InvalidInput if the name, the controller, the purposes, the legal basis, the persons or the data are missing
     */
    public ProcessingActivity {
        InvalidInput.unless(!name.isBlank(), "name of a use", name, "not blank");
        InvalidInput.unless(!controller.isBlank(), "controller", controller, "not blank");
        InvalidInput.unless(!legalBasis.isBlank(), "legal basis", legalBasis, "not blank");
        InvalidInput.unless(!purposes.isEmpty(), "purposes", name, "at least one");
        InvalidInput.unless(!subjects.isEmpty(), "categories of persons", name, "at least one");
        InvalidInput.unless(!data.isEmpty(), "categories of data", name, "at least one");
        purposes = List.copyOf(purposes);
        subjects = List.copyOf(subjects);
        data = List.copyOf(data);
        special = List.copyOf(special);
        recipients = List.copyOf(recipients);
        thirdCountries = List.copyOf(thirdCountries);
        recordClasses = java.util.Collections.unmodifiableSet(new TreeSet<>(recordClasses));
        safeguards = List.copyOf(safeguards);
    }
}
