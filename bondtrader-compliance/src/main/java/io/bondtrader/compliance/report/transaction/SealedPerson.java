package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is on file of a natural person, as an event holds it: encrypted. Who destroys the key erases the person from the log and
 * from every archive of it, and no hash changes. Immutable; prints nothing of it.
 *
 * @param field the encrypted field, a JSON object whose form is that of whoever encrypts
 */
public record SealedPerson(CanonicalJson field) {

    /** The place of the field in the event's body, to which an encryption may bind it. */
    public static final String PATH = "person";

    private static final Set<String> CLEAR =
            Set.of("\"firstNames\":", "\"surname\":", "\"birthDate\":", "\"numbers\":");

    /**
     * Checks that it is no person in the clear.
     *
     * @throws InvalidInput if it is, or no object
     */
    public SealedPerson {
        Objects.requireNonNull(field, "field");
        boolean sealedObject = field.text().startsWith("{") && CLEAR.stream().noneMatch(field.text()::contains);
        InvalidInput.unless(sealedObject, PATH, "…", "an encrypted field: no person stands in the log in the clear");
    }

    /**
     * Encrypts a person.
     *
     * @param person what is on file
     * @param encrypt encrypts a text for the event that the field goes into, at {@value #PATH}
     * @return the field
     * @throws InvalidInput if what comes back is no object, or the person in the clear
     */
    public static SealedPerson of(PersonRecord person, Function<String, CanonicalJson> encrypt) {
        return new SealedPerson(encrypt.apply(TradeEventJson.person(person).text()));
    }

    /** Reads the person. */
    PersonRecord open(UUID event, PersonReader reader) {
        return TradeEventJson.person(reader.open(event, PATH, EventMembers.tree(field)));
    }

    @Override
    public String toString() {
        return "SealedPerson";
    }
}
