@NullMarked
package io.postrider.simulator.faults;

import org.jspecify.annotations.NullMarked;
