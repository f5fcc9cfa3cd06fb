package io.bondtrader.examples.security;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.access.AccessControl;
import io.bondtrader.security.access.AccessManagement;
import io.bondtrader.security.access.ChangeResult;
import io.bondtrader.security.access.Decision;
import io.bondtrader.security.access.desk.Desk;
import io.bondtrader.security.access.desk.DeskAuthority;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccountEntry;
import io.bondtrader.security.access.grant.Change;
import io.bondtrader.security.access.grant.InMemoryAccessStore;
import io.bondtrader.security.access.grant.RoleGrant;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.receipt.DecisionReceipt;
import io.bondtrader.security.access.receipt.ReceiptIssuer;
import io.bondtrader.security.access.receipt.ReceiptVerifier;
import io.bondtrader.security.access.receipt.SignedReceipt;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Dimension;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.authentication.SignInResult.SignedIn;
import io.bondtrader.security.error.AccessDenied;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An order beyond its trader's authority: proved again, approved by another, permitted with a receipt. */
final class OrderWalk {

    private static final AccountId KEY = AccountId.of("mia-key");

    private final House house;
    private final Transcript transcript;
    private final User mia;
    private final User tom;
    private final User ann;
    private final User bob;
    private final AccessControl access;

    OrderWalk(House house, Transcript transcript, User mia, User tom, User ann, User bob) {
        this.house = house;
        this.transcript = transcript;
        this.mia = mia;
        this.tom = tom;
        this.ann = ann;
        this.bob = bob;
        var policy = Desk.policy("desk-1")
                .rules(AccessRule.stepUp(
                        "proved-just-now",
                        Set.of(Factor.TIME_CODE),
                        Duration.ofMinutes(5),
                        Desk.ENTER_ORDER,
                        Desk.APPROVE_ORDER))
                .rules(DeskAuthority.over(Desk.ENTER_ORDER)
                        .allow(Desk.TRADER, Desk.NOTIONAL, "50000000")
                        .ceiling(Desk.NOTIONAL, "1000000000")
                        .rules())
                .build();
        AccessBook.Editor book = AccessBook.empty().edit();
        for (User user : new User[] {mia, tom, ann, bob}) {
            book.open(AccountEntry.person(user.account, user.person));
        }
        this.access = AccessControl.builder(
                        policy,
                        new InMemoryAccessStore(book.open(AccountEntry.apiKey(KEY, mia.account))
                                .grant(RoleGrant.of(mia.account, Desk.TRADER, GrantScope.of(Dimension.DESK, "RATES")))
                                .grant(RoleGrant.of(tom.account, Desk.RISK_MANAGER, GrantScope.any()))
                                .grant(RoleGrant.of(ann.account, Desk.ADMIN, GrantScope.any()))
                                .grant(RoleGrant.of(bob.account, Desk.ADMIN, GrantScope.any()))
                                .done()),
                        house.clock,
                        house.trail)
                .build();
    }

    /** An order of 80 million, where 50 are allowed. */
    void order() {
        transcript.step("An order beyond the limit, and a second person");
        house.clock.pass(Duration.ofMinutes(10));
        Decision early = access.decide(order(mia, "4711", "80000000"));
        transcript.allowed(
                "mia sends 80 million, and must prove herself again",
                early instanceof Decision.StepUpRequired,
                early.ruleIds());
        String cookie = mia.session;
        transcript.allowed("she types a code", house.stepUp(mia) instanceof SignedIn, "a new session token");
        transcript.attack(
                "A25",
                "the cookie from before the step up",
                () -> house.service
                                .sessions()
                                .check(cookie, mia.source.address())
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("dead"));
        AccessRequest request = order(mia, "4711", "80000000");
        Decision asked = access.decide(request);
        transcript.allowed(
                "80 million are beyond her 50: somebody must approve",
                asked instanceof Decision.ApprovalRequired,
                asked.ruleIds());

        transcript.attack("A40", "mia approves it herself", () -> denied(approval(house.principal(mia), request)));
        transcript.attack("A43", "her API key approves it", () -> {
            Principal key = new Principal(KEY, mia.person, house.principal(mia).evidence());
            return denied(approval(key, request));
        });
        transcript.attack("A43", "her API key is to become a risk manager", () -> {
            ChangeResult result = access.management()
                    .propose(
                            house.principal(ann),
                            new Change.GrantRole(RoleGrant.of(KEY, Desk.RISK_MANAGER, GrantScope.any())));
            return result instanceof ChangeResult.Refused not
                    ? Optional.of(not.reason().toString())
                    : Optional.empty();
        });
        transcript.attack("A40", "ann, who hands out rights, gives herself some", () -> {
            ChangeResult result = access.management()
                    .propose(
                            house.principal(ann),
                            new Change.GrantRole(RoleGrant.of(ann.account, Desk.READ_ONLY, GrantScope.any())));
            return result instanceof ChangeResult.Refused not
                    ? Optional.of(not.reason().toString())
                    : Optional.empty();
        });

        house.stepUp(tom);
        Decision approved = access.decide(approval(house.principal(tom), request));
        transcript.allowed("tom, a risk manager, approves", approved.isPermit(), approved.ruleIds());
        transcript.attack(
                "A40", "tom, who approved it, sends it himself", () -> denied(order(tom, "4711", "80000000")));
        transcript.attack("", "90 million on the approval of 80", () -> notPermitted(order(mia, "4711", "90000000")));
        Decision permit = access.decide(request);
        transcript.allowed("mia sends what was approved", permit.isPermit(), permit.ruleIds());
        transcript.attack("", "the same approval a second time", () -> notPermitted(request));
        transcript.attack("A46", "mia asks for an order of another desk", this::anothersOrder);
        if (permit.isPermit()) {
            receipt(permit, request);
        }
    }

    private void receipt(Decision permit, AccessRequest request) {
        transcript.step("A receipt, verified without us");
        try (Ed25519Signer key = Ed25519Signer.generate("halvorsen.example/receipts", house.random)) {
            String note = new ReceiptIssuer(key).issue(permit).note();
            String handedOut = key.verifier().text();
            var verifier = new ReceiptVerifier(TrustedKeys.of(NoteVerifier.parse(handedOut)));
            DecisionReceipt proof = verifier.verifyPermit(SignedReceipt.ofNote(note), request.content());
            transcript.allowed(
                    "the auditor has the note, the order and a public key",
                    proof.account().equals(mia.name),
                    proof.person() + " at " + proof.decidedAt() + " by " + proof.rules());
            transcript.attack("", "each character of the receipt changed, one at a time", () -> {
                int refused = 0;
                for (int i = 0; i < note.length(); i++) {
                    char other = note.charAt(i) == 'A' ? 'B' : 'A';
                    String forged = note.substring(0, i) + other + note.substring(i + 1);
                    refused += refuses(verifier, forged, request.content()) ? 1 : 0;
                }
                return refused == note.length() ? Optional.of("all of them") : Optional.empty();
            });
            transcript.attack("", "the receipt shown for an order of 90 million", () -> {
                verifier.verifyPermit(
                        SignedReceipt.ofNote(note),
                        order(mia, "4711", "90000000").content());
                return Optional.empty();
            });
        }
    }

    private static boolean refuses(ReceiptVerifier verifier, String note, CanonicalJson order) {
        try {
            verifier.verifyPermit(SignedReceipt.ofNote(note), order);
            return false;
        } catch (BondTraderException refused) {
            return true;
        }
    }

    /** Rights that are taken away, and offices that are changed, while orders are on their way. */
    void offices() {
        transcript.step("Rights taken away");
        house.clock.pass(Duration.ofSeconds(30));
        house.stepUp(mia);
        Decision small = access.decide(order(mia, "4712", "5000000"));
        transcript.allowed("mia sends 5 million, alone", small.isPermit(), small.ruleIds());
        AccessManagement management = access.management();
        RoleGrant trader = RoleGrant.of(mia.account, Desk.TRADER, GrantScope.of(Dimension.DESK, "RATES"));
        ChangeResult revoked = management.propose(house.principal(ann), new Change.RevokeRole(trader));
        transcript.allowed("ann takes her role away", revoked instanceof ChangeResult.Made, "at once, by one person");
        transcript.attack("A44", "mia's next order", () -> denied(order(mia, "4713", "5000000")));
        ChangeResult waiting = management.propose(
                house.principal(ann),
                new Change.GrantRole(RoleGrant.of(mia.account, Desk.RISK_MANAGER, GrantScope.any())));
        transcript.attack("A40", "ann approves what she proposed", () -> {
            ChangeResult own = waiting instanceof ChangeResult.Waiting open
                    ? management.approve(house.principal(ann), open.proposal())
                    : waiting;
            return own instanceof ChangeResult.Refused not
                    ? Optional.of(not.reason().toString())
                    : Optional.empty();
        });
        ChangeResult granted = waiting instanceof ChangeResult.Waiting open
                ? management.approve(house.principal(bob), open.proposal())
                : waiting;
        transcript.allowed(
                "ann proposes and bob approves: mia is a risk manager",
                granted instanceof ChangeResult.Made,
                "by two persons");
        transcript.attack(
                "A41",
                "mia approves the order that she sent when she was a trader",
                () -> denied(approval(house.principal(mia), order(mia, "4712", "5000000"))));
    }

    private AccessRequest order(User who, String id, String face) {
        CanonicalJson order = CanonicalJson.of(Map.of("id", id, "bond", "T 4 2035", "face", face));
        return AccessRequest.of(house.principal(who), Desk.ENTER_ORDER, object(id, "RATES"))
                .from(who.source.address())
                .with(Desk.NOTIONAL, new BigDecimal(face))
                .about(order);
    }

    private static AccessRequest approval(Principal who, AccessRequest request) {
        return AccessRequest.of(who, Desk.APPROVE_ORDER, request.object()).about(request.content());
    }

    private static ResourceRef object(String id, String desk) {
        return ResourceRef.of(Desk.ORDER, id).atDesk(desk).ofIssuer("UST");
    }

    private Optional<String> denied(AccessRequest request) {
        Decision decision = access.decide(request);
        return decision instanceof Decision.Deny
                ? Optional.of(decision.reasons().get(0).toString())
                : Optional.empty();
    }

    private Optional<String> notPermitted(AccessRequest request) {
        Decision decision = access.decide(request);
        return decision.isPermit()
                ? Optional.empty()
                : Optional.of(decision.reasons().get(0).toString());
    }

    private Optional<String> anothersOrder() {
        AccessRequest read = AccessRequest.of(house.principal(mia), Desk.READ_ORDER, object("9001", "CREDIT"));
        try {
            access.require(read);
            return Optional.empty();
        } catch (AccessDenied denied) {
            String absent = AccessDenied.notFound("no such order").clientMessage();
            return absent.equals(denied.clientMessage())
                    ? Optional.of("the words of an order that is not there")
                    : Optional.empty();
        }
    }
}
