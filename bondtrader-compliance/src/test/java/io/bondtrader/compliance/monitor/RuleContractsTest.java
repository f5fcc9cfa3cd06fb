package io.bondtrader.compliance.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.client.ClientCategories;
import io.bondtrader.compliance.client.ClientCategory;
import io.bondtrader.compliance.client.ClientStanding;
import io.bondtrader.compliance.contract.MonitorRuleContract;
import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every rule of the library keeps the contract of rules. */
final class RuleContractsTest {

    @Test
    void noRuleIsLeftOut() {
        Set<String> rules = new TreeSet<>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.bondtrader.compliance.monitor")) {
            if (found.isAssignableTo(MonitorRule.class) && !found.isInterface()) {
                rules.add(found.getSimpleName());
            }
        }
        Set<String> held = new TreeSet<>(Set.of("ConcentrationRule"));
        for (Class<?> nested : RuleContractsTest.class.getDeclaredClasses()) {
            if (MonitorRuleContract.class.isAssignableFrom(nested)) {
                held.add(nested.getSimpleName() + "Rule");
            }
        }
        assertThat(held).isEqualTo(rules);
    }

    @Nested
    final class RestrictedList extends MonitorRuleContract {

        @Override
        protected MonitorRule rule() {
            return RestrictedListRule.of(Trades.bonds(), List.of(entry(true)));
        }

        @Override
        protected MonitorRule otherwise() {
            return RestrictedListRule.of(Trades.bonds(), List.of(entry(false)));
        }

        @Override
        protected MonitoredTrade trade() {
            return Trades.trade(Side.BUY, Trades.CORPORATE, "5");
        }

        private ListEntry entry(boolean restricted) {
            return new ListEntry("Company", restricted, false, Trades.NOW, Trades.NOW.plusSeconds(60));
        }
    }

    @Nested
    final class Border extends MonitorRuleContract {

        @Override
        protected MonitorRule rule() {
            return BorderRule.of(Trades.bonds(), BorderRows.standard());
        }

        @Override
        protected MonitorRule otherwise() {
            return BorderRule.of(Trades.bonds("REG_S"), BorderRows.standard());
        }

        @Override
        protected MonitoredTrade trade() {
            return Trades.trade(Side.BUY, Trades.CORPORATE, "5");
        }
    }

    @Nested
    final class Sanctions extends MonitorRuleContract {

        private final Citation list = new Citation(Jurisdiction.EU, "Regulation (EU) No 269/2014", "Annex I", false);
        private final SanctionsScreen screen = SanctionsList.parse("as-of;2026-11-20\nEU;1;;Listed Company\n");

        @Override
        protected MonitorRule rule() {
            return SanctionsRule.of(screen, 2, list);
        }

        @Override
        protected MonitorRule otherwise() {
            return SanctionsRule.of(screen, 3, list);
        }

        @Override
        protected MonitoredTrade trade() {
            return Trades.trade(Side.BUY, Trades.CORPORATE, "5");
        }
    }

    @Nested
    final class ShortSale extends MonitorRuleContract {

        @Override
        protected MonitorRule rule() {
            return rule("1000000000");
        }

        @Override
        protected MonitorRule otherwise() {
            return rule("1000000001");
        }

        @Override
        protected MonitoredTrade trade() {
            return Trades.trade(Side.SELL, Trades.SOVEREIGN, "5");
        }

        private MonitorRule rule(String owed) {
            SovereignDebt debt = new SovereignDebt("Country", new BigDecimal(owed), false);
            return ShortSaleRule.of(
                    Trades.bonds(), Trades.positions(), List.of(debt), NetShortThresholds.europeanUnion());
        }
    }

    @Nested
    final class Suitability extends MonitorRuleContract {

        @Override
        protected MonitorRule rule() {
            return SuitabilityRule.of(Trades.bonds(), clients(), Set.of());
        }

        @Override
        protected MonitorRule otherwise() {
            return SuitabilityRule.of(Trades.bonds(), clients(), Set.of("c1"));
        }

        @Override
        protected MonitoredTrade trade() {
            return Trades.trade(Trades.CLIENT, Side.BUY, Trades.CORPORATE, "5", "");
        }

        private ClientCategories clients() {
            LocalDate since = LocalDate.of(2026, 1, 1);
            ClientStanding standing = new ClientStanding(
                    "c1", ClientCategory.RETAIL, ClientCategory.RETAIL, since, since.plusYears(2), EventIndices.of(1));
            return new ClientCategories(Map.of("c1", standing), 2);
        }
    }
}
