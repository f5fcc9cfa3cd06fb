package io.bondtrader.security.access.policy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.identity.Factor;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a rule does when its condition holds. Forbidding beats everything, then proofs are asked for, then approvals. */
public sealed interface Effect {

    /** Denies. */
    record Forbid() implements Effect {}

    /** Grants what no role grants. */
    record Allow() implements Effect {}

    /**
     * Asks for a proof given a short while ago.
     *
     * @param anyOf the factors, any of which will do
     * @param within how long ago at most
     * @param ofContent whether it must have been given for the content of the request
     */
    record StepUp(SortedSet<Factor> anyOf, Duration within, boolean ofContent) implements Effect {

        /**
         * Copies the factors.
         *
         * @throws InvalidInput if there is none, or the duration is not positive
         */
        public StepUp {
            anyOf = factors(anyOf);
            positive("within", within);
        }
    }

    /**
     * Asks for the approval of others: as many other persons took the step named, with the same content.
     *
     * @param step what an approver does
     * @param count how many persons
     * @param eligible the roles, any of which an approver held when he approved
     */
    record Approval(Permission step, int count, SortedSet<String> eligible) implements Effect {

        /**
         * Copies the roles.
         *
         * @throws InvalidInput if there is none, or the number is not from 1 to 16
         */
        public Approval {
            Objects.requireNonNull(step, "step");
            InvalidInput.unless(count >= 1 && count <= 16, "count", count, "from 1 to 16");
            InvalidInput.unless(!eligible.isEmpty(), "eligible roles", eligible, "one or more");
            eligible = Collections.unmodifiableSortedSet(new TreeSet<>(eligible));
        }
    }

    /**
     * Permits with an obligation that whoever carries out the request must meet.
     *
     * @param obligation lower-case words joined by dashes
     */
    record Oblige(String obligation) implements Effect {

        /**
         * Checks the name.
         *
         * @throws InvalidInput if it is spelt otherwise
         */
        public Oblige {
            Names.checked("obligation", obligation);
        }
    }

    /** Copies factors of which there must be one. */
    static SortedSet<Factor> factors(SortedSet<Factor> anyOf) {
        InvalidInput.unless(!anyOf.isEmpty(), "factors", anyOf, "one or more");
        return Collections.unmodifiableSortedSet(new TreeSet<>(anyOf));
    }

    /** Checks a duration. */
    static void positive(String name, Duration duration) {
        boolean fits = duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(Duration.ofDays(366)) <= 0;
        InvalidInput.unless(fits, name, duration, "positive, at most 366 days");
    }
}
