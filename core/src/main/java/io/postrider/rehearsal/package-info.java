/** The rehearsal: the built-in simulator as a process beside the server, the sender that leads to it, and what its phones show. */
@NullMarked
package io.postrider.rehearsal;

import org.jspecify.annotations.NullMarked;
