@NullMarked
package io.postrider.simulator.text;

import org.jspecify.annotations.NullMarked;
