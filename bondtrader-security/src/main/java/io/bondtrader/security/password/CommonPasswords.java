package io.bondtrader.security.password;

import java.util.HashMap;
import java.util.Map;

/** The words that passwords are made of most, commonest first; and those that a bond desk would think of. */
final class CommonPasswords {

    static final int LONGEST_WORD = 12;

    private static final String WORDS = """
            password passwort motdepasse pass word admin administrator welcome login letmein secret changeme default
            qwerty asdf iloveyou love monkey dragon football baseball soccer hockey master hello sunshine princess
            shadow superman batman starwars pokemon trustno whatever freedom access flower cookie summer winter spring
            autumn january february march april may june july august september october november december monday tuesday
            wednesday thursday friday saturday sunday london newyork paris berlin zurich tokyo chelsea arsenal liverpool
            michael jordan jennifer jessica thomas andrew robert daniel charlie george harley ranger buster killer
            pepper ginger tigger computer internet google test guest user root server database company office please
            money market markets trader trading trade bond bonds treasury treasuries yield coupon curve swap spread
            libor repo gilt bund broker desk portfolio dealer credit rates bank banker finance invest dollar euro
            correct horse battery staple the and for you are not this that with from your have new one two three
            """;

    private static final Map<String, Integer> RANKS = ranks();

    private CommonPasswords() {}

    /** Returns the rank from one, or zero for a word that is not common. Small letters only. */
    static int rank(String word) {
        return RANKS.getOrDefault(word, 0);
    }

    private static Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        for (String word : WORDS.trim().split("\\s+", -1)) {
            ranks.putIfAbsent(word, ranks.size() + 1);
        }
        return Map.copyOf(ranks);
    }
}
