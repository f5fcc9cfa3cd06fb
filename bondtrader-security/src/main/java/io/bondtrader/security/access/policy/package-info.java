/**
 * Who may do what, as data: roles with what they inherit, rules that forbid, allow or ask for more, and duties that exclude
 * each other. A policy is an immutable value with a version and a digest, from Java or from strict JSON; one that refers to
 * a role or permission it does not declare is no policy.
 */
@NullMarked
package io.bondtrader.security.access.policy;

import org.jspecify.annotations.NullMarked;
