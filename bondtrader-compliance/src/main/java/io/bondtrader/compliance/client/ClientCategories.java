package io.bondtrader.compliance.client;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The categories of clients as they were at one size of the log. Immutable and safe for use by many threads.
 *
 * @param standings by client
 * @param logSize how many events of the log are in it
 */
public record ClientCategories(Map<String, ClientStanding> standings, long logSize) {

    /** Copies the standings. */
    public ClientCategories {
        standings = Map.copyOf(standings);
    }

    /**
     * Returns a client's category.
     *
     * @param client the firm's name of the client
     * @param day the day
     * @return the category; nothing if the client was never categorised, or only later
     */
    public Optional<ClientCategory> category(String client, LocalDate day) {
        ClientStanding standing = standings.get(client);
        return standing == null || day.isBefore(standing.since()) ? Optional.empty() : Optional.of(standing.on(day));
    }
}
