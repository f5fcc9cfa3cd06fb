package io.bondtrader.compliance.report.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.report.transaction.person.PersonRecord;
import io.bondtrader.core.audit.CanonicalJson;
import java.util.Base64;
import java.util.Map;

/** Stands for encryption where a test is about something else. */
final class SealedPersons {

    static final PersonReader READER = (event, path, field) ->
            new String(Base64.getDecoder().decode(field.path("data").asText()), UTF_8);

    private SealedPersons() {}

    static SealedPerson of(PersonRecord person) {
        return SealedPerson.of(
                person,
                text -> CanonicalJson.of(Map.of("data", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)))));
    }
}
