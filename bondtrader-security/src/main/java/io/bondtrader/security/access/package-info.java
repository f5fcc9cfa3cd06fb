/**
 * Who may do what. {@link io.bondtrader.security.access.AccessControl} decides requests by a policy and a book of grants:
 * permit, deny, prove more, or let others approve. What is not granted is denied, what cannot be evaluated is denied, and
 * what cannot be reported is not granted. {@link io.bondtrader.security.access.AccessManagement} changes the book.
 */
@NullMarked
package io.bondtrader.security.access;

import org.jspecify.annotations.NullMarked;
