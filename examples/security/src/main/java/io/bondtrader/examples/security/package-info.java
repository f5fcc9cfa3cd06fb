/** The security module at work: from a password to an order that two persons signed, with an attack on each step. */
@NullMarked
package io.bondtrader.examples.security;

import org.jspecify.annotations.NullMarked;
