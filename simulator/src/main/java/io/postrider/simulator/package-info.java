/** The stand-alone SMSC simulator. */
@NullMarked
package io.postrider.simulator;

import org.jspecify.annotations.NullMarked;
