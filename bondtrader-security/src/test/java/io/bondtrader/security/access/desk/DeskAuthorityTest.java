package io.bondtrader.security.access.desk;

import static io.bondtrader.security.access.AccessFixture.MIA;
import static io.bondtrader.security.access.AccessFixture.RATES;
import static io.bondtrader.security.access.AccessFixture.TOM;
import static io.bondtrader.security.access.AccessFixture.asks;
import static io.bondtrader.security.access.AccessFixture.content;
import static io.bondtrader.security.access.AccessFixture.grant;
import static io.bondtrader.security.access.AccessFixture.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.AccessFixture;
import io.bondtrader.security.access.Decision;
import io.bondtrader.security.access.ReasonCode;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.policy.Role;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.BoundEvidence;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.testdata.Asvs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How far a trader may go on his own, and who must agree beyond. */
@Asvs({"2.3.2", "2.3.5"})
final class DeskAuthorityTest {

    private static final AccessPolicy POLICY = Desk.policy("v1")
            .roles(Role.of("senior-trader").inheriting(Desk.TRADER))
            .rules(DeskAuthority.over(Desk.ENTER_ORDER)
                    .allow(Desk.TRADER, Desk.NOTIONAL, "50000000")
                    .allow("senior-trader", Desk.NOTIONAL, "200000000")
                    .allow(Desk.TRADER, Desk.DV01, "25000")
                    .allow(Desk.TRADER, Desk.TENOR_YEARS, "10")
                    .allowIssuer(Desk.TRADER, "ACME", "1000000")
                    .ceiling(Desk.NOTIONAL, "1000000000")
                    .rules())
            .rules(
                    DeskAuthority.priceTolerance("50", Desk.RISK_MANAGER),
                    DeskAuthority.lateCancel(Desk.RISK_MANAGER),
                    DeskAuthority.limitOverride(Desk.RISK_MANAGER))
            .build();

    private final AccessFixture desk = AccessFixture.of(
            POLICY,
            AccessFixture.book()
                    .edit()
                    .revoke(grant("max", Desk.TRADER, RATES))
                    .grant(grant("max", "senior-trader", RATES))
                    .done());

    private static AccessRequest enters(
            io.bondtrader.security.identity.Principal who,
            ResourceRef order,
            String notional,
            String dv01,
            String tenor) {
        return asks(who, Desk.ENTER_ORDER, order)
                .with(Desk.NOTIONAL, new BigDecimal(notional))
                .with(Desk.DV01, new BigDecimal(dv01))
                .with(Desk.TENOR_YEARS, new BigDecimal(tenor))
                .with(Desk.PRICE_DEVIATION_BP, BigDecimal.ZERO)
                .about(content(notional));
    }

    @Test
    void withinHisAuthorityATraderNeedsNobody() {
        assertThat(desk.control
                        .decide(enters(MIA, order("1"), "50000000", "-25000", "10"))
                        .isPermit())
                .isTrue();
    }

    @Test
    void beyondAnyMeasureARiskManagerMustApproveThisOrder() {
        for (AccessRequest beyond : java.util.List.of(
                enters(MIA, order("1"), "50000000.01", "1", "1"),
                enters(MIA, order("2"), "1", "-25000.01", "1"),
                enters(MIA, order("3"), "1", "1", "10.01"),
                enters(MIA, order("4").ofIssuer("ACME"), "1000000.01", "1", "1"))) {
            assertThat(desk.control.decide(beyond)).isInstanceOf(Decision.ApprovalRequired.class);
            assertThat(desk.control
                            .decide(asks(TOM, Desk.APPROVE_ORDER, beyond.object())
                                    .about(content("other")))
                            .isPermit())
                    .isTrue();
            assertThat(desk.control.decide(beyond)).isInstanceOf(Decision.ApprovalRequired.class);
            assertThat(desk.control
                            .decide(asks(TOM, Desk.APPROVE_ORDER, beyond.object())
                                    .about(beyond.content()))
                            .isPermit())
                    .isTrue();
            assertThat(desk.control.decide(beyond).isPermit()).isTrue();
        }
    }

    @Test
    void theLargestAuthorityOfSeveralRolesCounts() {
        assertThat(desk.control
                        .decide(enters(AccessFixture.MAX, order("1"), "200000000", "1", "1"))
                        .isPermit())
                .isTrue();
        assertThat(desk.control.decide(enters(AccessFixture.MAX, order("2"), "200000001", "1", "1")))
                .isInstanceOf(Decision.ApprovalRequired.class);
    }

    @Test
    void beyondTheCeilingNobodyMayApprovedOrNot() {
        AccessRequest huge = enters(MIA, order("1"), "1000000000.01", "1", "1");
        assertThat(desk.control
                        .decide(asks(TOM, Desk.APPROVE_ORDER, order("1")).about(huge.content()))
                        .isPermit())
                .isTrue();

        Decision decision = desk.control.decide(huge);

        assertThat(decision).isInstanceOf(Decision.Deny.class);
        assertThat(decision.reasons()).extracting(reason -> reason.code()).contains(ReasonCode.FORBIDDEN);
        assertThat(decision.ruleIds()).containsExactly("ceiling-of-notional");
    }

    @Test
    void anOrderWithoutItsMeasuresIsDenied() {
        Decision decision = desk.decide(MIA, Desk.ENTER_ORDER, order("1"));

        assertThat(decision).isInstanceOf(Decision.Deny.class);
        assertThat(decision.reasons()).extracting(reason -> reason.code()).containsOnly(ReasonCode.ATTRIBUTE_MISSING);
    }

    @Test
    void farPricesAndLateCancelsNeedASecondPairOfEyes() {
        AccessRequest far =
                asks(MIA, Desk.AMEND_ORDER, order("1")).with(Desk.PRICE_DEVIATION_BP, new BigDecimal("-50.5"));
        AccessRequest late = asks(MIA, Desk.CANCEL_ORDER, order("2")).with(Desk.LATE, true);
        AccessRequest early = asks(MIA, Desk.CANCEL_ORDER, order("3")).with(Desk.LATE, false);

        assertThat(desk.control.decide(far)).isInstanceOf(Decision.ApprovalRequired.class);
        assertThat(desk.control.decide(late)).isInstanceOf(Decision.ApprovalRequired.class);
        assertThat(desk.control.decide(early).isPermit()).isTrue();
        assertThat(desk.decide(TOM, Desk.APPROVE_ORDER, order("2")).isPermit()).isTrue();
        assertThat(desk.control.decide(late).isPermit()).isTrue();
    }

    @Test
    void aLimitIsOverriddenOnlyAfterAnotherApproved() {
        ResourceRef limit =
                ResourceRef.of(Desk.OVERRIDE_LIMIT.resource(), "dv01-rates").atDesk("RATES");
        AccessRequest override = asks(MIA, Desk.OVERRIDE_LIMIT, limit).about(content("order 1"));

        assertThat(desk.control.decide(override)).isInstanceOf(Decision.ApprovalRequired.class);
        assertThat(desk.control
                        .decide(asks(TOM, Desk.APPROVE_LIMIT, limit).about(content("order 1")))
                        .isPermit())
                .isTrue();
        assertThat(desk.control.decide(override).isPermit()).isTrue();
        assertThat(desk.control.decide(override)).isInstanceOf(Decision.ApprovalRequired.class);
    }

    @Test
    void whatIsSignedIsWhatWasSeen() {
        AccessPolicy signed = Desk.policy("v1")
                .rules(AccessRule.signed(
                        "sign-orders", Set.of(Factor.TIME_CODE), Duration.ofMinutes(2), Desk.ENTER_ORDER))
                .build();
        AccessFixture fixture = AccessFixture.of(signed);
        AccessRequest request = asks(MIA, Desk.ENTER_ORDER, order("1")).about(content("1000000"));
        var at = AccessFixture.NOON;

        Decision first = fixture.control.decide(request);
        assertThat(first).isInstanceOf(Decision.StepUpRequired.class);
        assertThat(((Decision.StepUpRequired) first).proofs().get(0).ofContent())
                .isTrue();
        String digest = request.contentDigest();
        String other = content("9000000").sha256();
        for (BoundEvidence wrong : java.util.List.of(
                new BoundEvidence(Factor.TIME_CODE, at, other),
                new BoundEvidence(Factor.BACKUP_CODE, at, digest),
                new BoundEvidence(Factor.TIME_CODE, at.minusSeconds(121), digest),
                new BoundEvidence(Factor.TIME_CODE, at.plusNanos(1), digest))) {
            assertThat(fixture.control.decide(request.provedBy(wrong))).isInstanceOf(Decision.StepUpRequired.class);
        }
        BoundEvidence right = new BoundEvidence(Factor.TIME_CODE, at.minusSeconds(120), digest);
        assertThat(fixture.control.decide(request.provedBy(right)).isPermit()).isTrue();
    }

    @Test
    void noRoleOfADeskTradesAndControls() {
        assertThatThrownBy(() -> Desk.policy("v1")
                        .roles(Role.of("rogue", Desk.ENTER_ORDER, Desk.APPROVE_LIMIT))
                        .build())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("trade-or-control");
        assertThatThrownBy(() -> DeskAuthority.over()).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DeskAuthority.over(Desk.ENTER_ORDER).allow("trader", Desk.DV01, "much"))
                .isInstanceOf(InvalidInput.class);
        assertThat(GrantScope.any().isAny()).isTrue();
    }
}
