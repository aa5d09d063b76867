/** The noun message: what was written to whom, and what became of it. */
@NullMarked
package io.postrider.message;

import org.jspecify.annotations.NullMarked;
