package io.bondtrader.strategies.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How dealers answer, counted over requests: how often, how fast, and how often they take a quote back. For one thread. */
public final class DealerStatistics {

    /**
     * One dealer's figures.
     *
     * <p>Immutable and safe for use by many threads.
     *
     * @param dealer who
     * @param requests how often asked
     * @param quotes how many quotes given
     * @param declined how often none
     * @param accepted how many quotes were taken and looked at again
     * @param confirmed how many of those stood
     * @param requoted how many of those were replaced by another quote
     * @param meanResponse mean time from request to quote; zero if there was none
     * @param meanHold mean time from acceptance to answer; zero if there was none
     * @param longestHold the longest of those
     */
    public record Figures(
            String dealer,
            long requests,
            long quotes,
            long declined,
            long accepted,
            long confirmed,
            long requoted,
            Duration meanResponse,
            Duration meanHold,
            Duration longestHold) {

        /** {@return the part of accepted quotes that did not stand, from 0 to 1; 0 if none was accepted} */
        public double lastLookRejectionRate() {
            return accepted == 0 ? 0.0 : (double) (accepted - confirmed) / accepted;
        }

        /** {@return quotes that were done per request, from 0 to 1; 0 if there was no request} */
        public double hitRate() {
            return requests == 0 ? 0.0 : (double) confirmed / requests;
        }
    }

    private static final class Tally {
        private long requests;
        private long quotes;
        private long declined;
        private long confirmed;
        private long rejected;
        private long requoted;
        private Duration response = Duration.ZERO;
        private Duration hold = Duration.ZERO;
        private Duration longestHold = Duration.ZERO;

        void count(DealerAnswer answer) {
            switch (answer.kind()) {
                case QUOTED -> {
                    quotes++;
                    response = response.plus(answer.after());
                }
                case DECLINED -> declined++;
                case CONFIRMED -> {
                    confirmed++;
                    held(answer.after());
                }
                case REJECTED -> {
                    rejected++;
                    held(answer.after());
                }
                case REQUOTED -> {
                    requoted++;
                    held(answer.after());
                }
            }
        }

        private void held(Duration time) {
            hold = hold.plus(time);
            longestHold = time.compareTo(longestHold) > 0 ? time : longestHold;
        }

        Figures figures(String dealer) {
            long accepted = confirmed + rejected + requoted;
            return new Figures(
                    dealer,
                    requests,
                    quotes,
                    declined,
                    accepted,
                    confirmed,
                    requoted,
                    quotes == 0 ? Duration.ZERO : response.dividedBy(quotes),
                    accepted == 0 ? Duration.ZERO : hold.dividedBy(accepted),
                    longestHold);
        }
    }

    private final SortedMap<String, Tally> tallies = new TreeMap<>();

    /**
     * Counts a request that has ended.
     *
     * @param record the request
     */
    public void count(RfqRecord record) {
        for (String dealer : record.request().dealers()) {
            tallies.computeIfAbsent(dealer, name -> new Tally()).requests++;
        }
        for (DealerAnswer answer : record.answers()) {
            tallies.computeIfAbsent(answer.dealer(), name -> new Tally()).count(answer);
        }
    }

    /** {@return one line a dealer, by name} */
    public List<Figures> figures() {
        List<Figures> figures = new ArrayList<>(tallies.size());
        tallies.forEach((dealer, tally) -> figures.add(tally.figures(dealer)));
        return figures;
    }
}
