/**
 * Texts as a phone would show them. The gateway has its own: written twice on purpose, because the simulator judges the
 * gateway.
 */
@NullMarked
package io.postrider.simulator.text;

import org.jspecify.annotations.NullMarked;
