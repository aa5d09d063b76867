/** Other programs that do the same work as Postrider, or a part of it, for the benches to compare with. */
@NullMarked
package io.postrider.peer;

import org.jspecify.annotations.NullMarked;
