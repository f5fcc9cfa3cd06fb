package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.bond.Isin;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Registers for tests: all firms of the samples are current, the bond is a listed sovereign one, XGER has a clearing house. */
final class Registers implements ReferenceData {

    private static final LocalDate SINCE = LocalDate.of(2018, 1, 1);

    private final Map<String, Registration> entities = new TreeMap<>();
    private Optional<Instrument> bond = Optional.of(new Instrument("DBFTFB", true, true));

    Registers() {
        for (Lei lei : new Lei[] {
            SampleReports.FIRM, SampleReports.COUNTERPARTY, SampleReports.CLIENT, SampleReports.OTHER_FIRM
        }) {
            entities.put(lei.value(), Registration.CURRENT);
        }
    }

    Registers with(Lei lei, Registration registration) {
        entities.put(lei.value(), registration);
        return this;
    }

    Registers without(Lei lei) {
        entities.remove(lei.value());
        return this;
    }

    Registers with(Instrument instrument) {
        bond = Optional.of(instrument);
        return this;
    }

    Registers withoutBond() {
        bond = Optional.empty();
        return this;
    }

    @Override
    public Optional<Registration> entity(Lei lei, LocalDate day) {
        return day.isBefore(SINCE) ? Optional.empty() : Optional.ofNullable(entities.get(lei.value()));
    }

    @Override
    public Optional<Instrument> instrument(Isin isin, LocalDate day) {
        return day.isBefore(SINCE) ? Optional.empty() : bond;
    }

    @Override
    public Optional<Boolean> centrallyCleared(Mic venue, LocalDate day) {
        return switch (venue.value()) {
            case "XGER" -> Optional.of(true);
            case "XBER" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
