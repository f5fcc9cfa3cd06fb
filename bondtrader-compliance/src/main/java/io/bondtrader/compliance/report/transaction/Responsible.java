package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/** Who or what within the firm decided to invest (fields 57 and 58) or executed (59 and 60). Immutable. */
public sealed interface Responsible {

    /** Whoever can decide to invest: a person or an algorithm. */
    sealed interface Decider extends Responsible {}

    /**
     * A person of the firm, as reports have it.
     *
     * @param id the person's identifier
     * @param branch the country of the branch that answers for the person
     */
    record Employee(NaturalPersonId id, Country branch) implements Decider {

        /** Checks that both are there. */
        public Employee {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(branch, "branch");
        }
    }

    /**
     * A person of the firm, as the log has it: by the firm's own name, under which {@code employee.recorded} holds encrypted what
     * a report needs.
     *
     * @param employee the firm's name of the person: a number or an account, nothing that tells others who it is
     * @param branch the country of the branch that answered for the person at the time
     */
    record Named(String employee, Country branch) implements Decider {

        /**
         * Checks the name.
         *
         * @throws InvalidInput if it is blank
         */
        public Named {
            InvalidInput.unless(!employee.isBlank(), "employee", employee, "not blank");
            Objects.requireNonNull(branch, "branch");
        }
    }

    /**
     * An algorithm of the firm; it has no branch.
     *
     * @param code 1 to 50 capital letters and digits
     */
    record Algorithm(String code) implements Decider {

        /**
         * Checks the form.
         *
         * @throws InvalidInput if the code has other characters or another length
         */
        public Algorithm {
            code = ReportText.capitals("code of an algorithm", code, 50);
        }
    }

    /** The client, or somebody else outside the firm: {@code NORE}. Only an execution can be theirs. */
    record Client() implements Responsible {}
}
