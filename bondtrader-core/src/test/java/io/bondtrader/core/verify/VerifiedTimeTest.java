package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.RollDirection;
import io.bondtrader.core.time.Schedule;
import io.bondtrader.core.time.SchedulePeriod;
import io.bondtrader.core.time.ScheduleTerms;
import io.bondtrader.core.time.StubConvention;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.testdata.VectorTable;
import io.bondtrader.testdata.VectorTable.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifiedTimeTest {

    private static final VerifiedTime STRICT = VerifiedTime.of(Verifier.strict());
    private static final VerifiedTime FLAGGING =
            VerifiedTime.of(Verifier.builder().alerts(alert -> {}).build());

    static List<DayCount> dayCounts() {
        return List.of(
                DayCounts.ACT_360,
                DayCounts.ACT_364,
                DayCounts.ACT_365F,
                DayCounts.ACT_365_25,
                DayCounts.ACT_366,
                DayCounts.ACT_365_ACTUAL,
                DayCounts.ACT_365L,
                DayCounts.NL_365,
                DayCounts.ACT_ACT_ISDA,
                DayCounts.ACT_ACT_ICMA,
                DayCounts.ACT_ACT_AFB,
                DayCounts.ACT_365_CANADIAN,
                DayCounts.THIRTY_360,
                DayCounts.THIRTY_U_360,
                DayCounts.THIRTY_E_360,
                DayCounts.THIRTY_E_360_ISDA,
                DayCounts.THIRTY_E_PLUS_360,
                DayCounts.THIRTY_360_NASD,
                DayCounts.THIRTY_360_ITALIAN,
                DayCounts.ONE_ONE,
                DayCounts.business252(HolidayCalendars.of("BRAZIL")));
    }

    @Test
    void everyGoldenDayCountIsConfirmedDayByDay() {
        VectorTable.of("day_counts.csv").everyRow(row -> {
            DayCount dayCount = row.has("calendar")
                    ? DayCounts.business252(HolidayCalendars.of(row.text("calendar")))
                    : DayCount.of(row.text("convention"));
            LocalDate start = row.date("start");
            LocalDate end = row.date("end");
            Verified fraction;
            if (row.has("ref_start")) {
                Frequency frequency = Frequency.ofPerYear(row.integer("frequency"));
                fraction = STRICT.yearFraction(
                        dayCount,
                        start,
                        end,
                        AccrualPeriod.stub(start, end, frequency, false, row.date("ref_start"), row.date("ref_end")));
            } else if (row.has("termination")) {
                AccrualPeriod period =
                        AccrualPeriod.regular(start, end, Frequency.ANNUAL).withTermination(row.date("termination"));
                fraction = STRICT.yearFraction(dayCount, start, end, period);
            } else {
                fraction = STRICT.yearFraction(dayCount, start, end);
            }
            assertThat(fraction.verdict()).isEqualTo(Verdict.AGREED);
            double walked = ((PathOutcome.Value) fraction.paths().get(1)).value();
            assertThat(walked).isCloseTo(row.number("year_fraction"), within(1e-13));
        });
    }

    @Property
    void aFormulaAndItsWalkAgreeOnAnyDatesOfAPeriod(
            @ForAll("anyDayCount") DayCount dayCount,
            @ForAll("dates") LocalDate reference,
            @ForAll Frequency frequency,
            @ForAll boolean endOfMonth,
            @ForAll @IntRange(min = -500, max = 500) int before,
            @ForAll @IntRange(min = 1, max = 800) int length,
            @ForAll @IntRange(max = 800) int from,
            @ForAll @IntRange(max = 800) int to) {
        LocalDate regularStart = endOfMonth ? reference.withDayOfMonth(reference.lengthOfMonth()) : reference;
        LocalDate regularEnd = endOfMonth
                ? regularStart
                        .plusMonths(frequency.months())
                        .withDayOfMonth(
                                regularStart.plusMonths(frequency.months()).lengthOfMonth())
                : regularStart.plusMonths(frequency.months());
        LocalDate start = regularStart.plusDays(before);
        LocalDate end = start.plusDays(length);
        AccrualPeriod period = AccrualPeriod.stub(start, end, frequency, endOfMonth, regularStart, regularEnd)
                .withTermination(end);
        LocalDate first = start.plusDays(Math.min(from, length));
        LocalDate second = start.plusDays(Math.min(Math.max(from, to), length));

        assertThat(STRICT.yearFraction(dayCount, first, second, period).verdict())
                .isEqualTo(Verdict.AGREED);
        if (!dayCount.needsPeriod()) {
            assertThat(STRICT.yearFraction(dayCount, first, second).verdict()).isEqualTo(Verdict.AGREED);
        }
    }

    @Provide
    Arbitrary<DayCount> anyDayCount() {
        return Arbitraries.of(dayCounts());
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        LocalDate first = LocalDate.of(1996, 1, 1);
        return Arbitraries.integers().between(0, 20_000).map(first::plusDays);
    }

    /** What an application might put in place of a convention, with a fault in it. */
    private record Faulty(String officialName, DayCount right, double factor, double summand) implements DayCount {
        Faulty(DayCount right, double factor, double summand) {
            this(right.officialName(), right, factor, summand);
        }

        @Override
        public double yearFraction(LocalDate start, LocalDate end) {
            return right.yearFraction(start, end) * factor + summand;
        }

        @Override
        public double yearFraction(LocalDate start, LocalDate end, AccrualPeriod period) {
            return right.yearFraction(start, end, period) * factor + summand;
        }

        @Override
        public int days(LocalDate start, LocalDate end) {
            return right.days(start, end);
        }

        @Override
        public boolean needsPeriod() {
            return right.needsPeriod();
        }

        @Override
        public Optional<HolidayCalendar> businessDays() {
            return right.businessDays();
        }
    }

    @ParameterizedTest
    @MethodSource("dayCounts")
    void aDayCountThatIsOneDayOffIsCaught(DayCount dayCount) {
        LocalDate start = LocalDate.of(2024, 1, 16);
        LocalDate end = LocalDate.of(2024, 5, 31);
        AccrualPeriod period = AccrualPeriod.regular(start, LocalDate.of(2024, 7, 16), Frequency.SEMIANNUAL);

        for (DayCount wrong : List.of(
                new Faulty(dayCount, 1.0, 1 / 366.0),
                new Faulty(dayCount, 365.0 / 366.0, 0.0),
                new Faulty(dayCount, 1.0, -1e-9))) {
            assertThat(FLAGGING.yearFraction(wrong, start, end, period).verdict())
                    .isEqualTo(Verdict.DISCREPANT);
            assertThatThrownBy(() -> STRICT.yearFraction(wrong, start, end, period))
                    .isInstanceOf(DiscrepancyFound.class);
        }
    }

    @Test
    void oneConventionInPlaceOfAnotherIsCaught() {
        LocalDate start = LocalDate.of(2024, 2, 29);
        LocalDate end = LocalDate.of(2025, 8, 31);
        for (DayCount claimed : dayCounts()) {
            for (DayCount used : dayCounts()) {
                if (claimed.needsPeriod() || used.needsPeriod()) {
                    continue;
                }
                double claim = claimed.yearFraction(start, end);
                double use = used.yearFraction(start, end);
                DayCount wrong = new Faulty(claimed, use / claim, 0.0);
                Verdict expected = Math.abs(claim - use) < 1e-13 ? Verdict.AGREED : Verdict.DISCREPANT;
                assertThat(FLAGGING.yearFraction(wrong, start, end).verdict())
                        .as(used + " for " + claimed)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aDayCountOfTheApplicationsOwnHasNoSecondPath() {
        DayCount own = new Faulty("house", DayCounts.ACT_360, 1.0, 0.0);
        LocalDate start = LocalDate.of(2024, 1, 16);

        assertThat(STRICT.yearFraction(own, start, start.plusDays(90)).verdict())
                .isEqualTo(Verdict.NOT_CHECKED);
        assertThat(STRICT.yearFraction(own, start, start.plusDays(90)).value()).isEqualTo(0.25);
    }

    @Test
    void badDatesAreRefusedAsTheFormulaRefusesThem() {
        LocalDate start = LocalDate.of(2024, 1, 16);
        assertThatThrownBy(() -> STRICT.yearFraction(DayCounts.ACT_360, start, start.minusDays(1)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> STRICT.yearFraction(DayCounts.ACT_ACT_ICMA, start, start.plusDays(1)))
                .isInstanceOf(InvalidInput.class);
        DayCount brazil = DayCounts.business252(HolidayCalendars.of("BRAZIL"));
        assertThatThrownBy(() -> STRICT.yearFraction(brazil, start, LocalDate.of(9999, 1, 1)))
                .isInstanceOf(MissingData.class);
    }

    @Test
    void aSpanTooLongToWalkIsNotAgreement() {
        LocalDate start = LocalDate.of(1, 1, 1);
        LocalDate end = LocalDate.of(2024, 1, 1);

        assertThat(FLAGGING.yearFraction(DayCounts.ACT_360, start, end).verdict())
                .isEqualTo(Verdict.PATH_FAILED);
        assertThat(FLAGGING.yearFraction(DayCounts.THIRTY_360, start, end).verdict())
                .isEqualTo(Verdict.PATH_FAILED);
        assertThat(FLAGGING.yearFraction(DayCounts.ACT_ACT_AFB, start, end).verdict())
                .isEqualTo(Verdict.PATH_FAILED);
    }

    @Test
    void aFractionLeavesARecordOfItsDates() {
        InMemoryAuditSink audit = new InMemoryAuditSink();
        VerifiedTime audited = VerifiedTime.of(Verifier.builder().audit(audit).build());
        LocalDate start = LocalDate.of(2024, 1, 16);
        LocalDate end = LocalDate.of(2024, 7, 16);

        audited.yearFraction(DayCounts.ACT_360, start, end);
        audited.yearFraction(
                DayCounts.ACT_ACT_ICMA, start, end, AccrualPeriod.regular(start, end, Frequency.SEMIANNUAL));
        audited.schedule(ScheduleTerms.of(start, end, Tenor.ofMonths(3)).build());

        assertThat(audit.events()).hasSize(3);
        assertThat(audit.events().get(0).inputs().text())
                .isEqualTo("{\"end\":\"2024-07-16\",\"start\":\"2024-01-16\"}");
        assertThat(audit.events().get(1).inputs().text()).contains("\"frequency\":\"SEMIANNUAL\"");
        assertThat(audit.events().get(2).inputs().text()).contains("\"tenor\":\"3M\"");
        assertThat(audit.events().get(2).result().text()).contains("\"direction\":\"BACKWARD\"");
    }

    @Test
    void whatIsNotSelectedIsNotWalked() {
        VerifiedTime off = VerifiedTime.of(Verifier.off());
        LocalDate start = LocalDate.of(1, 1, 1);
        LocalDate end = LocalDate.of(9999, 1, 1);

        assertThat(off.yearFraction(DayCounts.ACT_360, start, end).verdict()).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(off.schedule(ScheduleTerms.of(start, end, Tenor.ofYears(1)).build())
                        .dates()
                        .verdict())
                .isEqualTo(Verdict.NOT_CHECKED);
    }

    // Schedules

    private static ScheduleTerms terms(Row row) {
        ScheduleTerms.Builder terms = ScheduleTerms.of(
                        row.date("effective"), row.date("termination"), Tenor.parse(row.text("tenor")))
                .adjusted(
                        HolidayCalendars.of(row.text("calendar")), BusinessDayConvention.parse(row.text("convention")))
                .terminationConvention(BusinessDayConvention.parse(row.text("termination_convention")))
                .direction(RollDirection.parse(row.text("rule")))
                .endOfMonth(Boolean.parseBoolean(row.text("eom")))
                .firstDate(row.has("first_date") ? row.date("first_date") : null)
                .penultimateDate(row.has("penultimate_date") ? row.date("penultimate_date") : null);
        if (!row.text("stub").equals("BOTH")) {
            terms.stub(StubConvention.parse(row.text("stub")));
        }
        return terms.build();
    }

    @Test
    void everyGoldenScheduleIsConfirmedDayByDay() {
        VectorTable.of("schedules.csv").everyRow(row -> {
            VerifiedSchedule schedule = STRICT.schedule(terms(row));

            assertThat(schedule.dates().verdict()).isEqualTo(Verdict.AGREED);
            assertThat(schedule.dates().value()).isEqualTo(row.integer("n_dates"));
            List<LocalDate> walked = ScheduleWalk.of(terms(row)).unadjustedDates();
            assertThat(walked)
                    .isEqualTo(row.list("unadjusted_dates").stream()
                            .map(LocalDate::parse)
                            .toList());
        });
    }

    @Property
    void aScheduleAndItsWalkAgreeOnAnyTerms(@ForAll("scheduleTerms") ScheduleTerms terms) {
        Schedule schedule;
        try {
            schedule = terms.schedule();
        } catch (BondTraderException refused) {
            return;
        }
        assertThat(STRICT.verify(terms, schedule).dates().verdict()).isEqualTo(Verdict.AGREED);
    }

    @Provide
    Arbitrary<ScheduleTerms> scheduleTerms() {
        Arbitrary<Tenor> tenors = Arbitraries.of("1M", "2M", "3M", "4M", "6M", "1Y", "1W", "4W", "10D")
                .map(Tenor::parse);
        Arbitrary<StubConvention> stubs = Arbitraries.of(StubConvention.class).injectNull(0.3);
        Arbitrary<List<Integer>> inner =
                Arbitraries.integers().between(1, 200).list().ofSize(2);
        return Combinators.combine(
                        dates(),
                        Arbitraries.integers().between(2, 2_000),
                        tenors,
                        Arbitraries.of(BusinessDayConvention.class),
                        Arbitraries.of(RollDirection.class),
                        Arbitraries.of(true, false),
                        stubs,
                        inner)
                .as((effective, days, tenor, convention, direction, endOfMonth, stub, stubDays) -> {
                    LocalDate termination = effective.plusDays(days);
                    ScheduleTerms.Builder terms = ScheduleTerms.of(effective, termination, tenor)
                            .adjusted(HolidayCalendars.WEEKENDS, convention)
                            .direction(direction)
                            .endOfMonth(endOfMonth);
                    if (stub != null) {
                        terms.stub(stub);
                    }
                    LocalDate first = effective.plusDays(stubDays.get(0));
                    LocalDate penultimate = termination.minusDays(stubDays.get(1));
                    if (stubDays.get(0) % 3 == 0 && first.isBefore(termination)) {
                        terms.firstDate(first);
                    }
                    boolean room =
                            stubDays.get(0) % 3 == 0 ? !penultimate.isBefore(first) : penultimate.isAfter(effective);
                    if (stubDays.get(1) % 3 == 0 && room) {
                        terms.penultimateDate(penultimate);
                    }
                    return terms.build();
                });
    }

    @Test
    void aScheduleWithAWrongDateIsCaught() {
        ScheduleTerms terms = ScheduleTerms.of(LocalDate.of(2024, 2, 29), LocalDate.of(2029, 2, 28), Tenor.ofMonths(6))
                .endOfMonth(true)
                .build();
        Schedule right = terms.schedule();
        List<Schedule> wrong = new ArrayList<>();
        wrong.add(ScheduleTerms.of(terms.effective(), terms.termination(), terms.tenor())
                .schedule()); // end of month lost
        wrong.add(new Schedule(right.periods().subList(0, right.periods().size() - 1))); // last period lost
        wrong.add(new Schedule(right.periods().subList(1, right.periods().size()))); // first period lost
        SchedulePeriod first = right.periods().get(0);
        List<SchedulePeriod> stubbed = new ArrayList<>(right.periods());
        stubbed.set(
                0,
                new SchedulePeriod(
                        first.unadjustedStart(), first.unadjustedEnd(), first.start(), first.end(), !first.regular()));
        wrong.add(new Schedule(stubbed)); // a regular period called a stub

        assertThat(FLAGGING.verify(terms, right).dates().verdict()).isEqualTo(Verdict.AGREED);
        for (Schedule schedule : wrong) {
            assertThat(FLAGGING.verify(terms, schedule).dates().verdict()).isEqualTo(Verdict.DISCREPANT);
            assertThatThrownBy(() -> STRICT.verify(terms, schedule)).isInstanceOf(DiscrepancyFound.class);
        }
    }

    @Test
    void aScheduleTooLongToWalkIsNotAgreement() {
        ScheduleTerms terms = ScheduleTerms.of(LocalDate.of(1, 1, 1), LocalDate.of(2024, 1, 1), Tenor.ofYears(1))
                .build();

        assertThat(FLAGGING.schedule(terms).dates().verdict()).isEqualTo(Verdict.PATH_FAILED);
    }
}
