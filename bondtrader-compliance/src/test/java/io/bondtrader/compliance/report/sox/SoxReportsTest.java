package io.bondtrader.compliance.report.sox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditLogSink;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.error.ChangeRefused;
import io.bondtrader.compliance.report.Recomputation;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportCell;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportLog;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.grant.Change;
import io.bondtrader.security.access.grant.RoleGrant;
import io.bondtrader.security.access.request.Dimension;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a desk shows its auditors about its own controls. */
final class SoxReportsTest {

    private static final PersonId ADA = PersonId.of("ada");
    private static final PersonId BEN = PersonId.of("ben");
    private static final AccountId FRONT = AccountId.of("front-1");
    private static final AccountId BACK = AccountId.of("back-1");

    private final ReportLog log = new ReportLog().at("2026-03-02T08:00:00Z");
    private final AccessJournal access = AccessJournal.of(log.journal);

    private Report report(ReportDefinition definition) {
        return definition.compute(log.verified(), ReportLog.year());
    }

    private static List<List<String>> rows(Report report, String table) {
        return report.table(table).rows().stream()
                .map(row -> row.stream().map(ReportCell::value).toList())
                .toList();
    }

    private static String figure(Report report, String label) {
        return rows(report, Report.SUMMARY).stream()
                .filter(row -> row.get(0).equals(label))
                .findFirst()
                .orElseThrow()
                .get(1);
    }

    /** One person with two accounts: a trader on one, a settler on the other. */
    private void carolTradesAndSettles() {
        access.accountOpened(ADA, FRONT, PersonId.of("carol")); // 0
        access.accountOpened(ADA, BACK, PersonId.of("carol")); // 1
        access.roleDefined(ADA, "trader", new TreeSet<>(List.of("order.create", "order.read"))); // 2
        access.roleGranted(ADA, BEN, FRONT, "trader", "book-7"); // 3
        access.roleGranted(ADA, BEN, BACK, "settler", ""); // 4
        access.dutyDefined(ADA, "front-back", "trader", "settler"); // 5
    }

    @Test
    void theMatrixSaysWhoMayDoWhatAndSinceWhen() {
        carolTradesAndSettles();
        Report matrix = report(new AccessMatrixReport());

        assertThat(rows(matrix, "Roles held"))
                .containsExactly(
                        List.of("carol", "back-1", "settler", "everywhere", "ada", "ben", "2026-03-02T08:00:00Z"),
                        List.of("carol", "front-1", "trader", "book-7", "ada", "ben", "2026-03-02T08:00:00Z"));
        assertThat(rows(matrix, "Permissions"))
                .containsExactly(
                        List.of("carol", "order.create", "trader in book-7"),
                        List.of("carol", "order.read", "trader in book-7"));
        assertThat(matrix.table("Roles held").rows().get(1).get(2).events()).isEqualTo(EventIndices.of(0, 3));
        assertThat(matrix.table("Permissions").rows().get(0).get(1).events()).isEqualTo(EventIndices.of(0, 2, 3));
        assertThat(figure(matrix, "Persons with access")).isEqualTo("1");
        assertThat(figure(matrix, "Roles held whose permissions no event defines"))
                .isEqualTo("1");
    }

    @Test
    void theMatrixIsAsOfItsInstant() {
        carolTradesAndSettles();
        log.at("2026-06-01T00:00:00Z");
        access.roleRevoked(ADA, FRONT, "trader", "elsewhere"); // another scope: nothing
        access.accountClosed(ADA, BACK);
        log.sample.append(
                "ada",
                "security.authz_change",
                "",
                Map.of("result", Map.of("change", "import 1 accounts and 2 grants")));

        assertThat(rows(report(new AccessMatrixReport()), "Roles held")).hasSize(1);
        assertThat(rows(report(new AccessMatrixReport()), "Changes that access control reported"))
                .hasSize(1);
        ReportParameters before =
                ReportParameters.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(rows(new AccessMatrixReport().compute(log.verified(), before), "Roles held"))
                .hasSize(2);
        access.roleRevoked(ADA, FRONT, "trader", "book-7");
        assertThat(rows(report(new AccessMatrixReport()), "Roles held")).isEmpty();
    }

    @Test
    void twoAccountsOfOnePersonMakeAToxicPair() {
        carolTradesAndSettles();
        Report duties = report(new DutyViolationsReport());

        assertThat(rows(duties, "Toxic pairs"))
                .containsExactly(List.of(
                        "carol", "front-back", "trader", "front-1 in book-7", "settler", "back-1 in everywhere"));
        assertThat(duties.table("Toxic pairs").events()).isEqualTo(EventIndices.of(0, 1, 3, 4, 5));

        access.dutyEnded(ADA, "front-back");
        assertThat(rows(report(new DutyViolationsReport()), "Toxic pairs")).isEmpty();
    }

    private static GrantScope desk(String... places) {
        return GrantScope.of(Dimension.DESK, places);
    }

    private Report heldIn(GrantScope first, GrantScope second) {
        access.accountOpened(ADA, FRONT, PersonId.of("carol"));
        access.roleGranted(ADA, BEN, FRONT, "trader", first);
        access.roleGranted(ADA, BEN, FRONT, "settler", second);
        access.dutyDefined(ADA, "front-back", "trader", "settler");
        return report(new DutyViolationsReport());
    }

    @Test
    void rolesInDifferentPlacesAreHeldApart() {
        Report duties = heldIn(desk("RATES"), desk("CREDIT").and(Dimension.BOOK, Set.of("b1", "b2")));

        assertThat(rows(duties, "Toxic pairs")).isEmpty();
        assertThat(rows(duties, "Pairs held in different places"))
                .containsExactly(List.of(
                        "carol",
                        "front-back",
                        "trader",
                        "front-1 in {DESK=[RATES]}",
                        "settler",
                        "front-1 in {BOOK=[b1, b2], DESK=[CREDIT]}"));
        assertThat(figure(duties, "Pairs held in different places")).isEqualTo("1");
        Report strict = new DutyViolationsReport()
                .compute(log.verified(), ReportLog.year().with("scopes", "ignore"));
        assertThat(rows(strict, "Toxic pairs")).hasSize(1);
        assertThat(rows(strict, "Pairs held in different places")).isEmpty();
    }

    @Test
    void rolesThatMeetSomewhereAreToxic() {
        assertThat(rows(heldIn(desk("RATES", "CREDIT"), desk("CREDIT")), "Toxic pairs"))
                .hasSize(1);
    }

    @Test
    void placesOfDifferentDimensionsMayHoldOneObject() {
        assertThat(rows(heldIn(desk("RATES"), GrantScope.of(Dimension.BOOK, "b1")), "Toxic pairs"))
                .hasSize(1);
    }

    @Test
    void everywhereMeetsEveryPlace() {
        assertThat(rows(heldIn(GrantScope.any(), desk("CREDIT")), "Toxic pairs"))
                .hasSize(1);
        assertThat(rows(report(new AccessMatrixReport()), "Roles held"))
                .extracting(row -> row.get(3))
                .containsExactly("{DESK=[CREDIT]}", "everywhere");
    }

    @Test
    void ofTheRolesThatMeetOnlyThoseAreNamed() {
        access.roleGranted(ADA, BEN, FRONT, "trader", desk("FX"));
        access.roleGranted(ADA, BEN, FRONT, "settler", desk("MONEY"));
        Report duties = heldIn(desk("RATES"), desk("RATES"));

        assertThat(rows(duties, "Toxic pairs"))
                .containsExactly(List.of(
                        "carol",
                        "front-back",
                        "trader",
                        "front-1 in {DESK=[RATES]}",
                        "settler",
                        "front-1 in {DESK=[RATES]}"));
    }

    @Test
    void namesOfTheHostsOwnMeetThemselvesOnly() {
        carolTradesAndSettles();
        access.roleRevoked(ADA, BACK, "settler", "");
        access.roleGranted(ADA, BEN, BACK, "settler", "book-8");
        assertThat(rows(report(new DutyViolationsReport()), "Toxic pairs")).isEmpty();
        access.roleGranted(ADA, BEN, BACK, "settler", "book-7");
        assertThat(rows(report(new DutyViolationsReport()), "Toxic pairs")).hasSize(1);
    }

    /** The events that access control itself reports, as its sink writes them to the log. */
    @Test
    void whatAccessControlReportsIsAddedUp() {
        RoleGrant trading = RoleGrant.of(FRONT, "trader", desk("RATES"));
        RoleGrant settling = RoleGrant.of(FRONT, "settler", GrantScope.any());
        told(FRONT, "carol", SecurityEventType.AUTHN_LOGIN_SUCCESS, "");
        told(
                AccountId.of("a-1"),
                "ada",
                SecurityEventType.AUTHZ_ADMIN,
                "propose: " + new Change.GrantRole(trading).summary());
        told(
                AccountId.of("b-1"),
                "ben",
                SecurityEventType.AUTHZ_CHANGE,
                new Change.GrantRole(trading).summary() + ", proposed by a-1");
        told(
                AccountId.of("b-1"),
                "ben",
                SecurityEventType.AUTHZ_CHANGE,
                new Change.GrantRole(settling).summary() + ", proposed by a-1");
        told(
                AccountId.of("b-1"),
                "ben",
                SecurityEventType.AUTHZ_CHANGE,
                new Change.Import(List.of(), List.of(trading)).summary() + ", proposed by a-1");
        access.dutyDefined(ADA, "front-back", "trader", "settler");

        Report matrix = report(new AccessMatrixReport());
        assertThat(rows(matrix, "Roles held"))
                .containsExactly(
                        List.of("carol", "front-1", "settler", "everywhere", "ada", "ben", "2026-03-02T08:00:00Z"),
                        List.of("carol", "front-1", "trader", "{DESK=[RATES]}", "ada", "ben", "2026-03-02T08:00:00Z"));
        assertThat(matrix.table("Roles held").rows().get(1).get(2).events()).isEqualTo(EventIndices.of(0, 2));
        assertThat(rows(matrix, "Changes that access control reported"))
                .extracting(row -> row.get(3))
                .containsExactly("yes", "yes", "no");
        assertThat(figure(matrix, "Changes whose words do not say who may do what"))
                .isEqualTo("1");
        assertThat(rows(report(new DutyViolationsReport()), "Toxic pairs")).hasSize(1);

        told(AccountId.of("a-1"), "ada", SecurityEventType.AUTHZ_CHANGE, new Change.RevokeRole(settling).summary());
        assertThat(rows(report(new AccessMatrixReport()), "Roles held")).hasSize(1);
        told(AccountId.of("a-1"), "ada", SecurityEventType.AUTHZ_CHANGE, new Change.CloseAccount(FRONT).summary());
        assertThat(rows(report(new AccessMatrixReport()), "Roles held")).isEmpty();
    }

    @Test
    void whatTheHostWroteAndAccessControlReportedIsOneGrant() {
        RoleGrant settling = RoleGrant.of(BACK, "settler", GrantScope.any());
        access.accountOpened(ADA, BACK, PersonId.of("dora"));
        access.roleGranted(ADA, BEN, BACK, "settler", "");
        told(BACK, "other", SecurityEventType.AUTHN_LOGIN_SUCCESS, "");
        told(
                AccountId.of("b-1"),
                "ben",
                SecurityEventType.AUTHZ_CHANGE,
                new Change.GrantRole(settling).summary() + ", proposed by a-1");

        assertThat(rows(report(new AccessMatrixReport()), "Roles held"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(0)).isEqualTo("dora"));
    }

    private void told(AccountId account, String person, SecurityEventType type, String change) {
        SecurityEvent event = SecurityEvent.of(type, log.now())
                .by(new Principal(account, PersonId.of(person), List.of()))
                .with("change", change);
        SecurityEventSink.to(AuditLogSink.of(
                        log.sample.log, EventIds.of(log::now, new java.util.SplittableRandom(7)), log::now))
                .report(event);
    }

    @Test
    void differentPersonsMakeNoToxicPair() {
        access.accountOpened(ADA, FRONT, PersonId.of("carol"));
        access.accountOpened(ADA, BACK, PersonId.of("dora"));
        access.roleGranted(ADA, BEN, FRONT, "trader", "");
        access.roleGranted(ADA, BEN, BACK, "settler", "");
        access.dutyDefined(ADA, "front-back", "trader", "settler");

        assertThat(rows(report(new DutyViolationsReport()), "Toxic pairs")).isEmpty();
    }

    @Test
    void whoChecksWhatHeMadeIsFoundThroughAnotherAccount() {
        carolTradesAndSettles();
        log.sample.append("front-1", "order.created", "ord-1", Map.of()); // 6
        log.sample.append("back-1", "order.approved", "ord-2", Map.of());
        log.sample.append("back-1", "order.approved", "ord-1", Map.of()); // 8
        log.sample.append("someone", "order.approved", "ord-1", Map.of());
        Report duties = report(new DutyViolationsReport());

        assertThat(duties.table("Made and checked by one person").rows()).hasSize(1);
        assertThat(duties.table("Made and checked by one person").rows().get(0).get(0))
                .isEqualTo(ReportCell.of("carol", EventIndices.of(6, 8)));
        ReportParameters other = ReportLog.year().with("makerChecker", "order.created>trade.confirmed");
        assertThat(rows(new DutyViolationsReport().compute(log.verified(), other), "Made and checked by one person"))
                .isEmpty();
        for (String bad : List.of("", ">", "a>", ">b", "a>b;", "a>b>c")) {
            assertThatThrownBy(() -> new DutyViolationsReport()
                            .compute(log.verified(), ReportLog.year().with("makerChecker", bad)))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void whatAHolderCertifiesForHimselfDoesNotCount() {
        carolTradesAndSettles();
        Instant due = Instant.parse("2026-04-01T00:00:00Z");
        access.campaignOpened(ADA, "2026-q1", due, new TreeSet<>()); // 6
        access.certified(PersonId.of("carol"), "2026-q1", FRONT, "trader", "book-7", true); // 7
        access.certified(BEN, "2026-q1", BACK, "settler", "", false); // 8
        Report report = report(new RecertificationReport());

        assertThat(rows(report, "Roles to be certified"))
                .extracting(row -> row.get(3), row -> row.get(5), row -> row.get(7), row -> row.get(8))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("settler in everywhere", "ben", "TO_BE_REVOKED", ""),
                        org.assertj.core.groups.Tuple.tuple(
                                "trader in book-7", "", "OVERDUE", "certified by the holder"));
        assertThat(figure(report, "OVERDUE")).isEqualTo("1");

        access.roleRevoked(ADA, BACK, "settler", "");
        log.at("2026-04-02T00:00:00Z");
        access.certified(BEN, "2026-q1", FRONT, "trader", "book-7", true);
        Report later = report(new RecertificationReport());
        assertThat(figure(later, "REVOKED")).isEqualTo("1");
        assertThat(figure(later, "KEPT_LATE")).isEqualTo("1");
        ReportParameters march = ReportParameters.between(Instant.EPOCH, due);
        assertThat(figure(new RecertificationReport().compute(log.verified(), march), "OPEN"))
                .isEqualTo("1");
    }

    @Test
    void aCampaignAsksForItsRolesAndForThoseHeldWhenItBegan() {
        carolTradesAndSettles();
        access.campaignOpened(
                ADA, "settlers", Instant.parse("2026-04-01T00:00:00Z"), new TreeSet<>(List.of("settler")));
        access.roleGranted(ADA, BEN, FRONT, "settler", "");
        access.certified(BEN, "settlers", FRONT, "settler", "", true);
        access.certified(BEN, "other", BACK, "settler", "", true);
        access.certified(BEN, "settlers", BACK, "settler", "", true);

        assertThat(rows(report(new RecertificationReport()), "Roles to be certified"))
                .extracting(row -> row.get(2), row -> row.get(7))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("back-1", "KEPT"));
    }

    @Test
    void aChangeNeedsAnotherPersonAndIsLoggedBeforeItIsMade() {
        ChangeManagement changes = ChangeManagement.in(log.journal);
        changes.propose("chg-1", "limit of book-7", "1000000", "2000000", "new mandate", ADA);
        assertThatThrownBy(() -> changes.apply("chg-1", BEN, () -> {})).isInstanceOf(ChangeRefused.class);
        assertThatThrownBy(() -> changes.approve("chg-1", ADA)).isInstanceOf(ChangeRefused.class);
        changes.approve("chg-1", BEN);
        assertThatThrownBy(() -> changes.approve("chg-1", BEN)).isInstanceOf(ChangeRefused.class);
        assertThat(changes.waiting()).hasSize(1);
        assertThat(ChangeManagement.in(log.journal).waiting()).isEqualTo(changes.waiting());

        List<Long> sizes = new ArrayList<>();
        long before = log.sample.log.checkpoint().size();
        changes.apply("chg-1", BEN, () -> sizes.add(log.sample.log.checkpoint().size()));

        assertThat(sizes).containsExactly(before + 1);
        assertThat(changes.waiting()).isEmpty();
        Report report = report(new ChangeLogReport());
        assertThat(rows(report, "Changes").get(0))
                .startsWith("chg-1", "limit of book-7", "1000000", "2000000")
                .contains("APPLIED");
        assertThat(rows(report, "Changes").get(0).get(8))
                .contains("refused to ada: whoever proposes a change does not approve it")
                .doesNotContain("approved by its proposer", "without approval", "otherwise");
        assertThat(rows(report(new DutyViolationsReport()), "Made and checked by one person"))
                .isEmpty();
        assertThat(rows(report(new DutyViolationsReport()), "Attempts that were refused"))
                .hasSize(1);
    }

    @Test
    void aChangeThatFailsSaysSo() {
        ChangeManagement changes = ChangeManagement.in(log.journal);
        changes.propose("chg-1", "x", "a", "b", "why", ADA);
        changes.approve("chg-1", BEN);
        assertThatThrownBy(() -> changes.apply("chg-1", BEN, () -> {
                    throw new IllegalStateException("no disk");
                }))
                .isInstanceOf(IllegalStateException.class);
        changes.propose("chg-2", "y", "a", "b", "why", ADA);
        changes.reject("chg-2", BEN, "not now");

        assertThat(rows(report(new ChangeLogReport()), "Changes"))
                .extracting(row -> row.get(7))
                .containsExactly("FAILED", "REJECTED");
        assertThat(ChangeManagement.in(log.journal).waiting()).isEmpty();
        assertThatThrownBy(() -> changes.propose("chg-2", "y", "a", "b", "why", ADA))
                .isInstanceOf(ChangeRefused.class);
        assertThatThrownBy(() -> changes.propose(" ", "y", "a", "b", "why", ADA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> changes.propose("c", " ", "a", "b", "why", ADA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> changes.propose("c", "y", "a", "b", " ", ADA)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> changes.reject("chg-1", BEN, " ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> changes.reject("none", BEN, "why")).isInstanceOf(ChangeRefused.class);
    }

    /** Events that some other flow wrote: the report does not trust that the rules were kept. */
    @Test
    void theChangeLogFindsWhatTheFlowWouldHaveRefused() {
        Map<String, String> proposal = Map.of("subject", "s", "before", "a", "after", "b");
        log.sample.append("ada", "change.proposed", "self", proposal);
        log.sample.append("ada", "change.approved", "self", Map.of());
        log.sample.append("ada", "change.proposed", "skipped", proposal);
        log.sample.append("ada", "change.applied", "skipped", Map.of("before", "a", "after", "b"));
        log.sample.append("ada", "change.proposed", "other", proposal);
        log.sample.append("ben", "change.approved", "other", Map.of());
        log.sample.append("ben", "change.applied", "other", Map.of("before", "a", "after", "c"));
        log.sample.append("ann", "limit.changed", "book-7", Map.of("from", "1", "to", "2"));
        Report report = report(new ChangeLogReport());

        assertThat(rows(report, "Changes"))
                .extracting(row -> row.get(0), row -> row.get(8))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("self", "approved by its proposer"),
                        org.assertj.core.groups.Tuple.tuple("skipped", "made without approval"),
                        org.assertj.core.groups.Tuple.tuple("other", "made otherwise than proposed"));
        assertThat(figure(report, "Changes with findings")).isEqualTo("3");
        assertThat(rows(report, "Changes reported by other modules").get(0))
                .contains("ann", "limit.changed", "book-7", "{\"from\":\"1\",\"to\":\"2\"}");
        assertThat(rows(report(new DutyViolationsReport()), "Made and checked by one person"))
                .hasSize(1);
    }

    @Test
    void aControlThatNeverRanIsShown() {
        ControlJournal controls = ControlJournal.of(log.journal);
        log.sample.filled(2);
        controls.ran("daily-reconciliation", "batch", true, "no breaks", EventIndices.of(0, 1));
        controls.ran("daily-reconciliation", "batch", false, "1 break", EventIndices.none());
        ReportParameters parameters = ReportLog.year().with("controls", "daily-reconciliation, limit-review");
        Report report = new ControlEvidenceReport().compute(log.verified(), parameters);

        assertThat(rows(report, "Controls"))
                .containsExactly(
                        List.of("daily-reconciliation", "2", "1", "1", "2026-03-02T08:00:00Z"),
                        List.of("limit-review", "0", "0", "0", "never"));
        assertThat(report.table("Runs").rows().get(0).get(4).events()).isEqualTo(EventIndices.of(0, 1, 2));
        assertThat(figure(report, "Controls that never ran")).isEqualTo("1");
        assertThatThrownBy(() -> controls.ran(" ", "batch", true, "", EventIndices.none()))
                .isInstanceOf(InvalidInput.class);
    }

    static Stream<ReportDefinition> definitions() {
        return Stream.of(
                new AccessMatrixReport(),
                new DutyViolationsReport(),
                new RecertificationReport(),
                new ChangeLogReport(),
                new ControlEvidenceReport());
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyReportIsComputedAgainToTheByte(ReportDefinition definition) {
        carolTradesAndSettles();
        access.campaignOpened(ADA, "2026-q1", Instant.parse("2026-04-01T00:00:00Z"), new TreeSet<>());
        ChangeManagement.in(log.journal).propose("chg-1", "x", "a", "b", "why", ADA);
        ControlJournal.of(log.journal).ran("c", "batch", true, "", EventIndices.of(0));
        String json = report(definition).toJson().text();
        log.sample.filled(3);

        assertThat(Recomputation.from(log.sample.log, log.keys(), List.of(definition))
                        .compare(json))
                .isEmpty();
        assertThat(Report.parse(json).toHtml()).contains(definition.title(), "#event-");
    }

    @Test
    void namesThatAreBlankAreRefused() {
        TreeSet<String> none = new TreeSet<>();
        assertThatThrownBy(() -> access.roleDefined(ADA, " ", none)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> access.roleGranted(ADA, BEN, FRONT, "", "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> access.roleRevoked(ADA, FRONT, "", "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> access.dutyDefined(ADA, "", "a", "b")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> access.dutyDefined(ADA, "d", "a", "a")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> access.dutyEnded(ADA, "")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> access.campaignOpened(ADA, "", Instant.EPOCH, none))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> access.certified(ADA, "", FRONT, "a", "", true))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> access.certified(ADA, "c", FRONT, "", "", true))
                .isInstanceOf(InvalidInput.class);
    }
}
