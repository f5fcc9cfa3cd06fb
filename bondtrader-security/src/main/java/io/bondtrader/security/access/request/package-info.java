/**
 * What is asked: a permission on an object, by whom, from where, with which facts. Every name is an identifier in one
 * spelling; a permission is two of them and never a text that is taken apart, and no part of it is a wildcard.
 */
@NullMarked
package io.bondtrader.security.access.request;

import org.jspecify.annotations.NullMarked;
