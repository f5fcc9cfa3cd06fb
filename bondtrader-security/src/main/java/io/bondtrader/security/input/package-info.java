/**
 * What comes in from outside and what goes out to logs, tables and headers: bodies bound strictly, texts checked in one pass,
 * names that cannot be mistaken for others, and output that no reader takes for commands. Nothing here uses a regular
 * expression on outside input.
 */
@NullMarked
package io.bondtrader.security.input;

import org.jspecify.annotations.NullMarked;
