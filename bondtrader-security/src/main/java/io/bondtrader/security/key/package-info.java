/**
 * Keys in versions: which one is used for new work, which still open old work, when the next one comes, and what happened to
 * each. Data keys, signing keys, peppers and API keys share this one mechanism.
 */
@NullMarked
package io.bondtrader.security.key;

import org.jspecify.annotations.NullMarked;
