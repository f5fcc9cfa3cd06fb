package io.bondtrader.compliance.surveillance;

/**
 * Who stands behind an account. Asked once for each account and instrument; an answer may not change within a run.
 */
@FunctionalInterface
public interface BeneficialOwners {

    /**
     * Returns who stands behind an account.
     *
     * @param account the account
     * @return the owner; the account itself if nothing else is known
     */
    String ownerOf(String account);

    /** {@return each account as its own owner} */
    static BeneficialOwners accountsThemselves() {
        return account -> account;
    }
}
