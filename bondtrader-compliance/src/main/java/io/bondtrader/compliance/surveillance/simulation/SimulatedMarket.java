package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.compliance.surveillance.FlowKind;
import io.bondtrader.compliance.surveillance.MarketReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a simulation came to. Immutable.
 *
 * @param seed from which seed
 * @param reference owners and instruments
 * @param events the flow, by time
 * @param episodes what was planted into it
 */
public record SimulatedMarket(
        long seed, MarketReference reference, List<FlowEvent> events, List<PlantedEpisode> episodes) {

    /** Copies the lists. */
    public SimulatedMarket {
        events = List.copyOf(events);
        episodes = List.copyOf(episodes);
    }

    /** {@return how many orders owners entered who took part in no episode} */
    public long benignOrders() {
        Set<String> guilty = new HashSet<>();
        episodes.forEach(episode -> guilty.addAll(episode.owners()));
        return events.stream()
                .filter(event -> event.kind() == FlowKind.NEW)
                .filter(event -> !guilty.contains(reference.ownerOf(event.account())))
                .count();
    }
}
