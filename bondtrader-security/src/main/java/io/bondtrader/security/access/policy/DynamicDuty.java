package io.bondtrader.security.access.policy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.Names;
import io.bondtrader.security.access.request.Permission;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the steps already taken on an object forbid. Judged on who took them, not on which roles he holds now: whoever
 * submitted an order and then changed his role still submitted it.
 */
public sealed interface DynamicDuty {

    /** {@return lower-case words joined by dashes, unique in its policy} */
    String id();

    /** {@return the steps it looks at} */
    SortedSet<Permission> steps();

    /**
     * Two steps on one object are taken by different persons, in whichever order.
     *
     * @param id lower-case words joined by dashes
     * @param first one step
     * @param second the other
     */
    record DistinctActor(String id, Permission first, Permission second) implements DynamicDuty {

        /**
         * Checks the steps.
         *
         * @throws InvalidInput if they are the same
         */
        public DistinctActor {
            Names.checked("duty", id);
            InvalidInput.unless(!first.equals(second), "second step of " + id, second, "another than the first");
        }

        @Override
        public SortedSet<Permission> steps() {
            return both(first, second);
        }
    }

    /**
     * Of some steps on one object a person takes at most so many different ones.
     *
     * @param id lower-case words joined by dashes
     * @param steps the steps
     * @param most how many
     */
    record MaxSteps(String id, SortedSet<Permission> steps, int most) implements DynamicDuty {

        /**
         * Copies the steps.
         *
         * @throws InvalidInput if a person could take them all
         */
        public MaxSteps {
            Names.checked("duty", id);
            steps = Collections.unmodifiableSortedSet(new TreeSet<>(steps));
            InvalidInput.unless(most >= 1 && most < steps.size(), "most steps of " + id, most, "fewer than all");
        }
    }

    /**
     * A step is taken only after some persons, other than who takes it, approved the same content on the same object.
     *
     * @param id lower-case words joined by dashes
     * @param step what needs approval
     * @param approval what an approver does
     * @param count how many persons
     * @param eligible the roles, any of which an approver held when he approved
     */
    record NofM(String id, Permission step, Permission approval, int count, SortedSet<String> eligible)
            implements DynamicDuty {

        /**
         * Copies the roles.
         *
         * @throws InvalidInput if the steps are the same, the number is not from 1 to 16, or there is no role
         */
        public NofM {
            Names.checked("duty", id);
            InvalidInput.unless(!step.equals(approval), "approval of " + id, approval, "another than the step");
            eligible = new Effect.Approval(approval, count, eligible).eligible();
        }

        @Override
        public SortedSet<Permission> steps() {
            return both(step, approval);
        }
    }

    /**
     * After a step on an object, whoever took it, another may follow only after a while.
     *
     * @param id lower-case words joined by dashes
     * @param first the step that begins the while
     * @param second the step that waits
     * @param pause how long
     */
    record CoolOff(String id, Permission first, Permission second, Duration pause) implements DynamicDuty {

        /**
         * Checks the duration.
         *
         * @throws InvalidInput if it is not positive
         */
        public CoolOff {
            Names.checked("duty", id);
            Effect.positive("pause of " + id, pause);
        }

        @Override
        public SortedSet<Permission> steps() {
            return both(first, second);
        }
    }

    private static SortedSet<Permission> both(Permission first, Permission second) {
        SortedSet<Permission> both = new TreeSet<>();
        both.add(first);
        both.add(second);
        return Collections.unmodifiableSortedSet(both);
    }
}
