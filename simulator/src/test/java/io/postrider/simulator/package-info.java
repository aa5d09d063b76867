@NullMarked
package io.postrider.simulator;

import org.jspecify.annotations.NullMarked;
