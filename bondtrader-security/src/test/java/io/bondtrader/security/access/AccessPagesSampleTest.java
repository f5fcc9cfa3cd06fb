package io.bondtrader.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.desk.DeskAuthority;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccountEntry;
import io.bondtrader.security.access.grant.Change;
import io.bondtrader.security.access.grant.DutyException;
import io.bondtrader.security.access.grant.InMemoryAccessStore;
import io.bondtrader.security.access.grant.RoleGrant;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.policy.Condition;
import io.bondtrader.security.access.policy.DynamicDuty;
import io.bondtrader.security.access.policy.PolicyJson;
import io.bondtrader.security.access.policy.StaticDuty;
import io.bondtrader.security.access.receipt.DecisionReceipt;
import io.bondtrader.security.access.receipt.ReceiptIssuer;
import io.bondtrader.security.access.receipt.ReceiptVerifier;
import io.bondtrader.security.access.receipt.SignedReceipt;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Dimension;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The samples of the pages on access, duties and receipts. */
final class AccessPagesSampleTest {

    private final InstantSource clock = InstantSource.fixed(AccessFixture.NOON);
    private final SecurityEventSink sink = SecurityEventSink.none();
    private final Principal mia = AccessFixture.MIA;
    private final Principal tom = AccessFixture.TOM;
    private final Principal ann = AccessFixture.ANN;
    private final Principal bob = AccessFixture.BOB;

    private AccessControl access() {
        AccessPolicy policy = Desk.policy("desk-1")
                .rules(AccessRule.forbid("office-hours", Desk.ENTER_ORDER)
                        .when(new Condition.Not(Condition.weekdays(
                                ZoneId.of("Europe/London"), LocalTime.of(7, 0), LocalTime.of(18, 0)))))
                .rules(DeskAuthority.over(Desk.ENTER_ORDER)
                        .allow(Desk.TRADER, Desk.NOTIONAL, "50000000")
                        .allow(Desk.TRADER, Desk.DV01, "25000")
                        .ceiling(Desk.NOTIONAL, "1000000000")
                        .rules())
                .build();
        AccessBook book = AccessBook.empty()
                .edit()
                .open(AccountEntry.person(AccountId.of("mia"), PersonId.of("mia")))
                .open(AccountEntry.apiKey(AccountId.of("mia-key"), AccountId.of("mia")))
                .open(AccountEntry.person(AccountId.of("tom"), PersonId.of("tom")))
                .open(AccountEntry.person(AccountId.of("ann"), PersonId.of("ann")))
                .open(AccountEntry.person(AccountId.of("bob"), PersonId.of("bob")))
                .grant(RoleGrant.of(AccountId.of("mia"), Desk.TRADER, GrantScope.of(Dimension.DESK, "RATES")))
                .grant(RoleGrant.of(AccountId.of("tom"), Desk.RISK_MANAGER, GrantScope.any()))
                .grant(RoleGrant.of(AccountId.of("ann"), Desk.ADMIN, GrantScope.any()))
                .grant(RoleGrant.of(AccountId.of("bob"), Desk.ADMIN, GrantScope.any()))
                .done();
        AccessControl access = AccessControl.builder(policy, new InMemoryAccessStore(book), clock, sink)
                .build(); // throws DutyConflict if one person in the book holds too much
        return access;
    }

    private static AccessRequest order(Principal who, String face) {
        CanonicalJson order = CanonicalJson.of(Map.of("id", "4711", "bond", "T 4 2035", "face", face));
        ResourceRef object = ResourceRef.of(Desk.ORDER, "4711").atDesk("RATES").ofIssuer("UST");
        return AccessRequest.of(who, Desk.ENTER_ORDER, object)
                .with(Desk.NOTIONAL, new BigDecimal(face))
                .with(Desk.DV01, new BigDecimal("8300"))
                .about(order);
    }

    @Test
    void anOrderBeyondAuthorityIsApprovedByAnother() {
        AccessControl access = access();
        AccessRequest request = order(mia, "80000000");

        String next;
        Decision decision = access.decide(request);
        if (decision instanceof Decision.Permit permit) {
            next = "send it, and do " + permit.obligations();
        } else if (decision instanceof Decision.StepUpRequired stepUp) {
            next = "prove " + stepUp.proofs();
        } else if (decision instanceof Decision.ApprovalRequired approval) {
            next = "ask " + approval.approvals().get(0).demand().eligible();
        } else {
            next = "not found"; // the reasons are for the log
        }
        assertThat(next).isEqualTo("ask [risk-manager]");

        access.require(AccessRequest.of(tom, Desk.APPROVE_ORDER, request.object())
                .about(request.content())); // of this content: another face would need another approval
        assertThat(access.decide(request).isPermit()).isTrue();

        boolean grey = !access.check(mia, Desk.READ_LIMIT, ResourceRef.any(Desk.READ_LIMIT.resource()));
        String why = access.explain(request).toString();
        List<Entitlement> traders = access.queries().whoCan(Desk.ENTER_ORDER, request.object());
        assertThat(grey).isTrue();
        assertThat(why).contains("trader");
        assertThat(traders).hasSize(1);
    }

    @Test
    void rightsAreProposedAndApproved() {
        AccessControl access = access();
        AccessManagement management = access.management();
        Change wish = new Change.GrantRole(RoleGrant.of(AccountId.of("mia-key"), Desk.READ_ONLY, GrantScope.any()));
        if (management.propose(ann, wish) instanceof ChangeResult.Waiting waiting) {
            management.approve(bob, waiting.proposal());
        }
        ChangeResult clash = management.propose(
                ann, new Change.GrantRole(RoleGrant.of(AccountId.of("mia-key"), Desk.RISK_MANAGER, GrantScope.any())));
        // Refused: DUTY_CONFLICT by separate-offices: person mia holds risk-manager and trader
        // (trader by mia, risk-manager by mia-key)
        assertThat(clash.toString()).contains("separate-offices").contains("person mia holds risk-manager and trader");
        assertThat(access.queries().whatCan(AccountId.of("mia-key"))).hasSize(4);
    }

    @Test
    void aPolicyIsWrittenReadAndSimulated() {
        AccessControl access = access();
        String json = access.policy().json().text();
        AccessPolicy read =
                PolicyJson.strict().read(json); // or InvalidInput that names the place, $.roles[2].inherits[0]
        PolicyDifference difference = access.queries().simulate(read);
        assertThat(difference.isEmpty()).isTrue();
        access.publish(read, ann, bob); // proposed by one, approved by another
        assertThat(access.policy().digest()).isEqualTo(read.digest());
    }

    @Test
    void dutiesOfOnesOwn() {
        AccessPolicy policy = Desk.policy("desk-2")
                .duties(
                        new StaticDuty.MutuallyExclusive(
                                "two-of-three", new TreeSet<>(Set.of("trader", "risk-manager", "read-only")), 2),
                        new StaticDuty.Cardinality("three-admins", "admin", 3))
                .duties(
                        new DynamicDuty.DistinctActor("enter-or-cancel", Desk.ENTER_ORDER, Desk.CANCEL_ORDER),
                        new DynamicDuty.NofM(
                                "two-approve-amendments",
                                Desk.AMEND_ORDER,
                                Desk.APPROVE_ORDER,
                                2,
                                new TreeSet<>(Set.of("risk-manager"))),
                        new DynamicDuty.CoolOff(
                                "no-flicker", Desk.ENTER_ORDER, Desk.CANCEL_ORDER, Duration.ofSeconds(5)))
                .build();
        assertThat(policy.dynamicDuties()).hasSize(7);

        Instant now = AccessFixture.NOON;
        Change fire = new Change.OpenException(new DutyException(
                "fire-drill",
                PersonId.of("mia"),
                "enter-or-approve",
                now,
                now.plus(Duration.ofHours(2)),
                "risk desk evacuated, ticket 812"));
        assertThat(fire.approvals()).isEqualTo(2);
    }

    @Test
    void aReceiptIsVerifiedWithThePublicKeyAlone() {
        AccessControl access = access();
        Ed25519Signer key = Ed25519Signer.generate("example.com/receipts", new SecureRandom());
        AccessRequest request = order(mia, "1000000");
        CanonicalJson order = request.content();

        // The desk: what is permitted leaves with a receipt.
        SignedReceipt receipt = new ReceiptIssuer(key).issue(access.require(request));
        String note = receipt.note();
        String handedOut = key.verifier().text(); // name+id+key: no secret

        // The auditor, years later, without us: this order, and no other, was permitted.
        ReceiptVerifier verifier = new ReceiptVerifier(TrustedKeys.of(NoteVerifier.parse(handedOut)));
        DecisionReceipt proof = verifier.verifyPermit(SignedReceipt.ofNote(note), order);
        String whoWhenWhy = proof.person() + " at " + proof.decidedAt() + " by " + proof.rules();

        assertThat(whoWhenWhy).isEqualTo("mia at 2026-03-02T12:00:00Z by [trader]");
    }

    @Test
    void anOrderIsSignedByWhoSawIt() {
        AccessRule rule = AccessRule.signed(
                "sign-large-orders",
                Set.of(Factor.HARDWARE_TOKEN, Factor.TIME_CODE),
                Duration.ofMinutes(2),
                Desk.ENTER_ORDER);
        assertThat(rule.id()).isEqualTo("sign-large-orders");
    }
}
