package io.bondtrader.compliance.monitor;

import io.bondtrader.security.input.Usernames;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two forms of a name of a party under which it is looked up. */
final class PartyNames {

    private PartyNames() {}

    /** Words in small letters with one blank between: NFKC, and signs as blanks. Empty if the name has no letter or digit. */
    static String same(String name) {
        return String.join(" ", words(Normalizer.normalize(name, Normalizer.Form.NFKC)));
    }

    /** Words without accents, each as what it looks like ({@link Usernames#skeleton}), sorted. */
    static String alike(String name) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .forEach(bare::appendCodePoint);
        List<String> looks = new ArrayList<>();
        for (String word : words(bare.toString())) {
            // A word that is no name of a user, such as one in two scripts, is looked at letter by letter.
            StringBuilder look = new StringBuilder();
            word.codePoints().forEach(point -> look.append(letter(Character.toString(point))));
            looks.add(Usernames.canonical(look.toString())
                    .map(Usernames::skeleton)
                    .orElse(look.toString()));
        }
        looks.sort(null);
        return String.join(" ", looks);
    }

    private static String letter(String letter) {
        return Usernames.canonical(letter).map(Usernames::skeleton).orElse(letter);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT);
        lower.codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (Character.isLetterOrDigit(point)
                    || type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK) {
                word.appendCodePoint(point);
            } else if (type != Character.FORMAT && word.length() > 0) {
                // Invisible characters stand in no name: they neither divide words nor belong to one.
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }
}
