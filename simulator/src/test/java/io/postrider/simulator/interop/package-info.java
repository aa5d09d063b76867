/** Clients that nobody of this project wrote, talking to the simulator. */
@NullMarked
package io.postrider.simulator.interop;

import org.jspecify.annotations.NullMarked;
