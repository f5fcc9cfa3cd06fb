package io.bondtrader.compliance.report.transaction;

import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;

/** Who acquires or disposes (fields 7 and 16), or who decided for them (12 and 21). Immutable. */
public sealed interface Party {

    /**
     * A party that may decide for another: a firm or a person.
     */
    sealed interface DecisionMaker extends Party {}

    /**
     * A legal entity.
     *
     * @param lei its identifier
     */
    record LegalEntity(Lei lei) implements DecisionMaker {

        /** Checks that the identifier is there. */
        public LegalEntity {
            Objects.requireNonNull(lei, "lei");
        }
    }

    /**
     * A natural person.
     *
     * @param id its identifier
     * @param firstNames first names in capital letters, parted by commas; 1 to 140 characters
     * @param surnames surnames in capital letters, parted by commas; 1 to 140 characters
     * @param birthDate birth date
     */
    record Person(NaturalPersonId id, String firstNames, String surnames, LocalDate birthDate)
            implements DecisionMaker {

        private static final int LONGEST = 140;

        /**
         * Checks lengths.
         *
         * @throws InvalidInput if a name is blank or too long, or the year has not four digits
         */
        public Person {
            Objects.requireNonNull(id, "id");
            InvalidInput.unless(isName(firstNames), "first names", "…", "1 to 140 characters that can be printed");
            InvalidInput.unless(isName(surnames), "surnames", "…", "1 to 140 characters that can be printed");
            InvalidInput.unless(
                    birthDate.getYear() >= 1000 && birthDate.getYear() <= 9999, "birth date", "…", "of four digits");
        }

        private static boolean isName(String text) {
            // Unpaired surrogates and controls cannot stand in XML.
            return !text.isBlank()
                    && text.codePointCount(0, text.length()) <= LONGEST
                    && text.codePoints()
                            .noneMatch(c -> Character.isISOControl(c)
                                    || Character.getType(c) == Character.SURROGATE
                                    || (c & 0xFFFE) == 0xFFFE);
        }

        /** {@return the kind of identifier; the rest is personal data} */
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /**
     * The venue, where neither side is told who the other is.
     *
     * @param mic its code
     */
    record AnonymousVenue(Mic mic) implements Party {

        /** Checks that the code is there. */
        public AnonymousVenue {
            Objects.requireNonNull(mic, "mic");
        }
    }

    /** The firm's own account that gathers orders of several clients: {@code INTC}. */
    record AggregateAccount() implements Party {}
}
