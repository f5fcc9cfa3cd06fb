package io.bondtrader.compliance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.monitor.SanctionsScreen;
import io.bondtrader.compliance.monitor.Screening;
import io.bondtrader.compliance.monitor.TradeParty;
import io.bondtrader.core.bond.Lei;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every screen of sanctions does. */
public abstract class SanctionsScreenContract {

    /** The identifier that the screen lists. */
    protected static final Lei LISTED = new Lei("7LTWFZYICNSX8D621K86");

    /** Creates the kit. */
    protected SanctionsScreenContract() {}

    /** {@return a screen that lists {@code Acme Trading Company}, and {@code Other Holding} with the identifier} */
    protected abstract SanctionsScreen screen();

    private Screening screened(String name, Lei lei) {
        return screen().screen(new TradeParty("c1", name, lei, "DE", Set.of()));
    }

    /** Nobody is refused without a reason. */
    @Test
    public final void whoIsNotListedIsNotMatched() {
        Screening found = screen().screen(new TradeParty("c1", "Blameless Bakery", null, "DE", Set.of()));

        assertThat(found.match()).isEqualTo(Screening.Match.NONE);
        assertThat(found.entries()).isEmpty();
    }

    /** The name itself. */
    @Test
    public final void whoIsListedByNameIsMatchedExactly() {
        Screening found = screen().screen(new TradeParty("c1", "Acme Trading Company", null, "DE", Set.of()));

        assertThat(found.match()).isEqualTo(Screening.Match.EXACT);
        assertThat(found.entries()).isNotEmpty();
    }

    /** Capital letters are no disguise. */
    @Test
    public final void lettersInCapitalsAreTheSameName() {
        Screening found = screen().screen(new TradeParty("c1", "ACME TRADING COMPANY", null, "DE", Set.of()));

        assertThat(found.match()).isEqualTo(Screening.Match.EXACT);
    }

    /** A new name is no disguise for an identifier. */
    @Test
    public final void whoIsListedByIdentifierIsMatchedWhateverTheName() {
        assertThat(screened("Renamed Holding", LISTED).match()).isEqualTo(Screening.Match.EXACT);
    }

    /** One who asks twice hears the same. */
    @Test
    public final void theSameQuestionHasTheSameAnswer() {
        SanctionsScreen screen = screen();
        TradeParty party = new TradeParty("c1", "Acme Trading Company", null, "DE", Set.of());

        assertThat(screen.screen(party)).isEqualTo(screen.screen(party));
        assertThat(screen.version()).isEqualTo(screen.version()).isNotBlank();
    }
}
