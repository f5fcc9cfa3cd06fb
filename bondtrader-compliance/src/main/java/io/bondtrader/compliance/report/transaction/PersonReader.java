package io.bondtrader.compliance.report.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * Decrypts what an event holds of a natural person: the seam to whoever keeps the keys. With the privacy package it is {@code
 * fields::decrypt}, of a {@code PersonalFields}.
 *
 * <p>Called while reports are made, by any thread, for clients whose executions are reported and no others.
 */
@FunctionalInterface
public interface PersonReader {

    /**
     * Decrypts a field.
     *
     * @param event the id of the event that holds it
     * @param path its place in the event's body
     * @param field what stands there
     * @return the text that was encrypted
     * @throws io.bondtrader.compliance.error.ErasedData if the key was destroyed
     * @throws io.bondtrader.core.error.MissingData if there is no key
     */
    String open(UUID event, String path, JsonNode field);
}
