/** The people behind the phones: what happens to their messages and whether they click. */
@NullMarked
package io.postrider.simulator.people;

import org.jspecify.annotations.NullMarked;
