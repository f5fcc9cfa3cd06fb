/**
 * Who acts: the account that was used, the person who answers for it, and what proved it when. Every other package speaks
 * of users in these types.
 */
@NullMarked
package io.bondtrader.security.identity;

import org.jspecify.annotations.NullMarked;
