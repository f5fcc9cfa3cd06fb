/**
 * A seeded market of simulated agents, with episodes of abuse planted into it and labelled, to measure detectors by. For
 * research: what a detector does here it does on flow made like this.
 */
@NullMarked
package io.bondtrader.compliance.surveillance.simulation;

import org.jspecify.annotations.NullMarked;
