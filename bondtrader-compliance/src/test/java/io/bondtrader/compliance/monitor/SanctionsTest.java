package io.bondtrader.compliance.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.contract.SanctionsScreenContract;
import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SanctionsTest extends SanctionsScreenContract {

    private static final String LIST = """
            as-of;2026-11-18
            EU;1;;Acme Trading Company
            EU;2;7LTWFZYICNSX8D621K86;Other Holding
            UK;3;;Jos\u00e9 P\u00e9rez
            """;

    @Override
    protected SanctionsScreen screen() {
        return SanctionsList.parse(LIST);
    }

    private static Screening.Match match(String name) {
        return SanctionsList.parse(LIST)
                .screen(new TradeParty("c1", name, null, "DE", Set.of()))
                .match();
    }

    @Test
    void orderOfWordsAccentsAndLettersThatLookAlikeAreAPossibleMatch() {
        assertThat(match("Trading Company, Acme")).isEqualTo(Screening.Match.POSSIBLE);
        assertThat(match("Jose Perez")).isEqualTo(Screening.Match.POSSIBLE);
        assertThat(match("PEREZ Jos\u00e9")).isEqualTo(Screening.Match.POSSIBLE);
        // The first letter is the Cyrillic one.
        assertThat(match("\u0410cme Trading Company")).isEqualTo(Screening.Match.POSSIBLE);
    }

    @Test
    void signsWidthAndInvisibleCharactersDoNotChangeAName() {
        assertThat(match("  Acme   Trading-Company. ")).isEqualTo(Screening.Match.EXACT);
        assertThat(match("\uff21\uff43\uff4d\uff45 Trading Company")).isEqualTo(Screening.Match.EXACT);
        assertThat(match("Ac\u200bme Trading Company")).isEqualTo(Screening.Match.EXACT);
    }

    @Test
    void anotherSpellingIsNotGuessed() {
        assertThat(match("Acme Trading")).isEqualTo(Screening.Match.NONE);
        assertThat(match("Akme Trading Company")).isEqualTo(Screening.Match.NONE);
    }

    @Test
    void aNameWithoutALetterIsRefused() {
        assertThatThrownBy(() -> match("--")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EU;1;;Acme",
                "as-of;yesterday\nEU;1;;Acme",
                "as-of;2026-11-18",
                "as-of;2026-11-18\nEU;1;Acme",
                "as-of;2026-11-18\nEU;1;;Acme;more",
                "as-of;2026-11-18\nEU;1;;-",
                "as-of;2026-11-18\n;1;;Acme",
                "as-of;2026-11-18\nEU;1;XX;Acme"
            })
    void aFileWithABadLineOrNoEntryIsRefusedWhole(String text) {
        assertThatThrownBy(() -> SanctionsList.parse(text)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aFileIsReadAndOneThatCannotBeIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), LIST);
        assertThat(SanctionsList.read(file).version())
                .isEqualTo(SanctionsList.parse(LIST).version());
        assertThatThrownBy(() -> SanctionsList.read(folder.resolve("none.csv"))).isInstanceOf(InvalidInput.class);
        Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {(byte) 0xe9, '\n'});
        assertThatThrownBy(() -> SanctionsList.read(latin)).isInstanceOf(InvalidInput.class);
    }

    private static Effect effect(String name, int oldestDays) {
        Citation citation = new Citation(Jurisdiction.EU, "Regulation (EU) No 269/2014", "Annex I", false);
        SanctionsRule rule = SanctionsRule.of(SanctionsList.parse(LIST), oldestDays, citation);
        TradeParty party = new TradeParty("c1", name, null, "DE", Set.of());
        return rule.check(Trades.trade(party, Side.SELL, Trades.CORPORATE, "1", ""), Trades.BEFORE)
                .effect();
    }

    @Test
    void whoIsListedIsRefusedWhoMayBeIsLookedAtAndAnOldListRefusesAll() {
        assertThat(effect("Acme Trading Company", 2)).isEqualTo(Effect.BLOCK);
        assertThat(effect("Jose Perez", 2)).isEqualTo(Effect.NEEDS_APPROVAL);
        assertThat(effect("Blameless Bakery", 2)).isEqualTo(Effect.ALLOW);
        assertThat(effect("Blameless Bakery", 1)).isEqualTo(Effect.BLOCK);
        assertThat(effect("Jose Perez", 1)).isEqualTo(Effect.BLOCK);
        assertThatThrownBy(() -> effect("x", -1)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void entriesAreNamedByListAndNumber() {
        Screening found = screen().screen(new TradeParty("c1", "Other Holding", LISTED, "DE", Set.of()));
        assertThat(found.entries()).isEqualTo(List.of("EU/2"));
    }
}
