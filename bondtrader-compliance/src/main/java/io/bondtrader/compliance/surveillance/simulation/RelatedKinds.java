package io.bondtrader.compliance.surveillance.simulation;

import io.bondtrader.compliance.surveillance.DetectorKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which kinds of abuse contain another kind, so that an alert of the other kind about them tells the truth. */
final class RelatedKinds {

    private static final Map<DetectorKind, Set<DetectorKind>> CONTAINED = contained();

    private RelatedKinds() {}

    private static Map<DetectorKind, Set<DetectorKind>> contained() {
        Map<DetectorKind, Set<DetectorKind>> all = new EnumMap<>(DetectorKind.class);
        // A painted tape, matched orders and a circle are prearranged trades that change nobody's position: what
        // differs is how many print, how many take part and whether the bond goes round. A price that was agreed
        // beforehand is off the market once the market has left it.
        Set<DetectorKind> prearranged =
                EnumSet.of(DetectorKind.WASH_MATCHED, DetectorKind.WASH_CYCLE, DetectorKind.PAINTING_TAPE);
        prearranged.forEach(kind -> {
            Set<DetectorKind> contained = EnumSet.of(DetectorKind.OFF_MARKET);
            contained.addAll(prearranged);
            all.put(kind, contained);
        });
        // The related market is pushed and the push is taken back: in that market this is a ramp.
        all.put(DetectorKind.CROSS_PRODUCT, EnumSet.of(DetectorKind.RAMPING));
        // Orders in masses without trades exceed the day's ratio, whatever they were for.
        all.put(DetectorKind.QUOTE_STUFFING, EnumSet.of(DetectorKind.ORDER_TO_TRADE));
        return all;
    }

    /** Whether an episode of a kind is rightly called the other kind as well. */
    static boolean contains(DetectorKind episode, DetectorKind called) {
        return CONTAINED.getOrDefault(episode, Set.of()).contains(called);
    }
}
