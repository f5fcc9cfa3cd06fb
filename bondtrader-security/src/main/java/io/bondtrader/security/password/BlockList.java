package io.bondtrader.security.password;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that nobody may have because others had them: a list of breached ones, or a service that knows them. Called
 * by {@link PasswordPolicy#review} with passwords of at most 1024 characters; must be safe for use by many threads and
 * must not keep the array.
 */
@FunctionalInterface
public interface BlockList {

    /**
     * Says whether a password is known to attackers.
     *
     * @param password as it was typed; neither kept nor changed
     * @return true if it must be refused
     */
    boolean contains(char[] password);

    /**
     * Returns a list held in memory that knows its words in any case.
     *
     * @param words the passwords
     * @return the list
     */
    static BlockList of(Collection<String> words) {
        Set<String> known =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        return password -> known.contains(new String(password).toLowerCase(Locale.ROOT));
    }
}
