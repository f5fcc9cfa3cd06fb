package io.bondtrader.compliance.privacy;

import io.bondtrader.core.audit.CanonicalJson;

/**
 * Another place where personal data lies: a client file, a mailing list. The application gives its own to accesses and
 * erasures. Safe for use by many threads.
 */
public interface PersonalStore {

    /** {@return the store's name, for answers and certificates} */
    String name();

    /**
     * Returns all that the store holds about a person.
     *
     * @param subject the person
     * @return what it holds, as JSON; an empty object for nothing
     */
    CanonicalJson export(SubjectId subject);

    /**
     * Erases what nothing obliges the store to keep.
     *
     * @param subject the person
     * @return what was done, in words without personal data: what was erased, what is kept until when and by which law
     */
    String erase(SubjectId subject);
}
