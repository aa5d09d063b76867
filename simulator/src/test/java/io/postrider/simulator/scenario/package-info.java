@NullMarked
package io.postrider.simulator.scenario;

import org.jspecify.annotations.NullMarked;
