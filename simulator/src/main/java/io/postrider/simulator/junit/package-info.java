/** The simulator inside tests with JUnit 5, which whoever uses it brings along. */
@NullMarked
package io.postrider.simulator.junit;

import org.jspecify.annotations.NullMarked;
