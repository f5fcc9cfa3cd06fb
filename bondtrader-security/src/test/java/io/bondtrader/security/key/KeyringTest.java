package io.bondtrader.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeyStateRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyringTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aVersionIsKnownBeforeItIsUsedAndAfter() {
        Keyring<String> ring = Keyring.<String>named("tokens")
                .publish("one", NOON)
                .promote(1, NOON)
                .publish("two", NOON.plusSeconds(1));

        assertThat(ring.primaryKey()).isEqualTo("one");
        assertThat(ring.reading(2)).contains("two");

        Keyring<String> next = ring.promote(2, NOON.plusSeconds(2));
        assertThat(next.primaryKey()).isEqualTo("two");
        assertThat(next.reading(1)).contains("one");
        assertThat(ring.primaryKey()).as("the snapshot stands").isEqualTo("one");
    }

    @Test
    void aRollbackKeepsTheNewerVersionReadable() {
        Keyring<String> ring = rotated().rollBack(NOON);

        assertThat(ring.primaryNumber()).isEqualTo(1);
        assertThat(ring.versions().get(1).state()).isEqualTo(KeyState.RETIRING);
        assertThat(ring.reading(2)).contains("two");
        assertThatThrownBy(() -> ring.rollBack(NOON)).isInstanceOf(KeyStateRefused.class);
    }

    @Test
    void aDestroyedVersionIsGoneForEver() {
        Keyring<String> ring = rotated().disable(1, NOON).destroy(1, NOON);

        assertThat(ring.reading(1)).isEmpty();
        assertThat(ring.versions().get(0).material()).isNull();
        assertThatThrownBy(() -> ring.enable(1, NOON)).isInstanceOf(KeyStateRefused.class);
        assertThatThrownBy(() -> ring.promote(1, NOON)).isInstanceOf(KeyStateRefused.class);
    }

    @Test
    void thePrimaryVersionCanNeitherBeDisabledNorDestroyed() {
        assertThatThrownBy(() -> rotated().disable(2, NOON))
                .isInstanceOf(KeyStateRefused.class)
                .hasMessageContaining("cannot move version 2 from PRIMARY to DISABLED");
        assertThatThrownBy(() -> rotated().destroy(2, NOON)).isInstanceOf(KeyStateRefused.class);
    }

    @Test
    void aDisabledVersionIsNotReadUntilItIsEnabled() {
        Keyring<String> ring = rotated().disable(1, NOON);

        assertThat(ring.reading(1)).isEmpty();
        assertThat(ring.enable(1, NOON).reading(1)).contains("one");
    }

    @Test
    void nothingCanBeDoneToVersionsThatAreNotThere() {
        assertThatThrownBy(() -> rotated().promote(3, NOON)).hasMessageContaining("has no version 3");
        assertThatThrownBy(() -> rotated().promote(0, NOON)).isInstanceOf(KeyStateRefused.class);
        assertThat(rotated().reading(3)).isEmpty();
        assertThat(rotated().reading(-1)).isEmpty();
        assertThatThrownBy(() -> Keyring.named("tokens").primaryKey()).hasMessageContaining("has no primary version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "1a", "-a", "a/b", "../a", "a b", "a.b"})
    void namesArePlain(String name) {
        assertThatThrownBy(() -> Keyring.named(name)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void printsNoKey() {
        assertThat(rotated().toString())
                .doesNotContain("one")
                .doesNotContain("two")
                .contains("v1 RETIRING");
    }

    /** Whatever is done in whatever order, refused or not. */
    @Property
    void thereIsOnePrimaryAtMostAndNoNumberChangesItsKey(
            @ForAll @Size(max = 60) List<@IntRange(max = 34) Integer> operations) {
        Keyring<String> ring = Keyring.named("tokens");
        List<String> made = new ArrayList<>();
        for (int operation : operations) {
            int version = 1 + operation / 7;
            KeyState before = version <= ring.versions().size()
                    ? ring.versions().get(version - 1).state()
                    : KeyState.DESTROYED;
            try {
                ring = switch (operation % 7) {
                    case 0 -> {
                        Keyring<String> longer = ring.publish("key" + made.size(), NOON);
                        made.add("key" + made.size());
                        yield longer;
                    }
                    case 1 -> ring.promote(version, NOON);
                    case 2 -> ring.rollBack(NOON);
                    case 3 -> ring.disable(version, NOON);
                    case 4 -> ring.enable(version, NOON);
                    case 5 -> ring.destroy(version, NOON);
                    default -> ring;
                };
            } catch (KeyStateRefused refused) {
                assertThat(refused.code().id()).isEqualTo("BT-5061");
            }
            assertThat(count(ring, KeyState.PRIMARY)).isLessThanOrEqualTo(1);
            assertThat(count(ring, KeyState.PENDING)).isLessThanOrEqualTo(1);
            assertThat(ring.versions()).hasSize(made.size());
            for (KeyVersion<String> each : ring.versions()) {
                assertThat(each.reading().isPresent()).isEqualTo(each.state().reads());
                each.reading().ifPresent(key -> assertThat(key).isEqualTo(made.get(each.number() - 1)));
            }
            if (before == KeyState.DESTROYED && version <= ring.versions().size() && operation % 7 != 0) {
                assertThat(ring.versions().get(version - 1).state()).isEqualTo(KeyState.DESTROYED);
            }
        }
    }

    private static long count(Keyring<?> ring, KeyState state) {
        return ring.versions().stream().filter(each -> each.state() == state).count();
    }

    private static Keyring<String> rotated() {
        return Keyring.<String>named("tokens")
                .publish("one", NOON)
                .promote(1, NOON)
                .publish("two", NOON)
                .promote(2, NOON);
    }
}
