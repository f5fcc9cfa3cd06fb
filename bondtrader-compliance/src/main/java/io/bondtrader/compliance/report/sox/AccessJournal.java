package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.request.GrantScope;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes who has which access, in events that a report can add up. The events of access control itself are added up too, where
 * they are in the log: single grants and revocations, closed accounts, and the person behind an account that ever acted. They do
 * not tell: the person behind an account that never acted; the rights of an import one by one; whose roles a delegation lends,
 * and until when a grant holds; what a role may do, and which duties exclude each other. For these the host calls this.
 *
 * <p>Safe for use by many threads.
 */
public final class AccessJournal {

    static final String ACCOUNT_OPENED = "access.account_opened";
    static final String ACCOUNT_CLOSED = "access.account_closed";
    static final String ROLE_DEFINED = "access.role_defined";
    static final String ROLE_GRANTED = "access.role_granted";
    static final String ROLE_REVOKED = "access.role_revoked";
    static final String DUTY_DEFINED = "access.duty_defined";
    static final String DUTY_ENDED = "access.duty_ended";
    static final String CAMPAIGN_OPENED = "access.campaign_opened";
    static final String CERTIFIED = "access.certified";

    private static final String TAG = "sox";

    private final AuditJournal journal;

    private AccessJournal(AuditJournal journal) {
        this.journal = Objects.requireNonNull(journal);
    }

    /**
     * Returns a writer.
     *
     * @param journal of the log
     * @return the writer
     */
    public static AccessJournal of(AuditJournal journal) {
        return new AccessJournal(journal);
    }

    /**
     * Writes that an account was opened.
     *
     * @param by who did it
     * @param account the account
     * @param person the natural person behind it
     * @return the place of the event
     */
    public long accountOpened(PersonId by, AccountId account, PersonId person) {
        return write(by, ACCOUNT_OPENED, account.value(), Map.of("person", person.value()));
    }

    /**
     * Writes that an account was closed; its roles end with it.
     *
     * @param by who did it
     * @param account the account
     * @return the place of the event
     */
    public long accountClosed(PersonId by, AccountId account) {
        return write(by, ACCOUNT_CLOSED, account.value(), Map.of());
    }

    /**
     * Writes what a role may do, from now on.
     *
     * @param by who did it
     * @param role the role
     * @param permissions all of them, inherited ones too
     * @return the place of the event
     * @throws InvalidInput if the role is blank
     */
    public long roleDefined(PersonId by, String role, SortedSet<String> permissions) {
        named("role", role);
        return write(by, ROLE_DEFINED, role, Map.of("permissions", new TreeSet<>(permissions)));
    }

    /**
     * Writes that an account was given a role.
     *
     * @param by who proposed it
     * @param approvedBy who approved it
     * @param account the account
     * @param role the role
     * @param scope where it holds; empty for everywhere
     * @return the place of the event
     * @throws InvalidInput if the role is blank
     */
    public long roleGranted(PersonId by, PersonId approvedBy, AccountId account, String role, String scope) {
        named("role", role);
        return write(
                by,
                ROLE_GRANTED,
                account.value(),
                Map.of("role", role, "scope", scope, "approvedBy", approvedBy.value()));
    }

    /**
     * Writes that an account was given a role in some places.
     *
     * @param by who proposed it
     * @param approvedBy who approved it
     * @param account the account
     * @param role the role
     * @param scope where it holds
     * @return the place of the event
     * @throws InvalidInput if the role is blank
     */
    public long roleGranted(PersonId by, PersonId approvedBy, AccountId account, String role, GrantScope scope) {
        return roleGranted(by, approvedBy, account, role, ScopeText.of(scope));
    }

    /**
     * Writes that a role was taken from an account in some places.
     *
     * @param by who did it
     * @param account the account
     * @param role the role
     * @param scope where it held, as it was granted
     * @return the place of the event
     * @throws InvalidInput if the role is blank
     */
    public long roleRevoked(PersonId by, AccountId account, String role, GrantScope scope) {
        return roleRevoked(by, account, role, ScopeText.of(scope));
    }

    /**
     * Writes that a role was taken from an account.
     *
     * @param by who did it
     * @param account the account
     * @param role the role
     * @param scope where it held; empty for everywhere
     * @return the place of the event
     * @throws InvalidInput if the role is blank
     */
    public long roleRevoked(PersonId by, AccountId account, String role, String scope) {
        named("role", role);
        return write(by, ROLE_REVOKED, account.value(), Map.of("role", role, "scope", scope));
    }

    /**
     * Writes that two roles do not go together.
     *
     * @param by who decided it
     * @param id the duty's name
     * @param first one role
     * @param second the other
     * @return the place of the event
     * @throws InvalidInput if a name is blank or both roles are one
     */
    public long dutyDefined(PersonId by, String id, String first, String second) {
        named("duty", id);
        named("role", first);
        named("role", second);
        InvalidInput.unless(!first.equals(second), "second role", second, "another than the first");
        return write(by, DUTY_DEFINED, id, Map.of("first", first, "second", second));
    }

    /**
     * Writes that two roles go together again.
     *
     * @param by who decided it
     * @param id the duty's name
     * @return the place of the event
     * @throws InvalidInput if the name is blank
     */
    public long dutyEnded(PersonId by, String id) {
        named("duty", id);
        return write(by, DUTY_ENDED, id, Map.of());
    }

    /**
     * Writes that all who hold certain roles are to be certified anew.
     *
     * @param by who asks for it
     * @param id the campaign's name
     * @param due by when
     * @param roles which roles; empty for all
     * @return the place of the event
     * @throws InvalidInput if the name is blank
     */
    public long campaignOpened(PersonId by, String id, Instant due, SortedSet<String> roles) {
        named("campaign", id);
        return write(by, CAMPAIGN_OPENED, id, Map.of("due", due, "roles", new TreeSet<>(roles)));
    }

    /**
     * Writes what somebody decided about a role in a campaign.
     *
     * @param by who decided
     * @param campaign the campaign
     * @param account whose role
     * @param role the role
     * @param scope where it holds
     * @param keep whether it stays
     * @return the place of the event
     * @throws InvalidInput if a name is blank
     */
    public long certified(PersonId by, String campaign, AccountId account, String role, String scope, boolean keep) {
        named("campaign", campaign);
        named("role", role);
        return write(
                by,
                CERTIFIED,
                campaign,
                Map.of("account", account.value(), "role", role, "scope", scope, "keep", keep));
    }

    private long write(PersonId by, String action, String resource, Map<String, ?> body) {
        return journal.write(by.value(), action, resource, Outcome.SUCCESS, body, TAG);
    }

    private static void named(String what, String name) {
        InvalidInput.unless(!name.isBlank(), what, name, "not blank");
    }

    @Override
    public String toString() {
        return "AccessJournal[" + journal + "]";
    }
}
