/** What a stranger's program might look like. It knows jsmpp and nothing of Postrider. */
@NullMarked
package io.postrider.simulator.example;

import org.jspecify.annotations.NullMarked;
