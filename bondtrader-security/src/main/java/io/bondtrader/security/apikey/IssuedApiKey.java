package io.bondtrader.security.apikey;

/**
 * A key as it was made: the only time its text is known. Hand it over and let it go. Prints no secret.
 *
 * @param text the key itself
 * @param record what is kept of it
 */
public record IssuedApiKey(String text, ApiKeyRecord record) {

    @Override
    public String toString() {
        return "IssuedApiKey[" + record.id() + " v" + record.versions().primaryNumber() + "]";
    }
}
