/** How Postrider says no: one exception, and reasons that every room declares for itself. */
@NullMarked
package io.postrider.refusal;

import org.jspecify.annotations.NullMarked;
