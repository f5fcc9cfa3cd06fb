package io.bondtrader.security.access.request;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who asks to do what with which object. Made anew for every request; the object's places and the attributes come from the
 * application's own data.
 *
 * <p>Immutable.
 */
public final class AccessRequest {

    private static final CanonicalJson NO_CONTENT = CanonicalJson.of(Map.of());

    private final Principal actor;
    private final @Nullable Principal subject;
    private final Permission permission;
    private final ResourceRef object;
    private final @Nullable IpAddress source;
    private final String correlationId;
    private final Map<String, Object> attributes;
    private final CanonicalJson content;
    private final List<BoundEvidence> bound;

    private AccessRequest(
            Principal actor,
            @Nullable Principal subject,
            Permission permission,
            ResourceRef object,
            @Nullable IpAddress source,
            String correlationId,
            Map<String, Object> attributes,
            CanonicalJson content,
            List<BoundEvidence> bound) {
        this.actor = Objects.requireNonNull(actor, "actor");
        this.subject = subject;
        this.permission = Objects.requireNonNull(permission, "permission");
        this.object = Objects.requireNonNull(object, "object");
        this.source = source;
        this.correlationId = Objects.requireNonNull(correlationId, "correlationId");
        this.attributes = attributes;
        this.content = Objects.requireNonNull(content, "content");
        this.bound = bound;
    }

    /**
     * Returns a request.
     *
     * @param actor who asks
     * @param permission what to do
     * @param object with what, of the permission's resource type
     * @return the request
     * @throws InvalidInput if the object is of another type than the permission
     */
    public static AccessRequest of(Principal actor, Permission permission, ResourceRef object) {
        if (!permission.resource().equals(object.type())) {
            throw new InvalidInput("object", object.type(), "a " + permission.resource());
        }
        return new AccessRequest(actor, null, permission, object, null, "", Map.of(), NO_CONTENT, List.of());
    }

    /**
     * Returns this request on behalf of a user: it is granted only what both may do.
     *
     * @param user for whom the actor, a service, acts; recognised by the application, not named by the client
     * @return the request
     */
    public AccessRequest onBehalfOf(Principal user) {
        Objects.requireNonNull(user, "user");
        return new AccessRequest(actor, user, permission, object, source, correlationId, attributes, content, bound);
    }

    /**
     * Returns this request from an address.
     *
     * @param address where it came from
     * @return the request
     */
    public AccessRequest from(IpAddress address) {
        return new AccessRequest(
                actor, subject, permission, object, address, correlationId, attributes, content, bound);
    }

    /**
     * Returns this request with what ties its events together.
     *
     * @param id the correlation id
     * @return the request
     */
    public AccessRequest within(String id) {
        return new AccessRequest(actor, subject, permission, object, source, id, attributes, content, bound);
    }

    /**
     * Returns this request with a fact.
     *
     * @param <T> the type of the fact
     * @param attribute which
     * @param value its value
     * @return the request
     * @throws InvalidInput if the value is too large, or the fact was given before
     */
    public <T> AccessRequest with(Attribute<T> attribute, T value) {
        Map<String, Object> more = new LinkedHashMap<>(attributes);
        Object earlier = more.put(attribute.name(), attribute.checked(value));
        InvalidInput.unless(earlier == null, "attribute", attribute.name(), "given once");
        return new AccessRequest(actor, subject, permission, object, source, correlationId, more, content, bound);
    }

    /**
     * Returns this request with the content that is to be acted upon: what the user saw, what an approver approves and what
     * a receipt is about.
     *
     * @param json for example the order
     * @return the request
     */
    public AccessRequest about(CanonicalJson json) {
        return new AccessRequest(actor, subject, permission, object, source, correlationId, attributes, json, bound);
    }

    /**
     * Returns this request with a proof that was given for its content alone.
     *
     * @param proof the proof
     * @return the request
     */
    public AccessRequest provedBy(BoundEvidence proof) {
        List<BoundEvidence> all = new ArrayList<>(bound);
        all.add(proof);
        return new AccessRequest(
                actor, subject, permission, object, source, correlationId, attributes, content, List.copyOf(all));
    }

    /** {@return who asks} */
    public Principal actor() {
        return actor;
    }

    /** {@return for whom, if not for itself} */
    public Optional<Principal> subject() {
        return Optional.ofNullable(subject);
    }

    /** {@return whose evidence counts: the user's if a service acts for one} */
    public Principal prover() {
        return subject == null ? actor : subject;
    }

    /** {@return what to do} */
    public Permission permission() {
        return permission;
    }

    /** {@return with what} */
    public ResourceRef object() {
        return object;
    }

    /** {@return where it came from; null if from inside} */
    public @Nullable IpAddress source() {
        return source;
    }

    /** {@return what ties the events of the request together; empty without} */
    public String correlationId() {
        return correlationId;
    }

    /**
     * Returns a fact that came with the request.
     *
     * @param <T> the type of the fact
     * @param attribute which
     * @return its value, or nothing
     * @throws InvalidInput if it came with another type
     */
    public <T> Optional<T> attribute(Attribute<T> attribute) {
        @Nullable Object value = attributes.get(attribute.name());
        return value == null ? Optional.empty() : Optional.of(attribute.checked(value));
    }

    /** {@return the proofs given for one content} */
    public List<BoundEvidence> bound() {
        return bound;
    }

    /** {@return the content to be acted upon; an empty object without} */
    public CanonicalJson content() {
        return content;
    }

    /** {@return SHA-256 of the content's canonical JSON, in hexadecimal digits} */
    public String contentDigest() {
        return content.sha256();
    }

    /** {@return SHA-256 of the whole request as canonical JSON, but for bound proofs, in hexadecimal digits} */
    public String digest() {
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put("actor", who(actor));
        if (subject != null) {
            all.put("subject", who(subject));
        }
        all.put("resource", permission.resource().name());
        all.put("action", permission.action().name());
        all.put(
                "object",
                Map.of(
                        "id", object.id(),
                        "book", object.book(),
                        "desk", object.desk(),
                        "portfolio", object.portfolio(),
                        "issuer", object.issuer()));
        Map<String, String> facts = new TreeMap<>();
        attributes.forEach((name, value) ->
                facts.put(name, value instanceof BigDecimal number ? plain(number) : String.valueOf(value)));
        all.put("attributes", facts);
        all.put("source", source == null ? "" : source.toString());
        all.put("content", content);
        return CanonicalJson.of(all).sha256();
    }

    private static Map<String, Object> who(Principal principal) {
        Map<String, Object> who = new TreeMap<>();
        who.put("account", principal.account().value());
        if (principal.person() != null) {
            who.put("person", principal.person().value());
        }
        List<Map<String, String>> proofs = new ArrayList<>();
        for (FactorEvidence proof : principal.evidence()) {
            proofs.add(Map.of(
                    "factor", proof.factor().name(), "at", proof.provedAt().toString()));
        }
        who.put("evidence", proofs);
        return who;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        String by = subject == null ? "" : " for " + subject.account();
        return permission + " on " + object + " by " + actor.account() + by;
    }
}
