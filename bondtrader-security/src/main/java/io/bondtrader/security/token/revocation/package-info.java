/**
 * Taking tokens back before their time: one by its identifier, or all that a subject or a client got until a moment. What
 * happens when the store is out of reach is decided beforehand, for each class of access.
 */
@NullMarked
package io.bondtrader.security.token.revocation;

import org.jspecify.annotations.NullMarked;
