package io.bondtrader.security.access.receipt;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.access.Decision;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.BoundEvidence;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a receipt says. {@link ReceiptIssuer} writes it, and one that comes from {@link ReceiptVerifier} was signed by a
 * trusted key.
 *
 * <p>Immutable.
 *
 * @param outcome {@code permit}, {@code deny}, {@code step-up-required} or {@code approval-required}
 * @param requestDigest SHA-256 of the whole request, in hexadecimal digits
 * @param contentDigest SHA-256 of the content, the order for example, as canonical JSON
 * @param resource the permission's resource type
 * @param action the permission's action
 * @param object the object, as in {@code order/4711}
 * @param account who asked
 * @param person who answers for it: behind the account, or behind the one acted for; empty if nobody does
 * @param onBehalfOf the account acted for; empty if for itself
 * @param policyVersion the version of the policy
 * @param policyDigest its digest
 * @param rules the ids of the roles, rules and duties that decided
 * @param obligations what carrying it out obliges to
 * @param exception the exception that made it possible; empty for none
 * @param proofs what the user had proved
 * @param decidedAt when
 */
public record DecisionReceipt(
        String outcome,
        String requestDigest,
        String contentDigest,
        String resource,
        String action,
        String object,
        String account,
        String person,
        String onBehalfOf,
        String policyVersion,
        String policyDigest,
        List<String> rules,
        List<String> obligations,
        String exception,
        List<Proof> proofs,
        Instant decidedAt) {

    /** The line that every statement begins with, so that none passes for another kind of note. */
    static final String HEADER = "bondtrader decision receipt 1\n";

    /**
     * A factor that was proved.
     *
     * @param factor its name
     * @param provedAt when
     * @param ageSeconds how long before the decision, in whole seconds
     * @param contentDigest the content that it was given for, what the user saw; empty if for none in particular
     */
    public record Proof(String factor, Instant provedAt, long ageSeconds, String contentDigest) {}

    /** Copies the lists. */
    public DecisionReceipt {
        rules = List.copyOf(rules);
        obligations = List.copyOf(obligations);
        proofs = List.copyOf(proofs);
    }

    static DecisionReceipt of(Decision decision) {
        AccessRequest request = decision.request();
        Principal actor = request.actor();
        PersonId person = request.prover().person();
        List<Proof> proofs = new ArrayList<>();
        for (FactorEvidence proof : request.prover().evidence()) {
            proofs.add(proof(proof.factor().name(), proof.provedAt(), "", decision));
        }
        for (BoundEvidence proof : request.bound()) {
            proofs.add(proof(proof.factor().name(), proof.provedAt(), proof.contentDigest(), decision));
        }
        boolean permit = decision instanceof Decision.Permit;
        return new DecisionReceipt(
                outcome(decision),
                request.digest(),
                request.contentDigest(),
                request.permission().resource().name(),
                request.permission().action().name(),
                request.object().toString(),
                actor.account().value(),
                person == null ? "" : person.value(),
                request.subject().map(user -> user.account().value()).orElse(""),
                decision.policyVersion(),
                decision.policyDigest(),
                List.copyOf(decision.ruleIds()),
                permit ? ((Decision.Permit) decision).obligations() : List.of(),
                permit ? ((Decision.Permit) decision).exception() : "",
                proofs,
                decision.decidedAt());
    }

    private static Proof proof(String factor, Instant at, String digest, Decision decision) {
        return new Proof(factor, at, Duration.between(at, decision.decidedAt()).toSeconds(), digest);
    }

    private static String outcome(Decision decision) {
        if (decision instanceof Decision.Permit) {
            return "permit";
        } else if (decision instanceof Decision.StepUpRequired) {
            return "step-up-required";
        } else if (decision instanceof Decision.ApprovalRequired) {
            return "approval-required";
        }
        return "deny";
    }

    /** The statement that is signed: the header's line and one line of canonical JSON. */
    String statement() {
        SortedMap<String, Object> json = new TreeMap<>();
        json.put("outcome", outcome);
        json.put("request", requestDigest);
        json.put("content", contentDigest);
        json.put("resource", resource);
        json.put("action", action);
        json.put("object", object);
        json.put("account", account);
        json.put("person", person);
        json.put("onBehalfOf", onBehalfOf);
        json.put("policyVersion", policyVersion);
        json.put("policyDigest", policyDigest);
        json.put("rules", rules);
        json.put("obligations", obligations);
        json.put("exception", exception);
        List<Object> list = new ArrayList<>();
        for (Proof proof : proofs) {
            list.add(Map.of(
                    "factor", proof.factor(),
                    "provedAt", proof.provedAt().toString(),
                    "ageSeconds", proof.ageSeconds(),
                    "content", proof.contentDigest()));
        }
        json.put("proofs", list);
        json.put("decidedAt", decidedAt.toString());
        return HEADER + CanonicalJson.of(json).text() + "\n";
    }
}
