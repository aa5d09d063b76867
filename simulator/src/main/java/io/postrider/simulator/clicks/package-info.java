/** People and robots who open the links of messages. */
@NullMarked
package io.postrider.simulator.clicks;

import org.jspecify.annotations.NullMarked;
