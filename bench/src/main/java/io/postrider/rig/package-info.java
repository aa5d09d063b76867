/** Starts the server and the simulator as processes of their own and talks to their public interfaces. */
@NullMarked
package io.postrider.rig;

import org.jspecify.annotations.NullMarked;
