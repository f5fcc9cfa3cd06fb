package io.bondtrader.security.access;

import io.bondtrader.security.access.policy.Facts;
import io.bondtrader.security.access.policy.MissingAttribute;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Attribute;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The facts of one decision; what a source was asked once is remembered, so that all rules see the same. */
final class RuleFacts implements Facts {

    private final Snapshot snapshot;
    private final AccessRequest request;
    private final Instant now;
    private final AttributeSource source;
    private @Nullable Map<String, Object> known;
    private @Nullable Set<String> roles;

    RuleFacts(Snapshot snapshot, AccessRequest request, Instant now, AttributeSource source) {
        this.snapshot = snapshot;
        this.request = request;
        this.now = now;
        this.source = source;
    }

    @Override
    public AccessRequest request() {
        return request;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Set<String> roles() {
        Set<String> held = roles;
        if (held == null) {
            @Nullable Holder holder = snapshot.holder(request.prover().account());
            held = holder == null ? new TreeSet<>() : holder.roles(request.object(), now.toEpochMilli());
            roles = held;
        }
        return held;
    }

    @Override
    public <T> T attribute(Attribute<T> attribute) {
        Optional<T> given = request.attribute(attribute);
        if (given.isPresent()) {
            return given.get();
        }
        Map<String, Object> cache = known == null ? new HashMap<>() : known;
        known = cache;
        @Nullable Object value = cache.get(attribute.name());
        if (value == null) {
            value = source.value(attribute, request);
            if (value == null) {
                throw new MissingAttribute(attribute.name());
            }
            cache.put(attribute.name(), value);
        }
        return attribute.checked(value);
    }
}
