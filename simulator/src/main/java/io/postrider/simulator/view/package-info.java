/** PDUs and messages as people and Wireshark read them. */
@NullMarked
package io.postrider.simulator.view;

import org.jspecify.annotations.NullMarked;
