package io.bondtrader.security.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Attack;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsernamesTest {

    /** RFC 8265, section 3.5, examples 1 to 6 of table 2, and widths. */
    @Attack("A52")
    @ParameterizedTest
    @CsvSource({
        "juliet@example.com, juliet@example.com",
        "fussball, fussball",
        "fu\u00dfball, fu\u00dfball",
        "\u03c0, \u03c0",
        "\u03a3, \u03c3",
        "\u03c3, \u03c3",
        "\u03c2, \u03c2",
        "CLARA, clara",
        "\uff23\uff2c\uff21\uff32\uff21, clara",
        "Ju\u0301lia, j\u00falia",
        "JU\u0301LIA, j\u00falia"
    })
    void a52ManyWaysToTypeANameAreOne(String typed, String stored) {
        assertThat(Usernames.canonical(typed))
                .contains(Usernames.canonical(stored).orElseThrow());
    }

    /** RFC 8265, section 3.5, table 3, and what is invisible or mixed. */
    @Attack("A52")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo bar",
                "",
                "henry\u2163",
                "\u265a",
                "cl\u200bara",
                "cl\u00adara",
                "\ud800",
                "cl\u0430ra",
                "\u0440aypal",
                "ad\u202emin",
                "\u05d0\u05d1",
                "-clara",
                "clara\u0000",
                "clara\n",
                "\ufb01n"
            })
    void a52NamesThatCannotBeTrustedToTheEyeAreRefused(String typed) {
        assertThat(Usernames.canonical(typed)).isEmpty();
    }

    @Attack("A52")
    @ParameterizedTest
    @CsvSource({
        "admin, adm1n",
        "paul, pau1",
        "modern, rnodern",
        "wolf, vvolf",
        "soap, \u0455\u043e\u0430\u0440",
        "oo, \u03bf\u03bf",
        "david, clavid",
        "oscar, 0scar"
    })
    void a52NamesThatLookAlikeHaveOneSkeleton(String one, String other) {
        assertThat(Usernames.skeleton(other)).isEqualTo(Usernames.skeleton(one));
    }

    @Test
    void namesThatDoNotLookAlikeHaveTwo() {
        assertThat(Usernames.skeleton("clara")).isNotEqualTo(Usernames.skeleton("klara"));
        assertThatThrownBy(() -> Usernames.skeleton("Clara")).isInstanceOf(InvalidInput.class);
        assertThat(Usernames.canonical("x".repeat(64))).isPresent();
        assertThat(Usernames.canonical("x".repeat(65))).isEmpty();
        assertThat(Usernames.canonical("\u30bf\u30ca\u30ab\u7530\u4e2d"))
                .as("Japanese")
                .isPresent();
    }

    /** A form is its own form: looking it up again changes nothing. */
    @Attack("A52")
    @Property(tries = 5_000)
    void a52AFormIsItsOwnForm(@ForAll String typed) {
        Usernames.canonical(typed)
                .ifPresent(form -> assertThat(Usernames.canonical(form)).contains(form));
    }
}
