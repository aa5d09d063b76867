/** Presets and scenarios: named behaviours, and behaviours with a time line. */
@NullMarked
package io.postrider.simulator.scenario;

import org.jspecify.annotations.NullMarked;
